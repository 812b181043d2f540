//! The English for dates that translation left in another form.

use crate::context::Context;
use crate::layer::NumberValue;
use crate::reading::Reading;

/// Writes the English for a reading that translation left in another form. `false` if it stays as it is.
pub(crate) fn rewrite(
    _cx: &Context<'_>,
    _reading: &Reading,
    _value: &NumberValue,
    _out: &mut String,
) -> bool {
    false
}
