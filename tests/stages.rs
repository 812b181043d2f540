//! `copydesk stages`.

use crate::generated::compare;
use crate::program::{copydesk, said, written};

#[test]
fn every_linked_stage_is_listed_with_its_summary() {
    let output = copydesk(&["stages"]);
    let list = written(&output);
    assert!(
        list.lines().any(|line| line.starts_with("wire ") && line.contains(" finds desk notes")),
        "{list}"
    );
}

#[test]
fn a_stage_has_a_page_and_a_form_for_programs() {
    assert!(written(&copydesk(&["stages", "wire"])).starts_with("# wire\n"));
    let json = written(&copydesk(&["stages", "wire", "--json"]));
    assert!(json.contains("\"provides\"") && json.contains("\"dateline\""), "{json}");
}

#[test]
fn a_name_that_is_nearly_right_gets_a_hint() {
    let output = copydesk(&["stages", "wires"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("did you mean `wire`?"), "{}", said(&output));
}

#[test]
fn the_pages_of_the_stages_are_current() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let output = copydesk(&["stages", "--docs", folder.path().to_str().expect("a plain path")]);
    assert!(output.status.success(), "{}", said(&output));
    compare(folder.path(), "docs/stages", ".md");
}
