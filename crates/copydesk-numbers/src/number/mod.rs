//! Numbers, money, quantities: everything that is no time.

mod age;
mod amount;
mod bounds;
mod digits;
mod fraction;
mod guard;
mod measure;
mod modifier;
mod money;
mod ordinal;
mod parse;
mod power;
mod prices;
mod quant;
mod range;
mod rewrite;
mod scale;
mod score;
mod style;
mod units;
mod vague;
pub(crate) mod vote;
mod words;

pub(crate) use modifier::modifier;
pub(crate) use parse::{amount, leads_nowhere, parse};
pub(crate) use rewrite::{in_a_quoted_name, numero, rewrite};
pub(crate) use style::style;
