//! Byte ranges of a text.

use std::ops::Range;

use serde::ser::{SerializeSeq, SerializeStruct};
use serde::{Deserialize, Serialize, Serializer};

use crate::units;

/// A byte range of a document's text.
///
/// Written out as `{"start": …, "end": …}`, in the unit of the run: see
/// [`OffsetUnit`](crate::OffsetUnit).
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord, Hash, Deserialize, schemars::JsonSchema,
)]
pub struct Span {
    /// First byte.
    pub start: u32,
    /// One past the last byte.
    pub end: u32,
}

impl Span {
    /// The span of nothing, before the byte `at`.
    #[must_use]
    pub const fn point(at: u32) -> Self {
        Self { start: at, end: at }
    }

    /// Its length in bytes.
    #[must_use]
    pub const fn len(self) -> usize {
        (self.end - self.start) as usize
    }

    /// Whether no byte lies in it.
    #[must_use]
    pub const fn is_empty(self) -> bool {
        self.start == self.end
    }

    /// The span as a range for slicing.
    #[must_use]
    pub const fn range(self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// Its part of `text`.
    ///
    /// # Panics
    ///
    /// If it does not lie on whole characters of `text`.
    #[must_use]
    pub fn of(self, text: &str) -> &str {
        &text[self.range()]
    }

    /// Whether every byte of `other` lies in it.
    #[must_use]
    pub const fn contains(self, other: Self) -> bool {
        self.start <= other.start && other.end <= self.end
    }

    /// Whether the two share a byte, or one is a point strictly inside the other.
    #[must_use]
    pub const fn overlaps(self, other: Self) -> bool {
        self.start < other.end && other.start < self.end
    }

    /// The shortest span that covers both.
    #[must_use]
    pub fn cover(self, other: Self) -> Self {
        Self { start: self.start.min(other.start), end: self.end.max(other.end) }
    }
}

impl From<Range<usize>> for Span {
    fn from(range: Range<usize>) -> Self {
        let cut = |n: usize| u32::try_from(n).expect("documents are capped at 4 GiB on reading");
        Self { start: cut(range.start), end: cut(range.end) }
    }
}

impl From<Range<u32>> for Span {
    fn from(range: Range<u32>) -> Self {
        Self { start: range.start, end: range.end }
    }
}

impl Serialize for Span {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let [start, end] = units::written(*self);
        let mut object = serializer.serialize_struct("Span", 2)?;
        object.serialize_field("start", &start)?;
        object.serialize_field("end", &end)?;
        object.end()
    }
}

/// Writes a list of spans as `[[start, end], …]`, for `#[serde(serialize_with = "copydesk_core::span_pairs")]`.
pub fn span_pairs<S: Serializer>(spans: &[Span], serializer: S) -> Result<S::Ok, S::Error> {
    let mut list = serializer.serialize_seq(Some(spans.len()))?;
    spans.iter().try_for_each(|span| list.serialize_element(&units::written(*span)))?;
    list.end()
}
