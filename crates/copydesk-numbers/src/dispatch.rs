//! Chooses, at each atom, the reading that takes the most text.

use crate::context::Context;
use crate::reading::Reading;
use crate::time::Seen;
use crate::{number, time};

/// Every reading of a document, in its order.
pub(crate) fn readings(cx: &Context<'_>, mut found: impl FnMut(Reading)) {
    let (mut seen, mut at) = (Seen::default(), 0);
    while let Some(next) = cx.atoms[at..].iter().position(|atom| atom.starts.any()) {
        at += next;
        let Some(reading) = longest(cx, &seen, at) else {
            at += 1;
            continue;
        };
        debug_assert!(reading.end > at, "a reading takes an atom");
        seen.note(cx, &reading);
        at = reading.end;
        found(reading);
    }
}

/// The longer of the two grammars' readings; the one of time where they are equally long.
fn longest(cx: &Context<'_>, seen: &Seen, at: usize) -> Option<Reading> {
    let starts = cx.atoms[at].starts;
    let time = if starts.time() { time::parse(cx, seen, at) } else { None };
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
