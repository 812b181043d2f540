//! Commas and full stops that lost the blank after them: `It rained,and then`, `spoke.People left`.

use std::ops::Range;

use copydesk_text::Case;

use crate::find::Finds;
use crate::reading::Reading;
use crate::survey::Survey;
use crate::words::is_listed;

/// Over the whole text.
pub(super) fn run(reading: Reading<'_>, _: Range<usize>, finds: &mut Finds<'_>) {
    for at in reading.survey.tight.iter().map(|at| *at as usize) {
        let mark = &reading.list()[at];
        let (before, after) = (&reading.list()[at - 1], &reading.list()[at + 1]);
        let stop = mark.of(reading.text()) == ".";
        let cases = before.case == Case::Lower
            && if stop { after.case == Case::Capitalized } else { after.case == Case::Lower };
        if cases && is_word(reading, at - 1) && is_word(reading, at + 1) && !in_address(reading, at) {
            finds.replace_all(mark.end as usize..mark.end as usize, " ");
        }
    }
}

fn is_word(reading: Reading<'_>, at: usize) -> bool {
    let Survey { hashes, .. } = reading.survey;
    reading.list()[at].range().len() >= 3 && is_listed(hashes[at])
}

/// Whether the chunk between blanks has more of the signs that addresses have.
fn in_address(reading: Reading<'_>, at: usize) -> bool {
    let (before, after) = (&reading.list()[at - 1], &reading.list()[at + 1]);
    let around = [reading.before(before.start as usize), reading.after(after.end as usize)];
    let parts = |c: &char| matches!(c, '/' | '@' | '#' | '_' | '.' | ',' | '=' | '&');
    around[0].as_ref().is_some_and(parts)
        || around[1].as_ref().is_some_and(|c| matches!(c, '/' | '@' | '_' | '='))
}
