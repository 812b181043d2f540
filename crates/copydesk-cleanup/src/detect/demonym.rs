//! `the American State Department`, where the same text writes `US State Department`.

use std::ops::Range;

use crate::find::Finds;
use crate::page::Page;

/// Departments and the like that go with a country's short name.
const BODIES: [&str; 14] = [
    "State Department",
    "Department of State",
    "Secretary of State",
    "Treasury",
    "Justice Department",
    "Congress",
    "Senate",
    "Defense Department",
    "Federal Reserve",
    "Supreme Court",
    "House of Representatives",
    "Department of Justice",
    "Treasury Department",
    "Secret Service",
];

/// At `the American `.
pub(super) fn run(page: Page<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let text = page.text;
    let Some(body) = BODIES.iter().find(|body| text[at.end..].starts_with(**body)) else { return };
    let ends = !text[at.end + body.len()..].starts_with(char::is_alphanumeric);
    let short = ["US ", "U.S. "].into_iter().find(|short| text.contains(&format!("{short}{body}")));
    if let Some(short) = short.filter(|_| ends) {
        finds.replace(text, at, format!("the {short}"));
    }
}
