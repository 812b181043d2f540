//! Words before a number that bound it or blur it.

use crate::context::Context;
use crate::layer::Modifier;

/// What is said before the atom at which a number begins.
pub(crate) fn modifier(cx: &Context<'_>, first: usize) -> Option<Modifier> {
    modifier_words(cx, first).map(|(modifier, _)| modifier)
}

/// The same, with how many words say it.
pub(super) fn modifier_words(cx: &Context<'_>, first: usize) -> Option<(Modifier, usize)> {
    if !cx.at(first).follows() || !cx.before(first, 1).is_known() {
        return None;
    }
    let is = |back: usize, words: &[&str]| {
        let word = if first >= back && cx.before(first, back).is_word() { cx.word(first - back) } else { "" };
        words.iter().any(|known| word.eq_ignore_ascii_case(known))
    };
    let no = |back: usize| is(back, &["no", "not"]);
    let one = |modifier| Some((modifier, 1));
    let two = |modifier| Some((modifier, 2));
    match cx.before(first, 1).len() {
        5 if is(1, &["about"]) => one(Modifier::About),
        4 if is(1, &["some"]) => one(Modifier::About),
        6 if is(1, &["around"]) => one(Modifier::About),
        7.. if is(1, &["roughly", "approximately", "estimated"]) => one(Modifier::About),
        6 if is(1, &["nearly", "almost"]) => one(Modifier::Nearly),
        5 if is(1, &["under"]) && is(2, &["just"]) => two(Modifier::Nearly),
        4 if is(1, &["than"]) && is(2, &["more", "greater", "higher", "larger"]) => {
            if no(3) {
                Some((Modifier::AtMost, 3))
            } else {
                two(Modifier::MoreThan)
            }
        }
        4 if is(1, &["than"]) && is(2, &["less", "fewer", "lower", "smaller"]) => {
            if no(3) {
                Some((Modifier::AtLeast, 3))
            } else {
                two(Modifier::LessThan)
            }
        }
        4 | 5 if is(1, &["over", "above"]) => one(Modifier::MoreThan),
        5 if is(1, &["under", "below"]) => one(Modifier::LessThan),
        5 if is(1, &["least"]) && is(2, &["at"]) => two(Modifier::AtLeast),
        4 if is(1, &["most"]) && is(2, &["at"]) => two(Modifier::AtMost),
        2 if is(1, &["to"]) && is(2, &["up"]) => two(Modifier::AtMost),
        2 if is(1, &["as"]) && is(2, &["many", "much"]) && is(3, &["as"]) => Some((Modifier::AtMost, 3)),
        _ => None,
    }
}
