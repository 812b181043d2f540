//! What a date, time, duration or set says.

use std::fmt;

/// A time, written in the forms of ISO 8601, EDTF and TIMEX3.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct TimeValue {}

impl fmt::Display for TimeValue {
    fn fmt(&self, _f: &mut fmt::Formatter<'_>) -> fmt::Result {
        Ok(())
    }
}
