//! `copydesk explain`.

use std::path::PathBuf;

use tempfile::TempDir;

use crate::program::{copydesk, said, written};

const STORY: &str =
    "By Jane Doe\nARLEN, March 9 (Newswire) - Talks <on> the harbour began.\n(Reporting by Jane Doe)";

/// A folder with a pipeline, and a file in it.
fn folder(file: &str, text: &str) -> (TempDir, PathBuf, PathBuf) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let (config, path) = (folder.path().join("pipeline.toml"), folder.path().join(file));
    std::fs::write(&config, "[[stage]]\nuse = \"wire\"\n").expect("the folder is writable");
    std::fs::write(&path, text).expect("the folder is writable");
    (folder, config, path)
}

fn explain(file: &str, text: &str, options: &[&str]) -> (Option<i32>, String, String) {
    let (_folder, config, path) = folder(file, text);
    let paths = [&config, &path].map(|path| path.to_str().expect("a plain path"));
    let output = copydesk(&[&["explain"], &paths[..], options].concat());
    (output.status.code(), written(&output), said(&output))
}

#[test]
fn a_story_is_shown_with_its_annotations_and_their_values() {
    let (code, page, said) = explain("harbour.txt", STORY, &[]);
    assert_eq!(code, Some(0), "{said}");
    for line in [
        "harbour  93 characters, 0 edits, 3 annotations",
        "      byline  credit  dateline",
        "   2  ARLEN, March 9 (Newswire) - Talks <on> the harbour began.",
        "   1  By Jane Doe  “Jane Doe”",
    ] {
        assert!(page.lines().any(|l| l.trim_end() == line), "{line}\nis missing in\n{page}");
    }
    assert!(!page.contains('\u{1b}'), "no colour where there is no terminal");
}

#[test]
fn only_the_layers_that_are_asked_for_are_shown() {
    let (_, page, _) = explain("harbour.txt", STORY, &["--layers", "credit,byline"]);
    assert!(page.contains("credit 1") && page.contains("byline 1") && !page.contains("dateline"), "{page}");
    let (code, _, said) = explain("harbour.txt", STORY, &["--layers", "credits"]);
    assert_eq!(code, Some(2));
    assert!(said.contains("no stage writes a layer `credits`: did you mean `credit`?"), "{said}");
}

#[test]
fn a_record_is_found_by_its_id() {
    let records = "{\"id\": \"a\", \"text\": \"One.\"}\n{\"id\": 7, \"text\": \"Two.\"}\n";
    assert!(explain("news.jsonl", records, &[]).1.contains("   1  One.\n"));
    assert!(explain("news.jsonl", records, &["--id", "7"]).1.contains("   1  Two.\n"));
    let (code, _, said) = explain("news.jsonl", records, &["--id", "b"]);
    assert_eq!(code, Some(2));
    assert!(said.contains("has no document `b`"), "{said}");
}

#[test]
fn a_page_for_a_browser_needs_nothing_else() {
    let (code, page, said) = explain("harbour.txt", STORY, &["--html"]);
    assert_eq!(code, Some(0), "{said}");
    assert!(page.starts_with("<!doctype html>") && page.ends_with("</html>\n"), "{page}");
    assert!(page.contains("Talks &lt;on&gt; the harbour"), "{page}");
    assert!(!page.contains("http"), "{page}");
}
