//! Ages that are bare numbers: `aged 78`, `Jane Doe, 54, …`.

use crate::atom::{Atom, Case};
use crate::context::Context;
use crate::lexicon::Cue;
use crate::number::quant::Quant;
use crate::time::TimeWord;

/// Who may be of any age.
const CHILDREN: [&str; 6] = ["boy", "girl", "child", "toddler", "son", "daughter"];

/// Whether a bare number says how old the person named before it is.
pub(crate) fn stands_behind_name(cx: &Context<'_>, quant: &Quant) -> bool {
    let years = quant.amount.whole().is_some_and(|years| (1..=115).contains(&years));
    if !years || quant.amount.separated || quant.amount.fraction {
        return false;
    }
    let before = cx.before(quant.first, 1);
    if before.cue() == Cue::Aged {
        return true;
    }
    let name = |back| {
        let word = cx.before(quant.first, back);
        word.is_word() && word.case() != Case::Lower && word.time() == TimeWord::None && word.len() > 1
    };
    let given = cx.before(quant.first, 3);
    let named = name(2) && (name(3) || given.is('.') || given.is('-') || given.is('\'') || given.is('’'));
    let noun = cx.before(quant.first, 2);
    let office = noun.is_word() && !noun.is_known() && matches!(given.cue(), Cue::The | Cue::Article);
    let verb = cx.at(quant.end + 1).is_word() && cx.at(quant.end + 1).case() == Case::Lower;
    let adult = quant.amount.whole().is_some_and(|years| years > 15);
    let child = CHILDREN.iter().any(|word| noun.reads(cx.text, word)) && office;
    let told = (adult || child) && verb && (name(2) || office) && noun.nation().is_none();
    before.is(',') && quant.amount.digits && (named || told) && closes(cx.at(quant.end))
}

/// A comma or the end of a sentence.
fn closes(after: &Atom) -> bool {
    after.glued() && (after.is(',') || after.is('.') || after.is(';')) || !after.follows()
}
