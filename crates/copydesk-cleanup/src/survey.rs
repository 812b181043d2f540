//! One look at every token, for the rules that no anchor can call: what is rare is listed, what is common is passed by.

use copydesk_text::{Case, Kind, Outline, Token};

use crate::word_hash::hash;
use crate::words::is_listed;

/// The tokens that some rule may care about, by their indices.
#[derive(Debug, Default)]
pub(crate) struct Survey {
    /// The hash of every token, without regard to case.
    pub(crate) hashes: Vec<u64>,
    /// Words that are not English and are written in small letters, in capitals, or with a hyphen or a second capital.
    pub(crate) strange: Vec<u32>,
    /// Quotation marks.
    pub(crate) marks: Vec<u32>,
    /// Commas and stops with something between them and the word before.
    pub(crate) loose: Vec<u32>,
    /// Commas and stops with nothing between them and the words on both sides.
    pub(crate) tight: Vec<u32>,
    /// Tokens that start what stood so many tokens before.
    pub(crate) repeats: Vec<(u32, u32)>,
    /// Where each hash was last seen.
    last: Vec<u32>,
}

/// Phrases of more tokens are not looked for twice.
pub(crate) const LONGEST_PHRASE: usize = 10;

/// Slots for hashes that were seen; two in one slot lose a repetition at worst.
const SLOTS: usize = 1 << 10;

/// No place.
const NEVER: u32 = u32::MAX;

impl Survey {
    /// Looks at every token.
    pub(crate) fn read(&mut self, text: &str, outline: &Outline) {
        self.clear();
        let mut before = 0;
        for (at, token) in outline.tokens.iter().enumerate() {
            let word = token.of(text).as_bytes();
            let hash = hash(word);
            self.hashes.push(hash);
            match token.kind {
                Kind::Word if is_telling(token, word) && !is_listed(hash) => self.strange.push(at as u32),
                Kind::QuotationMark => self.marks.push(at as u32),
                Kind::Mark if before < token.start && matches!(word, b"," | b"." | b";" | b"?" | b"!") => {
                    self.loose.push(at as u32);
                }
                Kind::Mark if matches!(word, b"," | b".") && is_tight(outline, at) => {
                    self.tight.push(at as u32);
                }
                _ => {}
            }
            before = token.end;
        }
        self.find_repeats();
    }

    fn clear(&mut self) {
        self.hashes.clear();
        self.strange.clear();
        self.marks.clear();
        self.loose.clear();
        self.tight.clear();
        self.repeats.clear();
        self.last.clear();
        self.last.resize(SLOTS, NEVER);
    }

    fn find_repeats(&mut self) {
        for (at, hash) in self.hashes.iter().enumerate() {
            let slot = &mut self.last[(hash >> 20) as usize % SLOTS];
            let length = at.wrapping_sub(*slot as usize);
            if (1..=LONGEST_PHRASE).contains(&length) && self.hashes[at - length] == *hash {
                let next = self.hashes.get(at + 1);
                if length == 1 || next.is_some_and(|next| self.hashes[at + 1 - length] == *next) {
                    self.repeats.push((at as u32, length as u32));
                }
            }
            *slot = at as u32;
        }
    }
}

/// Whether words stand right before and after a mark.
fn is_tight(outline: &Outline, at: usize) -> bool {
    let token = &outline.tokens[at];
    let before = at.checked_sub(1).map(|before| &outline.tokens[before]);
    let (Some(before), Some(after)) = (before, outline.tokens.get(at + 1)) else { return false };
    before.end == token.start && after.start == token.end && before.is_word() && after.is_word()
}

/// Whether a word's letters may say more than its place: small, all capitals, or a capital where none belongs.
fn is_telling(token: &Token, word: &[u8]) -> bool {
    word.len() >= 4
        && (token.case != Case::Capitalized || word[1].is_ascii_uppercase() || word.contains(&b'-'))
}
