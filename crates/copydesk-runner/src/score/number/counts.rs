//! The counts of one kind of number, and the figures that come of them.

use serde_json::{Value, json};

use super::super::{Rates, ratio};

/// What was found of one kind.
#[derive(Clone, Copy, Default)]
pub(super) struct Counts {
    pub(super) gold: u64,
    pub(super) gold_with_value: u64,
    pub(super) predicted: u64,
    pub(super) right_spans: u64,
    pub(super) right_values: u64,
    /// Predictions that found a gold number without a value.
    pub(super) on_valueless: u64,
}

impl Counts {
    pub(super) fn add(&mut self, other: &Self) {
        self.gold += other.gold;
        self.gold_with_value += other.gold_with_value;
        self.predicted += other.predicted;
        self.right_spans += other.right_spans;
        self.right_values += other.right_values;
        self.on_valueless += other.on_valueless;
    }

    fn spans(&self) -> Rates {
        Rates::of(self.right_spans, self.predicted, self.gold)
    }

    fn values(&self) -> Option<Rates> {
        let predicted = self.predicted - self.on_valueless;
        (self.gold_with_value > 0).then(|| Rates::of(self.right_values, predicted, self.gold_with_value))
    }

    pub(super) fn json(&self) -> Value {
        let valued = self.right_spans - self.on_valueless;
        json!({
            "gold": self.gold,
            "pred": self.predicted,
            "span": self.spans().json(),
            "value": self.values().map(Rates::json),
            "value_given_span": (valued > 0).then(|| ratio(self.right_values, valued)),
        })
    }

    pub(super) fn row(&self, name: &str) -> String {
        let rates = |rates: Option<Rates>| match rates {
            Some(r) => format!("{:.3} {:.3} {:.3}", r.precision, r.recall, r.f1),
            None => "    -     -     -".to_owned(),
        };
        let (spans, values) = (rates(Some(self.spans())), rates(self.values()));
        format!("{name:16} {:>6} {:>9}   {spans}   {values}\n", self.gold, self.predicted)
    }
}
