//! Units of measure, as they are written out.

use std::fmt;

use serde::{Serialize, Serializer};

/// A unit by its English name in the singular, or a currency by its code.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Unit {
    over: Part,
    per: Option<Part>,
}

/// A unit and its power: 2 for square, 3 for cubic.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Part {
    name: Name,
    power: u8,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Name {
    Known(&'static str),
    Written(Written),
}

/// A few letters of the text, kept without a box.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Written {
    bytes: [u8; 15],
    len: u8,
}

impl Unit {
    /// A unit by its name.
    pub(crate) const fn new(name: &'static str) -> Self {
        Self { over: Part { name: Name::Known(name), power: 1 }, per: None }
    }

    /// A unit as it is written, if it is short.
    pub(crate) fn written(text: &str) -> Option<Self> {
        let (mut bytes, len) = ([0; 15], u8::try_from(text.len()).ok()?);
        bytes.get_mut(..text.len())?.copy_from_slice(text.as_bytes());
        Some(Self { over: Part { name: Name::Written(Written { bytes, len }), power: 1 }, per: None })
    }

    /// Its square, or its cube.
    pub(crate) const fn power(mut self, power: u8) -> Self {
        self.over.power = power;
        self
    }

    /// So much of it in each of another unit.
    pub(crate) const fn per(mut self, other: Self) -> Self {
        self.per = Some(other.over);
        self
    }
}

impl fmt::Display for Part {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let power = match self.power {
            2 => "square ",
            3 => "cubic ",
            _ => "",
        };
        f.write_str(power)?;
        match self.name {
            Name::Known(name) => f.write_str(name),
            Name::Written(written) => {
                let bytes = &written.bytes[..usize::from(written.len)];
                f.write_str(std::str::from_utf8(bytes).expect("it was copied from a text"))
            }
        }
    }
}

impl fmt::Display for Unit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        self.over.fmt(f)?;
        match self.per {
            Some(per) => write!(f, " per {per}"),
            None => Ok(()),
        }
    }
}

impl Serialize for Unit {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl schemars::JsonSchema for Unit {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Unit".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string" })
    }
}
