//! How many documents may fail before a run does.

use serde::de::Error;
use serde::{Deserialize, Deserializer};

use super::tally::Tally;

/// Failures that a run may have: a number, or a part of the documents read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Budget {
    failures: u64,
    /// Of so many documents; `None` for a plain number.
    of: Option<u64>,
}

impl Budget {
    /// Whether a run that is at its end has failed more than it may.
    pub(crate) fn exceeded(self, tally: &Tally) -> bool {
        let lost = u128::from(tally.failed() + tally.unreadable());
        match self.of {
            None => lost > self.failures.into(),
            Some(of) => lost * u128::from(of) > u128::from(self.failures) * u128::from(tally.read),
        }
    }

    /// Whether a run that is still going must have failed: a part is judged
    /// only when as many documents were read as it speaks of.
    pub(crate) fn exceeded_midway(self, tally: &Tally) -> bool {
        self.of.is_none_or(|of| tally.read >= of) && self.exceeded(tally)
    }
}

impl std::fmt::Display for Budget {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        match self.of {
            None => write!(f, "{}", self.failures),
            Some(of) => write!(f, "{}/{of}", self.failures),
        }
    }
}

impl std::str::FromStr for Budget {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let number = |text: &str| text.trim().parse::<u64>().ok();
        let read = match text.split_once('/') {
            None => number(text).map(|failures| Self { failures, of: None }),
            Some((failures, of)) => number(failures)
                .zip(number(of))
                .filter(|(_, of)| *of > 0)
                .map(|(failures, of)| Self { failures, of: Some(of) }),
        };
        read.ok_or_else(|| {
            format!("`{text}` is no number of failures: write \"10\", or \"3/1000\" for a part")
        })
    }
}

impl<'de> Deserialize<'de> for Budget {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        String::deserialize(deserializer)?.parse().map_err(D::Error::custom)
    }
}

impl schemars::JsonSchema for Budget {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Budget".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^ *[0-9]+ *(/ *[0-9]+ *)?$" })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn tally(read: u64, failed: u64) -> Tally {
        Tally { read, unreadable: [("not-json".to_owned(), failed)].into(), ..Tally::default() }
    }

    #[test]
    fn a_part_counts_of_what_was_read() {
        let budget: Budget = "3/1000".parse().unwrap();
        assert!(!budget.exceeded(&tally(1000, 3)) && budget.exceeded(&tally(1000, 4)));
        assert!(budget.exceeded(&tally(10, 1)) && !budget.exceeded_midway(&tally(10, 1)));
        assert!(!budget.exceeded(&tally(0, 0)));
    }

    #[test]
    fn a_number_counts_alone() {
        let budget: Budget = "2".parse().unwrap();
        assert!(!budget.exceeded_midway(&tally(2, 2)) && budget.exceeded_midway(&tally(3, 3)));
        assert!(["", "x", "1/0", "1/", "-1"].iter().all(|text| text.parse::<Budget>().is_err()));
    }
}
