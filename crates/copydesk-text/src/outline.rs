//! One reading of a text: its paragraphs, sentences, tokens and quotations, in buffers that are used again.

use std::ops::Range;

use copydesk_core::Reading;

use crate::letter::is_blank;
use crate::quotation::{self, Quotation};
use crate::scan::{self, Met};
use crate::sentence::{self, Sentence};
use crate::token::Token;

/// A paragraph: a line without its line end and the blanks around it. Empty lines are none.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Paragraph {
    /// The first byte.
    pub start: u32,
    /// The byte after the last.
    pub end: u32,
    /// Its first sentence, as an index.
    pub first_sentence: u32,
    /// The sentence after its last.
    pub last_sentence: u32,
    /// Its first token, as an index.
    pub first_token: u32,
    /// The token after its last.
    pub last_token: u32,
}

impl Paragraph {
    /// The bytes it covers.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.start as usize..self.end as usize
    }

    /// The indices of its sentences.
    #[must_use]
    pub fn sentences(&self) -> Range<usize> {
        self.first_sentence as usize..self.last_sentence as usize
    }

    /// The indices of its tokens.
    #[must_use]
    pub fn tokens(&self) -> Range<usize> {
        self.first_token as usize..self.last_token as usize
    }
}

/// A text's paragraphs, sentences, tokens and quotations, each in the order of the text. Stages get the one that they
/// share from `View::reading`.
#[derive(Clone, Debug, Default)]
pub struct Outline {
    /// The lines that hold something.
    pub paragraphs: Vec<Paragraph>,
    /// Their sentences.
    pub sentences: Vec<Sentence>,
    /// Their tokens.
    pub tokens: Vec<Token>,
    /// What stands between quotation marks, by where it starts.
    pub quotations: Vec<Quotation>,
    met: Met,
    open: Vec<u32>,
}

impl Reading for Outline {
    /// Reads a text, in one pass and in time linear in its length.
    ///
    /// # Panics
    ///
    /// If the text is 4 GiB or longer.
    fn read(&mut self, text: &str) {
        self.clear();
        assert!(u32::try_from(text.len()).is_ok(), "a document is shorter than 4 GiB");
        let mut at = 0;
        while at < text.len() {
            let first_token = self.tokens.len();
            at = scan::line(text, at, &mut self.tokens, &mut self.met);
            if self.tokens.len() > first_token {
                self.paragraph(text, first_token);
            }
        }
        quotation::link(&mut self.quotations, &self.paragraphs);
    }
}

impl Outline {
    /// Reads the line of a text from a byte on, and nothing else of it; places are those of the text.
    ///
    /// # Panics
    ///
    /// If the text is 4 GiB or longer.
    pub fn read_line(&mut self, text: &str, start: usize) {
        self.clear();
        assert!(u32::try_from(text.len()).is_ok(), "a document is shorter than 4 GiB");
        scan::line(text, start, &mut self.tokens, &mut self.met);
        if !self.tokens.is_empty() {
            self.paragraph(text, 0);
        }
    }

    fn clear(&mut self) {
        self.paragraphs.clear();
        self.sentences.clear();
        self.tokens.clear();
        self.quotations.clear();
    }

    /// Adds the paragraph whose tokens are those from `first_token` on.
    fn paragraph(&mut self, text: &str, first_token: usize) {
        let index = self.paragraphs.len() as u32;
        let first_sentence = self.sentences.len() as u32;
        sentence::split(text, &self.tokens, first_token, (&self.met.stops, index), &mut self.sentences);
        let last = self.tokens.len() - 1;
        let paragraph = Paragraph {
            start: self.tokens[first_token].start,
            end: self.tokens[last].end,
            first_sentence,
            last_sentence: self.sentences.len() as u32,
            first_token: first_token as u32,
            last_token: self.tokens.len() as u32,
        };
        quotation::pair(
            text,
            (index, &paragraph),
            &self.met.marks,
            &self.tokens,
            &mut self.quotations,
            &mut self.open,
        );
        self.paragraphs.push(paragraph);
    }

    /// The sentence, as an index, that holds a byte or is the last to start before it.
    #[must_use]
    pub fn sentence_at(&self, at: u32) -> Option<usize> {
        self.sentences.partition_point(|sentence| sentence.start <= at).checked_sub(1)
    }

    /// The first token, as an index, that ends after a byte.
    #[must_use]
    pub fn token_at(&self, at: u32) -> usize {
        self.tokens.partition_point(|token| token.end <= at)
    }
}

/// The lines of a text that are not blank, without the blanks around them.
pub fn lines(text: &str) -> impl Iterator<Item = Range<usize>> {
    let mut start = 0;
    std::iter::from_fn(move || {
        (start < text.len()).then(|| {
            let end = memchr::memchr(b'\n', &text.as_bytes()[start..]).map_or(text.len(), |at| start + at);
            let line = trim(text, start..end);
            start = end + 1;
            line
        })
    })
    .filter(|line| !line.is_empty())
}

fn trim(text: &str, line: Range<usize>) -> Range<usize> {
    let content = &text[line.clone()];
    let start = line.start + (content.len() - content.trim_start_matches(is_blank).len());
    let end = line.start + content.trim_end_matches(is_blank).len();
    start..end.max(start)
}
