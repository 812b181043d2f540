//! The same number in the style of an American wire: `percent`, `million` in full, commas from ten thousand on.

use crate::context::Context;
use crate::layer::{Kind, NumberValue};
use crate::lexicon::{Cue, Numeral};
use crate::reading::Reading;

/// Writes a reading in style. `false` if it is.
pub(crate) fn style(cx: &Context<'_>, reading: &Reading, value: &NumberValue, out: &mut String) -> bool {
    out.clear();
    let counts = matches!(
        value.kind,
        Kind::Cardinal | Kind::Money | Kind::Quantity | Kind::Percent | Kind::NumberRange
    );
    if !counts || value.origin.is_some() {
        return false;
    }
    let (mut at, mut changed) = (reading.first, false);
    while at < reading.end {
        let end = piece(cx, at, reading, out);
        changed |= end.is_some();
        if end.is_none() {
            copy(cx, at, reading.first, out);
        }
        at = end.unwrap_or(at + 1);
    }
    changed
}

/// An atom with the blanks before it, as they are.
fn copy(cx: &Context<'_>, at: usize, first: usize, out: &mut String) {
    gap(cx, at, first, out);
    out.push_str(cx.word(at));
}

fn gap(cx: &Context<'_>, at: usize, first: usize, out: &mut String) {
    if at > first {
        out.push_str(&cx.text[cx.at(at - 1).end as usize..cx.at(at).start as usize]);
    }
}

/// Writes what style writes for the atoms at an index; where they end.
fn piece(cx: &Context<'_>, at: usize, reading: &Reading, out: &mut String) -> Option<usize> {
    let (atom, word) = (cx.at(at), cx.word(at));
    let unitless = reading.value.as_ref().is_some_and(|value| value.kind != Kind::Quantity);
    if atom.cue() == Cue::Per && cx.at(at + 1).cue() == Cue::Cent && at + 1 < reading.end {
        gap(cx, at, reading.first, out);
        out.push_str("percent");
        return Some(at + 2);
    }
    if word == "pct" {
        gap(cx, at, reading.first, out);
        out.push_str("percent");
        return Some(at + 1);
    }
    if let Numeral::Abbreviation(power @ (6 | 9 | 12)) = atom.numeral()
        && at > reading.first
        && cx.before(at, 1).is_digits()
        && (matches!(word, "mn" | "mln" | "bn" | "bln" | "tn" | "trn" | "tln")
            || (unitless && matches!(word, "m" | "M" | "b" | "B")))
    {
        out.push_str(match power {
            6 => " million",
            9 => " billion",
            _ => " trillion",
        });
        return Some(at + 1);
    }
    grouped(cx, at, reading, out)
}

/// Five digits and more that have no commas.
fn grouped(cx: &Context<'_>, at: usize, reading: &Reading, out: &mut String) -> Option<usize> {
    let atom = cx.at(at);
    let alone =
        !(cx.at(at + 1).glued() && cx.at(at + 1).is_word()) && !(atom.glued() && cx.before(at, 1).is('.'));
    if !atom.is_digits() || !(5..=12).contains(&atom.len()) || !alone {
        return None;
    }
    gap(cx, at, reading.first, out);
    let start = out.len();
    out.push_str(cx.word(at));
    super::rewrite::group(out, start);
    Some(at + 1)
}
