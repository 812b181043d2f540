//! What a grammar found.

use copydesk_core::Span;

use crate::context::Context;
use crate::layer::{Kind, NumberValue};

/// A run of atoms and what it means.
#[derive(Clone, Debug)]
pub(crate) struct Reading {
    /// The first atom.
    pub(crate) first: usize,
    /// One past the last atom.
    pub(crate) end: usize,
    /// What it means; `None` if it looks like a number and is none, so that no reading begins inside.
    pub(crate) value: Option<NumberValue>,
}

impl Reading {
    /// Of the atoms `first..end`.
    pub(crate) fn new(first: usize, end: usize, value: NumberValue) -> Self {
        Self { first, end, value: Some(value) }
    }

    /// Says that the atoms `first..end` are no number.
    pub(crate) fn none(first: usize, end: usize) -> Self {
        Self { first, end, value: None }
    }

    /// Whether it says how old someone is.
    pub(crate) fn is_age(&self) -> bool {
        self.value.as_ref().is_some_and(|value| value.kind == Kind::Age)
    }

    /// Its part of the text.
    pub(crate) fn span(&self, cx: &Context<'_>) -> Span {
        Span { start: cx.atoms[self.first].start, end: cx.atoms[self.end - 1].end }
    }
}
