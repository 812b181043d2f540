//! Predictions against gold: numbers, quotations, repairs.

pub(crate) mod cleanup;
pub(crate) mod number;
pub(crate) mod quote;
mod records;

/// What a score shows: the same figures for a program and for a person.
pub(crate) struct Report {
    /// As data.
    pub(crate) json: serde_json::Value,
    /// As a table.
    pub(crate) text: String,
}

/// Precision, recall and their harmonic mean. Where nothing was to be found, finding nothing is right.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rates {
    precision: f64,
    recall: f64,
    f1: f64,
}

impl Rates {
    /// Of `right` ones among `predicted` and `gold`.
    fn of(right: u64, predicted: u64, gold: u64) -> Self {
        let share = |of: u64, other: u64| match of {
            0 => f64::from(u8::from(other == 0)),
            _ => ratio(right, of),
        };
        let (precision, recall) = (share(predicted, gold), share(gold, predicted));
        let sum = precision + recall;
        let f1 = if sum == 0.0 { 0.0 } else { 2.0 * precision * recall / sum };
        Self { precision, recall, f1 }
    }

    fn json(self) -> serde_json::Value {
        serde_json::json!({ "p": self.precision, "r": self.recall, "f1": self.f1 })
    }
}

/// A share of a count.
#[expect(clippy::cast_precision_loss, reason = "counts of annotations lie far below 2^52")]
fn ratio(part: u64, whole: u64) -> f64 {
    part as f64 / whole as f64
}
