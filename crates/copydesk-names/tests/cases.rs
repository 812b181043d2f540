//! The Markdown cases of the stage.

use copydesk_names as _;

#[test]
fn cases() {
    copydesk_testkit::cases(concat!(env!("CARGO_MANIFEST_DIR"), "/cases"));
}
