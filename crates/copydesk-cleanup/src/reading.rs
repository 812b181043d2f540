//! What rules see of a text that need its tokens.

use copydesk_text::{Outline, Token};

use crate::page::Page;
use crate::pattern::Tokens;

/// A text and the tokens of a line of it, or of all.
#[derive(Clone, Copy)]
pub(crate) struct Reading<'a> {
    pub(crate) page: Page<'a>,
    pub(crate) tokens: Tokens<'a>,
}

impl<'a> Reading<'a> {
    pub(crate) fn new(page: Page<'a>, outline: &'a Outline) -> Self {
        Self { page, tokens: Tokens { text: page.text, outline } }
    }

    pub(crate) fn text(self) -> &'a str {
        self.page.text
    }

    pub(crate) fn outline(self) -> &'a Outline {
        self.tokens.outline
    }

    /// The tokens.
    pub(crate) fn list(self) -> &'a [Token] {
        &self.tokens.outline.tokens
    }

    /// The character before a byte.
    pub(crate) fn before(self, at: usize) -> Option<char> {
        self.page.before(at)
    }

    /// The character at a byte.
    pub(crate) fn after(self, at: usize) -> Option<char> {
        self.page.after(at)
    }
}
