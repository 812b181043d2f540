//! What rules see of a text.

use std::ops::Range;

use copydesk_text::{Outline, Token};

use crate::pattern::Tokens;
use crate::survey::Survey;

/// A text and its outline, as rules see them.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub(crate) tokens: Tokens<'a>,
    pub(crate) survey: &'a Survey,
}

impl<'a> Reading<'a> {
    pub(crate) fn text(self) -> &'a str {
        self.tokens.text
    }

    pub(crate) fn outline(self) -> &'a Outline {
        self.tokens.outline
    }

    /// All tokens.
    pub(crate) fn list(self) -> &'a [Token] {
        &self.tokens.outline.tokens
    }

    /// The words that are not English and catch the eye, with their indices.
    pub(crate) fn strange(self) -> impl Iterator<Item = (usize, &'a Token)> {
        self.survey.strange.iter().map(move |at| (*at as usize, &self.list()[*at as usize]))
    }

    /// The line that holds a byte, as an index.
    pub(crate) fn line_at(self, at: usize) -> Option<usize> {
        let lines = &self.outline().paragraphs;
        let found = lines.partition_point(|line| line.start as usize <= at).checked_sub(1)?;
        (at < lines[found].end as usize).then_some(found)
    }

    /// What to delete so that a run of lines is gone: from the end of the line before, or up to the next one.
    pub(crate) fn lines_out(self, lines: Range<usize>) -> Range<usize> {
        let all = &self.outline().paragraphs;
        let (first, last) = (all[lines.start].range(), all[lines.end - 1].range());
        match (lines.start.checked_sub(1), all.get(lines.end)) {
            (Some(before), _) => all[before].end as usize..last.end,
            (None, Some(next)) => first.start..next.start as usize,
            (None, None) => first.start..last.end,
        }
    }

    /// The character before a byte.
    pub(crate) fn before(self, at: usize) -> Option<char> {
        self.text()[..at].chars().next_back()
    }

    /// The character at a byte.
    pub(crate) fn after(self, at: usize) -> Option<char> {
        self.text()[at..].chars().next()
    }
}
