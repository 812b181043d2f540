//! `copydesk test`.

use crate::program::{copydesk, said, written};

fn test(tests: &str, filter: &[&str]) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("pipeline.toml");
    std::fs::write(&path, format!("[[stage]]\nuse = \"wire\"\n\n{tests}")).expect("the folder is writable");
    let output = copydesk(&[&["test", path.to_str().expect("a plain path")], filter].concat());
    assert_eq!(written(&output), "", "talk goes to standard error");
    (output.status.code(), said(&output))
}

const RIGHT: &str = r#"
[[test]]
name = "a dateline"
text = "ARLEN, March 9 (Newswire) - Talks began."
expect.text = "ARLEN, March 9 (Newswire) - Talks began."
expect.dateline = [{ text = "ARLEN, March 9 (Newswire) -", agency = "Newswire", places = ["ARLEN"], date = { day = 9 } }]
expect.byline = []
"#;

const WRONG: &str = r#"
[[test]]
name = "a byline"
text = """
By Jane Doe
The talks began."""
expect.text = """
By Jane Doe
The talks ended."""
expect.byline = [{ names = ["John Roe"] }]
expect.dateline = []
"#;

#[test]
fn what_comes_as_expected_passes() {
    let (code, said) = test(RIGHT, &[]);
    assert_eq!((code, said.as_str()), (Some(0), "ok    a dateline\n1 test passed\n"));
}

#[test]
fn what_differs_is_shown() {
    let (code, said) = test(&format!("{RIGHT}{WRONG}"), &[]);
    assert_eq!(code, Some(1), "{said}");
    let told = "wrong a byline";
    let (place, differences) = said.split_once(told).and_then(|(_, rest)| rest.split_once('\n')).expect(told);
    assert!(place.ends_with("pipeline.toml:12"), "{place}");
    let want = "      byline
        - { names = [\"John Roe\"] }
        + { text = \"By Jane Doe\", names = [\"Jane Doe\"] }
      text
        - The talks ended.
        + The talks began.
1 test failed, 1 passed
";
    assert_eq!(differences, want);
}

#[test]
fn a_filter_leaves_the_others_out() {
    let (code, said) = test(&format!("{RIGHT}{WRONG}"), &["dateline"]);
    assert_eq!((code, said.as_str()), (Some(0), "ok    a dateline\n1 test passed\n"));
}
