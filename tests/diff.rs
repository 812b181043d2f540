//! `copydesk diff`.

use std::fs;

use crate::program::{copydesk, said, written};

const STORIES: &str = "{\"id\": \"a\", \"text\": \"“It is over”, has said Anne Roy.\"}\n{\"id\": \"b\", \"text\": \"By Jane Doe\\nAll is well.\"}\n";

fn diff(first: &str, second: &str, options: &[&str]) -> (Option<i32>, String, String) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let write = |name: &str, text: &str| {
        let path = folder.path().join(name);
        fs::write(&path, text).expect("the folder is writable");
        path.to_str().expect("a plain path").to_owned()
    };
    let paths = [write("a.toml", first), write("b.toml", second), write("news.jsonl", STORIES)];
    let paths: Vec<_> = paths.iter().map(String::as_str).collect();
    let output = copydesk(&[&["diff"], &paths[..], options].concat());
    (output.status.code(), written(&output), said(&output))
}

const WIRE: &str = "[[stage]]\nuse = \"wire\"\n";
const CLEANUP: &str = "[[stage]]\nuse = \"cleanup\"\n";

#[test]
fn pipelines_that_do_the_same_have_no_difference() {
    assert_eq!(diff(WIRE, WIRE, &[]), (Some(0), "2 documents, no difference\n".to_owned(), String::new()));
}

#[test]
fn what_only_one_does_is_counted_and_shown() {
    let (code, page, said) = diff(WIRE, &format!("{WIRE}{CLEANUP}disable = [\"fr/byline\"]\n"), &[]);
    assert_eq!(code, Some(0), "{said}");
    for told in [
        "1 of 2 documents differ\n",
        "        0         1           0  edits by cleanup/fr/perfect-of-saying\n",
        "\na\n",
        "  + cleanup/fr/perfect-of-saying  ”, has said Anne Roy → ,” Anne Roy said\n",
    ] {
        assert!(page.contains(told), "{told}\nis missing in\n{page}");
    }
    let (_, page, _) = diff(CLEANUP, WIRE, &["--layers", "byline", "--documents", "1"]);
    assert!(page.contains("2 of 2 documents differ") && !page.contains("By Jane Doe"), "{page}");
    assert!(page.contains("the first 1 of them"), "{page}");
}

#[test]
fn both_pipeline_files_are_checked() {
    let (code, _, said) = diff("[[stage]]\nuse = \"wirre\"\n", "[[stage]]\nuse = \"cleanpu\"\n", &[]);
    assert_eq!(code, Some(2));
    assert!(said.contains("did you mean `wire`?") && said.contains("did you mean `cleanup`?"), "{said}");
}
