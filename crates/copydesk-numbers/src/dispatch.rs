//! Chooses, at each atom, the reading that takes the most text.

use crate::atom::{Atom, Case};
use crate::context::Context;
use crate::lexicon::{Cue, Numeral};
use crate::reading::Reading;
use crate::time::{Found, Seen, TimeWord};
use crate::{number, time};

/// Every reading of a document, in its order.
pub(crate) fn readings(cx: &Context<'_>, mut found: impl FnMut(Reading)) {
    let (mut seen, mut at, mut free) = (Seen::default(), 0, 0);
    while let Some(next) = cx.atoms[at..].iter().position(Atom::starts_any) {
        at += next;
        if leads_a_name(cx, at) {
            at += 1;
            continue;
        }
        let (time, number) = (time_at(cx, &seen, at), number_at(cx, at));
        if time.is_none() && number.is_none() {
            at += 1;
            continue;
        }
        let Some(reading) = longest(time, number).filter(|reading| reading.first >= free) else {
            at += 1;
            continue;
        };
        debug_assert!(reading.end > at, "a reading takes an atom");
        seen.note(cx, &reading);
        (at, free) = (reading.end, reading.end);
        found(reading);
    }
}

/// Whether an article stands before a word that no grammar knows, as two in three do. `The final two years` are known by
/// their word alone.
#[inline]
fn leads_a_name(cx: &Context<'_>, at: usize) -> bool {
    let next = cx.at(at + 1);
    let article = matches!(cx.at(at).cue(), Cue::The | Cue::Article);
    let plain = !cx.options.talk() && !cx.options.spoken_times();
    article && next.is_word() && !next.is_known() && plain && !cx.is(at + 1, "final")
}

#[inline]
fn time_at(cx: &Context<'_>, seen: &Seen, at: usize) -> Option<Found> {
    let may = cx.atoms[at].starts().time() && may_be_time(cx, at);
    if may { time::parse(cx, seen, at).filter(|time| is_meant(cx, time)) } else { None }
}

#[inline]
fn number_at(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let may = cx.atoms[at].starts().number() && !number::leads_nowhere(cx, at);
    if may { number::parse(cx, at) } else { None }
}

/// The longer of the two grammars' readings; the one of time where they are equally long.
fn longest(time: Option<Found>, number: Option<Reading>) -> Option<Reading> {
    match (time, number) {
        (Some(time), Some(number)) if number.end > time.end || number.end == time.end && number.is_age() => {
            Some(number)
        }
        (Some(time), _) => Some(time.reading()),
        (None, number) => number,
    }
}

/// Whether what follows an atom leaves room for a time: asked first, since most articles and counts lead to none.
fn may_be_time(cx: &Context<'_>, at: usize) -> bool {
    let (atom, next) = (cx.at(at), cx.at(at + 1));
    let timed = next.time() != TimeWord::None;
    let follows = || {
        !next.is_word()
            || timed
            || next.numeral() != Numeral::None
            || next.len() < 3
            || cx.at(at + 2).cue() == Cue::Of
    };
    match atom.time() {
        TimeWord::The | TimeWord::This | TimeWord::Same if !cx.options.spoken_times() => {
            timed || next.is_digits() || cx.is(at + 1, "final")
        }
        TimeWord::Holiday => atom.case() != Case::Lower || cx.options.talk(),
        TimeWord::The
        | TimeWord::Article
        | TimeWord::Some
        | TimeWord::Count(_)
        | TimeWord::About
        | TimeWord::Nearly => follows(),
        TimeWord::None if atom.is_digits() => follows() || atom.len() == 4 || next.glued(),
        _ => true,
    }
}

/// Whether a time is asked for and no name.
fn is_meant(cx: &Context<'_>, time: &Found) -> bool {
    cx.options.reads(time.kind) && !is_surname(cx, time)
}

/// `Larry Sabato`: a day that translation left stands behind no given name.
fn is_surname(cx: &Context<'_>, time: &Found) -> bool {
    if time.tongue.is_none() || time.end != time.first + 1 {
        return false;
    }
    let (word, before) = (cx.at(time.first), cx.before(time.first, 1));
    let capital = |atom: &Atom| atom.is_word() && atom.case() != Case::Lower;
    capital(word) && capital(before) && word.follows() && before.cue() == Cue::None
}

#[cfg(test)]
mod tests {
    use std::cell::OnceCell;

    use super::*;
    use crate::context::LOOKS;
    use crate::lex;
    use crate::options::{Genre, Options};
    use crate::time::Reference;

    /// How many atoms are looked at while a text is read.
    fn work(text: &str, options: &Options) -> u64 {
        let (mut atoms, foreign) = (Vec::new(), OnceCell::new());
        lex::read(text, &mut atoms);
        let reference = Reference::default();
        let cx = Context { text, atoms: &atoms, options, reference, nation: None, foreign: &foreign };
        LOOKS.set(0);
        readings(&cx, |reading| assert!(reading.end <= atoms.len()));
        LOOKS.get()
    }

    #[test]
    fn work_grows_with_the_text_and_no_faster() {
        const PIECES: [&str; 40] = [
            "1",
            "hundred ",
            "a hundred ",
            "one ",
            "twenty ",
            "twenty-",
            "1,",
            "1,111",
            "1,111 ",
            "1 111 ",
            "1.",
            "1.1.",
            "1/",
            "1/2 ",
            "3/4/",
            "1-",
            "1 - ",
            "10 to ",
            "$",
            "$ ",
            "$1",
            "$1-",
            "a ",
            "and ",
            "half a ",
            "half ",
            "one in ",
            "one and a ",
            "million ",
            "thousands of ",
            "the ",
            "( ",
            "1h",
            "March ",
            "March 3 ",
            "3 to ",
            "km/",
            "1e",
            "1^1",
            "5 feet ",
        ];
        for genre in [Genre::News, Genre::Dialogue] {
            let options = Options { genre, ..Options::default() };
            for piece in PIECES {
                let (short, long) =
                    (work(&piece.repeat(1_000), &options), work(&piece.repeat(10_000), &options));
                assert!(
                    long < 12 * short + 1_000,
                    "{piece:?} repeated: {short} looks, then {long} for ten times as much"
                );
            }
        }
    }

    #[test]
    fn a_hundred_thousand_digits_or_hundreds_take_few_looks() {
        for piece in ["7", "hundred "] {
            let looks = work(&piece.repeat(100_000), &Options::default());
            assert!(looks < 10_000_000, "{looks} looks for {piece:?}");
        }
    }
}
