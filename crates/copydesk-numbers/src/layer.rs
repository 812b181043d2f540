//! The layer `number`.

use std::fmt;

use copydesk_core::prelude::*;
use jiff::civil::Date;
use serde::{Serialize, Serializer};

use crate::exact::Exact;
use crate::time::TimeValue;
use crate::unit::Unit;

/// Numbers, sums of money, quantities, dates and times.
pub struct Number;

/// What a number or a date says.
#[derive(Clone, Debug, PartialEq, serde::Serialize, schemars::JsonSchema)]
pub struct NumberValue {
    /// What it is.
    pub kind: Kind,
    /// What it says, exactly: a decimal, `p/q`, an interval `[a,b]`, or an ISO 8601, EDTF or TIMEX3 string.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub value: Option<Value>,
    /// The unit, or the currency by its ISO 4217 code.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub unit: Option<Unit>,
    /// Of a date: the days or instants it covers, the end excluded.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub interval: Option<Interval>,
    /// A word before it that bounds it or blurs it.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub modifier: Option<Modifier>,
    /// Whether the currency or the sense is the likeliest of several and not said.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    pub assumed: bool,
    /// The source language, if it is written as no English is.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub origin: Option<&'static str>,
    /// How sure the reading is, from 0 to 1.
    #[serde(serialize_with = "percent_steps")]
    pub confidence: f32,
    /// Which rule read it.
    pub rule: &'static str,
}

impl NumberValue {
    /// Read by a rule, with nothing said beyond kind and value.
    pub(crate) fn new(kind: Kind, value: impl Into<Value>, rule: &'static str) -> Self {
        Self {
            kind,
            value: Some(value.into()),
            unit: None,
            interval: None,
            modifier: None,
            assumed: false,
            origin: None,
            confidence: 0.95,
            rule,
        }
    }
}

/// Kinds of number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, serde::Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Kind {
    /// A whole number that counts.
    Cardinal,
    /// A number with a part after the point.
    Decimal,
    /// A part of a whole.
    Fraction,
    /// A place in an order.
    Ordinal,
    /// Per cent. Percentage points and basis points are quantities.
    Percent,
    /// A sum of money.
    Money,
    /// A number with a unit of measure.
    Quantity,
    /// How old someone or something is.
    Age,
    /// From one number to another.
    NumberRange,
    /// A day, a month, a year, or another span of the calendar.
    Date,
    /// A time of day.
    Time,
    /// A day and a time of day.
    Datetime,
    /// From one date to another.
    DateRange,
    /// From one time of day to another.
    TimeRange,
    /// From one instant to another.
    DatetimeRange,
    /// A length of time.
    Duration,
    /// A time that comes again.
    Set,
    /// The score of a game or a vote.
    Score,
    /// No more than an order of magnitude, which is its value.
    Vague,
    /// A number that is part of a name.
    NameNumber,
}

/// What is said before a number of how it is meant.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Serialize, schemars::JsonSchema)]
#[serde(rename_all = "snake_case")]
pub enum Modifier {
    /// About, some, around, roughly.
    About,
    /// Nearly, almost, just under.
    Nearly,
    /// More than, over, above.
    MoreThan,
    /// Less than, under, below, fewer than.
    LessThan,
    /// At least, no fewer than.
    AtLeast,
    /// At most, up to, as many as.
    AtMost,
    /// The first part of it.
    Early,
    /// The middle of it.
    Mid,
    /// The last part of it.
    Late,
    /// Of the fiscal year.
    Fiscal,
}

/// What is said: a number, a range or a time.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Value {
    /// A number.
    Number(Exact),
    /// From one number to another, both included. An open end is `None`.
    Range(Option<Exact>, Option<Exact>),
    /// Numbers of two sides, as in a score.
    Score(u32, u32),
    /// A time.
    Time(TimeValue),
}

impl<T: Into<Exact>> From<T> for Value {
    fn from(number: T) -> Self {
        Self::Number(number.into())
    }
}

impl From<TimeValue> for Value {
    fn from(time: TimeValue) -> Self {
        Self::Time(time)
    }
}

impl fmt::Display for Value {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Number(number) => number.fmt(f),
            Self::Range(Some(low), Some(high)) => write!(f, "[{low},{high}]"),
            Self::Range(Some(low), None) => write!(f, "[{low},)"),
            Self::Range(None, Some(high)) => write!(f, "(,{high}]"),
            Self::Range(None, None) => f.write_str("(,)"),
            Self::Score(ours, theirs) => write!(f, "{ours}-{theirs}"),
            Self::Time(time) => time.fmt(f),
        }
    }
}

impl Serialize for Value {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl schemars::JsonSchema for Value {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "NumberText".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string" })
    }
}

/// From one day to another, the end excluded. Written `["2023-02-22","2023-02-23"]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Interval {
    /// The first day.
    pub start: Date,
    /// The first day after it.
    pub end: Date,
}

/// A day as ISO 8601 writes it.
struct Iso(Date);

impl Serialize for Iso {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&self.0)
    }
}

impl Serialize for Interval {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq([Iso(self.start), Iso(self.end)])
    }
}

impl schemars::JsonSchema for Interval {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Interval".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "array", "items": { "type": "string" }, "minItems": 2, "maxItems": 2,
            "description": "The first instant, and the first instant after it."
        })
    }
}

/// Writes a confidence in steps of a hundredth.
#[expect(clippy::trivially_copy_pass_by_ref, reason = "serde's signature")]
fn percent_steps<S: Serializer>(confidence: &f32, serializer: S) -> Result<S::Ok, S::Error> {
    serializer.serialize_f64((f64::from(*confidence) * 100.0).round() / 100.0)
}

impl Layer for Number {
    type Value = NumberValue;
    const NAME: &'static str = "number";
    const SUMMARY: &'static str = "numbers, money, quantities, dates and times, with their exact values";
}
