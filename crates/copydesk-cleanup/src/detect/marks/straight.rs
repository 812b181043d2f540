//! Straight marks: `Agenda ".`, `the country, "he went on`, `industrious "and" we`.

use std::ops::Range;

use super::orphan::names_speaker;
use super::{Place, blanks_after, blanks_before, is_gap, lines_with_marks, places};
use crate::find::Finds;
use crate::lens::Lens;
use crate::page::Page;

/// Over the whole text, line by line.
pub(crate) fn run(page: Page<'_>, lens: &mut Lens, finds: &mut Finds<'_>) {
    let mut marks = Vec::new();
    for line in lines_with_marks(page) {
        marks.clear();
        marks.extend(places(page, line));
        if !is_sound(&marks) || !can_all_be_mended(page, lens, &marks) {
            continue;
        }
        for (at, mark) in marks.iter().enumerate() {
            let fits = if at.is_multiple_of(2) { mark.fits_open() } else { mark.fits_close() };
            if let Some((span, with)) = mending(page, lens, &marks, at).filter(|_| !fits) {
                finds.replace_all(span, with);
            }
        }
    }
}

/// Whether the marks come in pairs whose order is beyond doubt: the first opens, and most stand as they should.
fn is_sound(marks: &[Place]) -> bool {
    if marks.is_empty() || !marks.len().is_multiple_of(2) || marks.iter().any(|mark| mark.sign != '"') {
        return false;
    }
    let fits =
        |(at, mark): (usize, &Place)| if at.is_multiple_of(2) { mark.fits_open() } else { mark.fits_close() };
    let inches = marks.iter().any(|mark| mark.left.is_some_and(|c| c.is_ascii_digit()) && !mark.fits_close());
    let wrong = marks.len() - marks.iter().enumerate().filter(|mark| fits(*mark)).count();
    (marks[0].fits_open() || are_detached(marks)) && !inches && wrong > 0
}

/// Whether a blank stands on the inner side of the first mark and of the last, and what parts words on the outer sides.
fn are_detached(marks: &[Place]) -> bool {
    let (first, last) = (marks[0], marks[marks.len() - 1]);
    let inner = first.right.is_some_and(is_gap) && last.left.is_some_and(is_gap);
    inner
        && first.left.is_none_or(is_gap)
        && last.right.is_none_or(|c| matches!(c, '.' | ',' | ';' | '?' | '!'))
}

/// Whether every mark stands right or can be moved for a reason beside its number.
fn can_all_be_mended(page: Page<'_>, lens: &mut Lens, marks: &[Place]) -> bool {
    marks.iter().enumerate().all(|(at, mark)| {
        let fits = if at.is_multiple_of(2) { mark.fits_open() } else { mark.fits_close() };
        fits || mending(page, lens, marks, at).is_some()
    })
}

/// The new place of a mark: what to replace, and by what.
fn mending(
    page: Page<'_>,
    lens: &mut Lens,
    marks: &[Place],
    at: usize,
) -> Option<(Range<usize>, &'static str)> {
    let (text, mark) = (page.text, marks[at]);
    if at.is_multiple_of(2) {
        let after = blanks_after(text, mark.end);
        let joined = at > 0 && between(text, marks[at - 1], mark);
        return match (mark.left.is_none_or(is_gap), mark.right.is_some_and(is_gap)) {
            (true, true) => Some((after, "")),
            (false, true) if joined => Some((mark.start..after.end, " \"")),
            _ => None,
        };
    }
    let before = blanks_before(text, mark.start);
    let nested = text[..before.start].ends_with(['\'', '’']);
    let spoken = text[..before.start].ends_with([',', '?', '!']) && names_speaker(page, lens, mark.end);
    let joined = marks.get(at + 1).is_some_and(|next| between(text, mark, *next));
    match (before.is_empty() || nested, mark.right.is_some_and(char::is_alphanumeric)) {
        (false, false) => Some((before, "")),
        (false, true) if spoken || joined => Some((before.start..mark.end, "\" ")),
        _ => None,
    }
}

/// Whether no more than a conjunction stands between two marks.
fn between(text: &str, first: Place, second: Place) -> bool {
    matches!(&text[first.end..second.start], "and" | "but" | "or" | "then" | "while")
}
