//! Numbers, money, quantities: everything that is no time.

mod amount;

pub(crate) use amount::{Amount, amount};

use crate::context::Context;
use crate::layer::{Kind, NumberValue};
use crate::reading::Reading;

/// The longest number that begins at the atom `at`.
pub(crate) fn parse(cx: &Context<'_>, at: usize) -> Option<Reading> {
    let amount = amount(cx, at)?;
    Some(Reading::new(at, amount.end, NumberValue::new(Kind::Cardinal, amount.value, "cardinal")))
}
