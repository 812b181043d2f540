//! Whether a document writes its numbers as no English does.

use crate::atom::{Atom, Case, Gap};
use crate::context::Context;
use crate::lexicon::Numeral;

/// The vote of all of a document's numbers.
pub(crate) fn is_foreign(cx: &Context<'_>) -> bool {
    let votes: i32 = (0..cx.atoms.len()).map(|at| vote(cx, at)).sum();
    votes > 0
}

/// For, against, or nothing.
fn vote(cx: &Context<'_>, at: usize) -> i32 {
    let atom = &cx.atoms[at];
    if atom.is_word() {
        return i32::from(matches!(atom.numeral(), Numeral::Leftover(_)));
    }
    let (before, after) = (cx.before(at, 1), cx.at(at + 1));
    let between = before.is_digits() && after.is_digits() && atom.glued() && after.glued();
    let list = at > 1 && cx.before(at, 2).is(',') || cx.at(at + 2).is(',') && cx.at(at + 2).glued();
    match atom.symbol() {
        Some(',') if between && !list => {
            if after.len() == 3 {
                -1
            } else {
                1
            }
        }
        Some('.') if between && after.len() != 3 => -1,
        Some('.') if between && counts_thousands(cx, at) => 1,
        Some('€') if atom.glued() => i32::from(matches!(before.numeral(), Numeral::Abbreviation(_))),
        Some('%') if before.is_digits() => i32::from(matches!(atom.gap, Gap::Thin | Gap::Space)),
        _ => i32::from(thin_group(before, atom)),
    }
}

fn thin_group(before: &Atom, atom: &Atom) -> bool {
    before.is_digits() && atom.is_digits() && atom.len() == 3 && atom.gap == Gap::Thin
}

/// `83.000 inhabitants`: nobody counts people to three places.
fn counts_thousands(cx: &Context<'_>, point: usize) -> bool {
    let (whole, rest, noun) = (cx.before(point, 1), cx.at(point + 1), cx.at(point + 2));
    let word = cx.word(point + 2);
    whole.len() <= 3
        && rest.payload == 0
        && noun.gap == Gap::Space
        && noun.case() == Case::Lower
        && noun.unit().is_none()
        && (word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") || word == "people")
}
