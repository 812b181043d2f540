//! Sizes as people write them: `16MiB`.

use std::str::FromStr;

use serde::de::Error;
use serde::{Deserialize, Deserializer};

/// A number of bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Size(pub u64);

const UNITS: [(&str, u64); 8] = [
    ("KiB", 1 << 10),
    ("MiB", 1 << 20),
    ("GiB", 1 << 30),
    ("kB", 1_000),
    ("KB", 1_000),
    ("MB", 1_000_000),
    ("GB", 1_000_000_000),
    ("B", 1),
];

impl FromStr for Size {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let unit = UNITS.iter().find_map(|(unit, bytes)| Some((text.strip_suffix(unit)?, *bytes)));
        let (number, bytes) = unit.unwrap_or((text, 1));
        let number = number.trim().parse::<u64>().ok();
        let size = number.and_then(|number| number.checked_mul(bytes)).filter(|size| *size > 0);
        size.map(Self)
            .ok_or_else(|| format!("`{text}` is no size: write a number and a unit, such as \"16MiB\""))
    }
}

impl<'de> Deserialize<'de> for Size {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl schemars::JsonSchema for Size {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Size".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[0-9]+ *(B|[kKMG]B|[KMG]iB)?$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sizes_have_units() {
        for (text, size) in [("16MiB", 16 << 20), ("2 GB", 2_000_000_000), ("7", 7), ("10B", 10)] {
            assert_eq!(text.parse(), Ok(Size(size)));
        }
        for text in ["", "MiB", "-1B", "0", "1.5MiB", "99999999999GiB", "16M"] {
            assert!(text.parse::<Size>().is_err(), "{text}");
        }
    }
}
