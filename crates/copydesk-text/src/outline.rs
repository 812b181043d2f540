//! One reading of a text: its paragraphs, sentences, tokens and quotations, in buffers that are used again.

use std::ops::Range;

use copydesk_core::Reading;

use crate::letter::is_blank;
use crate::quotation::{self, Quotation};
use crate::sentence::{self, Sentence};
use crate::token::{Token, offset, tokenize};

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
        for line in lines(text) {
            self.paragraph(text, line);
        }
        quotation::link(&mut self.quotations, &self.paragraphs);
    }
}

impl Outline {
    fn clear(&mut self) {
        self.paragraphs.clear();
        self.sentences.clear();
        self.tokens.clear();
        self.quotations.clear();
    }

    fn paragraph(&mut self, text: &str, line: Range<usize>) {
        let (first_token, first_sentence) = (self.tokens.len(), self.sentences.len());
        tokenize(text, line.clone(), &mut self.tokens);
        self.sentences(text, first_token);
        let paragraph = Paragraph {
            start: offset(line.start),
            end: offset(line.end),
            first_sentence: offset(first_sentence),
            last_sentence: offset(self.sentences.len()),
            first_token: offset(first_token),
            last_token: offset(self.tokens.len()),
        };
        let index = offset(self.paragraphs.len());
        quotation::pair(
            text,
            (index, &paragraph),
            &self.tokens[first_token..],
            &mut self.quotations,
            &mut self.open,
        );
        self.paragraphs.push(paragraph);
    }

    fn sentences(&mut self, text: &str, first_token: usize) {
        let tokens = &self.tokens[first_token..];
        let mut from = 0;
        while from < tokens.len() {
            let to = sentence::end(text, tokens, from);
            self.sentences.push(Sentence {
                start: tokens[from].start,
                end: tokens[to - 1].end,
                paragraph: offset(self.paragraphs.len()),
                first_token: offset(first_token + from),
                last_token: offset(first_token + to),
            });
            from = to;
        }
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
