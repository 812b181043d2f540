//! Words in quotation marks, which no rule rewrites.

use std::ops::Range;

use copydesk_text::Outline;

/// The places between quotation marks, outermost only, in text order.
#[derive(Debug, Default)]
pub(crate) struct Quoted(Vec<Range<usize>>);

impl Quoted {
    pub(crate) fn clear(&mut self) {
        self.0.clear();
    }

    /// Reads them from an outline.
    pub(crate) fn read(&mut self, outline: &Outline) {
        self.clear();
        for quotation in outline.quotations.iter().filter(|quotation| quotation.depth == 0) {
            let inner = quotation.inner_start as usize..quotation.inner_end as usize;
            // One that is never closed reaches to the next at most.
            if let Some(last) = self.0.last_mut() {
                last.end = last.end.min(quotation.start as usize);
            }
            self.0.push(inner);
        }
    }

    /// Whether a replacement leaves every word in quotation marks as it is.
    pub(crate) fn spares(&self, text: &str, span: &Range<usize>, with: &str) -> bool {
        same_words(&text[span.clone()], with) || !self.holds_word(text, span, with)
    }

    /// Whether a word that the replacement changes stands between marks.
    fn holds_word(&self, text: &str, span: &Range<usize>, with: &str) -> bool {
        let next = self.0.partition_point(|quoted| quoted.end <= span.start);
        let touched = self.0[next..].iter().take_while(|quoted| quoted.start < span.end.max(span.start + 1));
        touched.into_iter().any(|quoted| {
            let shared = span.start.max(quoted.start)..span.end.min(quoted.end);
            let inserts = quoted.contains(&span.start) && quoted.end > span.end && has_word(with);
            inserts || shared.start < shared.end && has_word(&text[shared])
        })
    }
}

fn has_word(text: &str) -> bool {
    text.chars().any(char::is_alphanumeric)
}

fn same_words(a: &str, b: &str) -> bool {
    a.chars().filter(|c| c.is_alphanumeric()).eq(b.chars().filter(|c| c.is_alphanumeric()))
}
