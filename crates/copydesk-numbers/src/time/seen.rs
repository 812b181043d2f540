//! What was read before in the same document, which later readings may refer to.

use crate::context::Context;
use crate::layer::Value;
use crate::reading::Reading;

use super::point::Point;
use super::value::{TimeValue, Timex};

/// The latest dates of a document.
#[derive(Clone, Debug, Default)]
pub(crate) struct Seen {
    /// The latest date of any grain.
    pub(crate) last: Option<Point>,
    /// The latest month, quarter, half or year: what a report is about.
    pub(crate) period: Option<Point>,
}

impl Seen {
    /// Takes note of a reading that was kept.
    pub(crate) fn note(&mut self, _cx: &Context<'_>, reading: &Reading) {
        // A season of two years, `2004-05`, is about its first.
        let Some(Value::Time(TimeValue(Timex::At(point) | Timex::Between(Some(point @ Point::Year(_)), _)))) =
            reading.value.as_ref().and_then(|value| value.value.as_ref())
        else {
            return;
        };
        if point.days().is_none() {
            return;
        }
        self.last = Some(*point);
        // `from $2 million a year earlier` names the period before, and the report goes on about its own.
        let about = reading.value.as_ref().is_some_and(|value| value.rule != "from-date");
        if about && matches!(point, Point::Month(..) | Point::Quarter(..) | Point::Half(..) | Point::Year(..))
        {
            self.period = Some(*point);
        }
    }
}
