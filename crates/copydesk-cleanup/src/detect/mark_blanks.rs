//! Blanks before a comma, a full stop and their like: `the harbour , which`.

use std::ops::Range;

use crate::find::Finds;
use crate::reading::Reading;

/// One in so many words is a machine's habit, not a slip.
const WORDS_PER_BLANK: usize = 40;

/// Over the whole text.
pub(super) fn run(reading: Reading<'_>, _: Range<usize>, finds: &mut Finds<'_>) {
    let loose = reading.survey.loose.iter().map(|at| *at as usize);
    let slips: Vec<_> = loose.filter(|at| is_slip(reading, *at)).collect();
    if slips.len() >= 2 && slips.len() * WORDS_PER_BLANK >= reading.list().len() {
        for at in slips {
            let (before, sign) = (&reading.list()[at - 1], &reading.list()[at]);
            finds.replace_all(before.end as usize..sign.start as usize, "");
        }
    }
}

/// Whether the sign belongs to the word before it.
fn is_slip(reading: Reading<'_>, at: usize) -> bool {
    let token = &reading.list()[at];
    let gap = reading.tokens.gap(at);
    let plain = token.range().len() == 1
        && gap.chars().all(|c| matches!(c, ' ' | '\u{a0}'))
        && gap.chars().count() == 1;
    let word = reading.before(token.start as usize - gap.len());
    let word = word.is_some_and(|c| c.is_alphanumeric() || matches!(c, ')' | '”' | '»' | '%' | '"'));
    let after = reading.after(token.end as usize);
    plain
        && word
        && after.is_none_or(|c| c.is_whitespace() || matches!(c, '”' | '"' | '’'))
        && !reading.text()[token.end as usize..].starts_with(" .")
}
