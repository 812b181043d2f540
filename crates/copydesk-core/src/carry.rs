//! What is done to each span inside an annotation's value.

use crate::Span;

/// Something that has to see every span inside a value: an edit that moves
/// them, or the check that they lie on whole characters.
pub trait Carry {
    /// Moves a span. `false` if all of its text is gone.
    fn span(&mut self, span: &mut Span) -> bool;

    /// Moves a span that may go; it becomes `None` with its text.
    fn keep(&mut self, span: &mut Option<Span>) {
        if span.as_mut().is_some_and(|inner| !self.span(inner)) {
            *span = None;
        }
    }

    /// Moves the spans of a list; those whose text is gone leave it.
    /// `false` if none is left of some.
    fn list(&mut self, spans: &mut Vec<Span>) -> bool {
        let some = !spans.is_empty();
        spans.retain_mut(|span| self.span(span));
        !some || !spans.is_empty()
    }
}
