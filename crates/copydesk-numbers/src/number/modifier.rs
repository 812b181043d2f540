//! Words before a number that bound it or blur it.

use crate::context::Context;
use crate::layer::Modifier;

/// What is said before the atom at which a number begins.
pub(crate) fn modifier(cx: &Context<'_>, first: usize) -> Option<Modifier> {
    let word = |back: usize| {
        let atom = cx.before(first, back);
        if atom.is_word() && first >= back { cx.word(first - back) } else { "" }
    };
    if !cx.at(first).follows() || cx.before(first, 1).lex == 0 {
        return None;
    }
    let is = |back: usize, words: &[&str]| words.iter().any(|known| word(back).eq_ignore_ascii_case(known));
    match word(1).len() {
        0 => None,
        _ if is(1, &["about", "some", "around", "roughly", "approximately", "circa", "estimated"]) => {
            Some(Modifier::About)
        }
        _ if is(1, &["nearly", "almost"]) => Some(Modifier::Nearly),
        _ if is(1, &["under"]) && is(2, &["just"]) => Some(Modifier::Nearly),
        _ if is(1, &["than"]) => than(&is),
        _ if is(1, &["over", "above", "exceeding"]) => Some(Modifier::MoreThan),
        _ if is(1, &["under", "below"]) => Some(Modifier::LessThan),
        _ if is(1, &["least"]) && is(2, &["at"]) => Some(Modifier::AtLeast),
        _ if is(1, &["most"]) && is(2, &["at"]) => Some(Modifier::AtMost),
        _ if is(1, &["to"]) && is(2, &["up"]) => Some(Modifier::AtMost),
        _ if is(1, &["as"]) && is(2, &["many", "much"]) && is(3, &["as"]) => Some(Modifier::AtMost),
        _ => None,
    }
}

/// `more than`, `no less than`.
fn than(is: &dyn Fn(usize, &[&str]) -> bool) -> Option<Modifier> {
    let no = is(3, &["no", "not"]);
    if is(2, &["more", "greater", "higher", "larger"]) {
        return Some(if no { Modifier::AtMost } else { Modifier::MoreThan });
    }
    if is(2, &["less", "fewer", "lower", "smaller"]) {
        return Some(if no { Modifier::AtLeast } else { Modifier::LessThan });
    }
    None
}
