//! A text's tokens with what stands between them.

use copydesk_text::{Kind, Outline, Token};

/// A text and its outline.
#[derive(Clone, Copy)]
pub(crate) struct Tokens<'a> {
    pub(crate) text: &'a str,
    pub(crate) outline: &'a Outline,
}

impl<'a> Tokens<'a> {
    /// The token of an index.
    pub(crate) fn get(self, at: usize) -> Option<&'a Token> {
        self.outline.tokens.get(at)
    }

    /// The text of a token; nothing past the last.
    pub(crate) fn word(self, at: usize) -> &'a str {
        self.get(at).map_or("", |token| token.of(self.text))
    }

    /// What stands before a token, from the end of the one before it.
    pub(crate) fn gap(self, at: usize) -> &'a str {
        let start = at.checked_sub(1).map_or(0, |before| self.outline.tokens[before].end as usize);
        let end = self.get(at).map_or(self.text.len(), |token| token.start as usize);
        &self.text[start..end]
    }

    /// Whether a token is the first of its line, or past the last of the text.
    pub(crate) fn starts_line(self, at: usize) -> bool {
        at == 0 || at >= self.outline.tokens.len() || self.gap(at).contains('\n')
    }

    /// A token and those after it on its line.
    pub(crate) fn rest_of_line(self, at: usize) -> impl Iterator<Item = &'a Token> {
        let rest = self.outline.tokens.get(at..).unwrap_or_default().iter().enumerate();
        rest.take_while(move |(index, _)| *index == 0 || !self.starts_line(at + index))
            .map(|(_, token)| token)
    }

    /// Whether a token is the first of its sentence.
    pub(crate) fn starts_sentence(self, at: usize) -> bool {
        let Some(token) = self.get(at) else { return false };
        let sentence = self.outline.sentence_at(token.start);
        sentence.is_some_and(|sentence| self.outline.sentences[sentence].start == token.start)
    }

    /// Whether a capital may stand at a token for its place alone.
    pub(crate) fn may_start(self, at: usize) -> bool {
        let after_mark = || {
            let before = self.get(at.checked_sub(1)?)?;
            Some(
                before.kind == Kind::QuotationMark
                    || matches!(before.of(self.text), ":" | "(" | "–" | "•" | "-"),
            )
        };
        self.starts_line(at) || self.starts_sentence(at) || after_mark() == Some(true)
    }
}
