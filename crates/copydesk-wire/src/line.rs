//! A line of the story: its text, and spans of the document from ranges in it.

use std::ops::Range;

use copydesk_core::prelude::*;

/// A line that holds something.
#[derive(Clone, Copy)]
pub(crate) struct Line<'a> {
    pub(crate) text: &'a str,
    start: usize,
}

impl<'a> Line<'a> {
    pub(crate) fn new(text: &'a str, range: Range<usize>) -> Self {
        Self { start: range.start, text: &text[range] }
    }

    pub(crate) fn span(&self, range: &Range<usize>) -> Span {
        Span::from(self.start + range.start..self.start + range.end)
    }

    pub(crate) fn whole(&self) -> Span {
        self.span(&(0..self.text.len()))
    }
}
