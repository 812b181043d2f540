//! Chooses, at each atom, the reading that takes the most text.

use crate::atom::{Atom, Case};
use crate::context::Context;
use crate::lexicon::{Cue, Numeral};
use crate::reading::Reading;
use crate::time::{Seen, TimeWord};
use crate::{number, time};

/// Every reading of a document, in its order.
pub(crate) fn readings(cx: &Context<'_>, mut found: impl FnMut(Reading)) {
    let (mut seen, mut at, mut free) = (Seen::default(), 0, 0);
    while let Some(next) = cx.atoms[at..].iter().position(|atom| atom.starts.any()) {
        at += next;
        let Some(reading) = longest(cx, &seen, at).filter(|reading| reading.first >= free) else {
            at += 1;
            continue;
        };
        debug_assert!(reading.end > at, "a reading takes an atom");
        seen.note(cx, &reading);
        (at, free) = (reading.end, reading.end);
        found(reading);
    }
}

/// The longer of the two grammars' readings; the one of time where they are equally long.
fn longest(cx: &Context<'_>, seen: &Seen, at: usize) -> Option<Reading> {
    let starts = cx.atoms[at].starts;
    let time = if starts.time() && may_be_time(cx, at) { time::parse(cx, seen, at) } else { None };
    let time = if time.as_ref().is_some_and(|time| is_meant(cx, time)) { time } else { None };
    let number = if starts.number() { number::parse(cx, at) } else { None };
    match (time, number) {
        (Some(time), Some(number)) => {
            Some(if number.end > time.end || number.end == time.end && number.is_age() {
                number
            } else {
                time
            })
        }
        (time, number) => time.or(number),
    }
}

/// Whether what follows an atom leaves room for a time: asked first, since most articles and counts lead to none.
fn may_be_time(cx: &Context<'_>, at: usize) -> bool {
    let (atom, next) = (cx.at(at), cx.at(at + 1));
    let follows = !next.is_word()
        || next.time() != TimeWord::None
        || next.numeral() != Numeral::None
        || next.len() < 3
        || cx.at(at + 2).cue() == Cue::Of;
    match atom.time() {
        TimeWord::The
        | TimeWord::Article
        | TimeWord::Some
        | TimeWord::Count(_)
        | TimeWord::About
        | TimeWord::Nearly => follows,
        TimeWord::None if atom.is_digits() => follows || atom.len() == 4 || next.glued(),
        _ => true,
    }
}

/// Whether a time is asked for and no name.
fn is_meant(cx: &Context<'_>, time: &Reading) -> bool {
    time.value.as_ref().is_none_or(|value| cx.options.reads(value.kind)) && !is_surname(cx, time)
}

/// `Larry Sabato`: a day that translation left stands behind no given name.
fn is_surname(cx: &Context<'_>, reading: &Reading) -> bool {
    let (word, before) = (cx.at(reading.first), cx.before(reading.first, 1));
    let left = reading.value.as_ref().is_some_and(|value| value.origin.is_some())
        && reading.end == reading.first + 1;
    let capital = |atom: &Atom| atom.is_word() && atom.case != Case::Lower;
    left && capital(word) && capital(before) && word.follows() && before.cue() == Cue::None
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
