//! Straight marks: `Agenda ".`, `the country, "he went on`, `industrious "and" we`.

use std::ops::Range;

use super::{Place, blanks_after, blanks_before, ends_clause, is_gap, marks_of};
use crate::find::Finds;
use crate::reading::Reading;

/// Over the whole text, line by line.
pub(crate) fn run(reading: Reading<'_>, _: Range<usize>, finds: &mut Finds<'_>) {
    let mut marks = Vec::new();
    for line in &reading.outline().paragraphs {
        marks.clear();
        marks.extend(marks_of(reading, line));
        if is_sound(&marks) {
            marks.iter().enumerate().for_each(|(at, mark)| mend(reading, *mark, at % 2 == 0, finds));
        }
    }
}

/// Whether the marks come in pairs whose order is beyond doubt: the first opens, and most stand as they should.
fn is_sound(marks: &[Place]) -> bool {
    if marks.is_empty() || !marks.len().is_multiple_of(2) || marks.iter().any(|mark| mark.sign != '"') {
        return false;
    }
    let fits = |(at, mark): (usize, &Place)| if at % 2 == 0 { mark.fits_open() } else { mark.fits_close() };
    let inches = marks.iter().any(|mark| mark.left.is_some_and(|c| c.is_ascii_digit()) && !mark.fits_close());
    let wrong = marks.len() - marks.iter().enumerate().filter(|mark| fits(*mark)).count();
    marks[0].fits_open() && !inches && wrong > 0 && wrong * 2 <= marks.len() && can_all_be_mended(marks)
}

fn can_all_be_mended(marks: &[Place]) -> bool {
    marks.iter().enumerate().all(|(at, mark)| {
        if at % 2 == 0 {
            mark.fits_open() || mark.right.is_some_and(is_gap) && mark.left.is_some_and(|c| !ends_clause(c) || c == ',')
        } else {
            mark.fits_close() || mark.left.is_some_and(is_gap)
        }
    })
}

/// Moves a mark to the side of the blank where its role wants it.
fn mend(reading: Reading<'_>, mark: Place, opens: bool, finds: &mut Finds<'_>) {
    let text = reading.text();
    if opens && !mark.fits_open() && mark.right.is_some_and(is_gap) {
        let after = blanks_after(text, mark.end);
        let with = if mark.left.is_none_or(is_gap) { "\"" } else { " \"" };
        finds.replace(text, mark.start..after.end, with);
    } else if !opens && !mark.fits_close() && mark.left.is_some_and(is_gap) {
        let before = blanks_before(text, mark.start);
        let with = if mark.right.is_some_and(char::is_alphanumeric) { "\" " } else { "\"" };
        finds.replace(text, before.start..mark.end, with);
    }
}
