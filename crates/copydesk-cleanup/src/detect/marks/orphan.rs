//! A closing mark on the wrong side of the blank whose opening one is lost: `the figures, “Arlen said`.

use super::{Place, blanks_before, lines_with_marks, places};
use crate::find::Finds;
use crate::lens::Lens;
use crate::page::Page;

/// Verbs that name a speaker.
const SAYING: [&str; 12] = [
    "said",
    "says",
    "added",
    "told",
    "continued",
    "explained",
    "concluded",
    "stressed",
    "noted",
    "stated",
    "wrote",
    "announced",
];

/// Over the whole text: the last mark of a line whose marks do not come in pairs.
pub(crate) fn run(page: Page<'_>, lens: &mut Lens, finds: &mut Finds<'_>) {
    for line in lines_with_marks(page) {
        let Some(mark) = lone(places(page, line)) else { continue };
        let before = blanks_before(page.text, mark.start);
        let comma = page.text[..before.start].ends_with(',');
        let blank = !before.is_empty() && mark.right.is_some_and(char::is_alphanumeric);
        if comma && blank && names_speaker(page, lens, mark.end) {
            let sign = if mark.sign == '"' { "\" " } else { "” " };
            finds.replace_all(before.start..mark.end, sign);
        }
    }
}

/// The only mark of a line.
fn lone(mut marks: impl Iterator<Item = Place>) -> Option<Place> {
    let first = marks.next().filter(|mark| mark.sign != '”')?;
    marks.next().is_none().then_some(first)
}

/// Whether a name or pronoun and a verb of saying follow.
pub(super) fn names_speaker(page: Page<'_>, lens: &mut Lens, from: usize) -> bool {
    let Some(line) = lens.at(page, from) else { return false };
    let tokens = line.list()[line.outline().token_at(from as u32)..].iter();
    let mut words = tokens.take_while(|token| token.is_word()).take(4);
    let subject = words.next().map_or("", |token| token.of(page.text));
    let named = subject.starts_with(char::is_uppercase) || matches!(subject, "he" | "she" | "they" | "it");
    named
        && !matches!(subject, "The" | "We" | "It" | "I")
        && words.any(|token| SAYING.contains(&token.of(page.text)))
}
