//! Dates, times, durations and sets.

mod reference;
mod value;
mod word;

pub(crate) use reference::Reference;
pub use value::TimeValue;
pub(crate) use word::TimeWord;

use crate::context::Context;
use crate::layer::NumberValue;
use crate::reading::Reading;

/// What was read before in the same document, which later readings may refer to.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {}

impl Seen {
    /// Takes note of a reading that was kept.
    pub(crate) fn note(&mut self, _cx: &Context<'_>, _reading: &Reading) {}
}

/// The longest time, date, duration or set that begins at the atom `at`.
pub(crate) fn parse(_cx: &Context<'_>, _seen: &Seen, _at: usize) -> Option<Reading> {
    None
}

/// Writes the English for a reading that translation left in another form. `false` if it stays as it is.
pub(crate) fn rewrite(
    _cx: &Context<'_>,
    _reading: &Reading,
    _value: &NumberValue,
    _out: &mut String,
) -> bool {
    false
}
