//! `copydesk report`.

use std::fs;

use crate::program::{copydesk, said, written};

#[test]
fn the_output_of_a_run_becomes_a_page() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = |name: &str| folder.path().join(name).to_str().expect("a plain path").to_owned();
    fs::write(
        path("p.toml"),
        "[[stage]]\nuse = \"wire\"\n[[stage]]\nuse = \"cleanup\"\n[[stage]]\nuse = \"numbers\"\n",
    )
    .expect("the folder is writable");
    let story = |id: u32| {
        format!(
            "{{\"id\": \"{id}\", \"text\": \"“It is <over>”, has said Anne Roy after {id} years and 12 days.\"}}\n"
        )
    };
    fs::write(path("news.jsonl"), (3..6).map(story).collect::<String>()).expect("the folder is writable");
    let ran = copydesk(&["run", &path("p.toml"), &path("news.jsonl"), "-o", &path("out")]);
    assert!(ran.status.success(), "{}", said(&ran));

    let output = copydesk(&["report", &path("out"), "-o", &path("report.html")]);
    assert!(output.status.success(), "{}", said(&output));
    let page = fs::read_to_string(path("report.html")).expect("the page is there");
    for told in [
        "3 documents · 3 of them edited · 3 edits",
        "complete by",
        "3 read, 3 written",
        "<code>cleanup/fr/perfect-of-saying</code></td><td>shape</td><td class=\"n\">3</td>",
        "<small>“It is &lt;over&gt;</small><del>”, has said Anne Roy</del><ins>,” Anne Roy said</ins>",
        "<h2>number</h2>",
    ] {
        assert!(page.contains(told), "{told}\nis missing in\n{page}");
    }
    assert!(!page.contains("http") && page.starts_with("<!doctype html>"), "it needs nothing else");
    assert_eq!(written(&copydesk(&["report", &path("out")])), page);
}

#[test]
fn what_is_no_output_of_a_run_is_told() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("news.jsonl");
    fs::write(&path, "{\"id\": \"1\", \"text\": \"All is well.\"}\n").expect("the folder is writable");
    let output = copydesk(&["report", path.to_str().expect("a plain path")]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("news.jsonl:1: not a record that a run has written"), "{}", said(&output));
}
