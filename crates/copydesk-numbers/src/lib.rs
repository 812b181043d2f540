//! The stage `numbers`: every quantity, sum and date, with its exact value.

#![allow(
    clippy::nonminimal_bool,
    clippy::struct_excessive_bools,
    reason = "conditions on words are said as they are thought of"
)]

mod atom;
mod context;
mod dateline;
mod dispatch;
mod exact;
mod layer;
mod lex;
mod lexicon;
mod number;
mod options;
mod reading;
mod rewrite;
mod rule_docs;
mod stage;
mod time;
mod unit;

pub use exact::{Decimal, Exact};
pub use layer::{Interval, Kind, Modifier, Number, NumberValue, Value};
pub use options::{Genre, Options, Prefer, Rewrite};
pub use stage::NUMBERS;
pub use time::TimeValue;
pub use unit::Unit;
