//! One look at every token of a text, for the rules that compare words all over it.

use copydesk_text::{Case, Kind, Outline, Token};

use crate::reading::Reading;
use crate::word_hash::hash;
use crate::words::is_listed;

/// The tokens that such a rule may care about, by their indices.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// The hash of every token, without regard to case.
    pub(crate) hashes: Vec<u64>,
    /// Words that are not English and are written in small letters, in capitals, or with a hyphen or a second capital.
    strange: Vec<u32>,
}

impl Survey {
    /// Looks at every token.
    pub(crate) fn read(&mut self, text: &str, outline: &Outline) {
        self.hashes.clear();
        self.strange.clear();
        for (at, token) in outline.tokens.iter().enumerate() {
            let word = token.of(text).as_bytes();
            let hash = hash(word);
            self.hashes.push(hash);
            if token.kind == Kind::Word && is_telling(token, word) && !is_listed(hash) {
                self.strange.push(at as u32);
            }
        }
    }

    /// The words that are not English and catch the eye, with their indices.
    pub(crate) fn strange<'a>(&'a self, reading: Reading<'a>) -> impl Iterator<Item = (usize, &'a Token)> {
        self.strange.iter().map(move |at| (*at as usize, &reading.list()[*at as usize]))
    }
}

/// Whether a word's letters may say more than its place: small, all capitals, or a capital where none belongs.
fn is_telling(token: &Token, word: &[u8]) -> bool {
    word.len() >= 4
        && (token.case != Case::Capitalized || word[1].is_ascii_uppercase() || word.contains(&b'-'))
}
