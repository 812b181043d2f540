//! Numbers with the words that bound them, where the options ask for it: `under seven euros`, `between 5 and 6`.

use crate::context::Context;
use crate::layer::{Modifier, Value};
use crate::number::modifier::modifier_words;
use crate::reading::Reading;

/// A reading with its bound.
pub(crate) fn bounded(cx: &Context<'_>, mut reading: Reading) -> Reading {
    let Some(value) = &mut reading.value else { return reading };
    let (first, at) = (reading.first, reading.first.wrapping_sub(1));
    if let Value::Range(..) = value.value.clone().unwrap_or(Value::Score(0, 0)) {
        let opens = first > 0 && ["between", "from", "about", "around"].iter().any(|word| cx.is(at, word));
        reading.first -= usize::from(opens && cx.at(first).follows());
        return reading;
    }
    let Some(Value::Number(number)) = &value.value else { return reading };
    if let Some((modifier, words)) = modifier_words(cx, first) {
        value.value = Some(match modifier {
            Modifier::MoreThan | Modifier::AtLeast => Value::Range(Some(number.clone()), None),
            Modifier::LessThan | Modifier::AtMost => Value::Range(None, Some(number.clone())),
            _ => Value::Number(number.clone()),
        });
        reading.first -= words;
    } else if first > 0 && cx.is(at, "exactly") && cx.at(first).follows() {
        reading.first -= 1;
    }
    reading
}
