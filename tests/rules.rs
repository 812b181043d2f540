//! `copydesk rules`.

use crate::generated::compare;
use crate::program::{copydesk, said, written};

#[test]
fn the_pages_of_the_packs_are_current() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let output = copydesk(&["rules", "--docs", folder.path().to_str().expect("a plain path")]);
    assert!(output.status.success(), "{}", said(&output));
    compare(folder.path(), "docs/packs", ".md");
}

#[test]
fn rules_have_a_form_for_programs() {
    let rules: serde_json::Value =
        serde_json::from_str(&written(&copydesk(&["rules", "--json"]))).expect("JSON");
    assert!(rules.is_array());
}

#[test]
fn a_rule_is_shown_with_its_proof() {
    let page = written(&copydesk(&["rules", "fr/perfect-of-saying"]));
    assert!(page.starts_with("## `fr/perfect-of-saying`\n"), "{page}");
    assert!(page.contains(" becomes ") && page.contains(" stays"), "{page}");
    let list = written(&copydesk(&["rules", "cleanup/fr/"]));
    assert!(list.lines().count() > 9 && list.lines().all(|line| line.starts_with("cleanup/fr/")), "{list}");
}

#[test]
fn a_rule_that_is_not_there_is_named() {
    let output = copydesk(&["rules", "no/such/rule"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("no rule has the id `no/such/rule`"), "{}", said(&output));
}
