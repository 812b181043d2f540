//! The stage `numbers`: every quantity, sum and date, with its exact value.

#![allow(dead_code, unused_imports, clippy::unused_self, reason = "the grammars are being filled")]

mod atom;
mod context;
mod dispatch;
mod exact;
mod layer;
mod lex;
mod lexicon;
mod number;
mod options;
mod reading;
mod stage;
mod time;

pub use exact::{Decimal, Exact};
pub use layer::{Interval, Kind, Modifier, Number, NumberValue, Value};
pub use options::{Options, Prefer, Rewrite};
pub use stage::NUMBERS;
pub use time::TimeValue;
