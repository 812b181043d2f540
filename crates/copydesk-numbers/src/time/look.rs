//! What the grammar of time looks at: atoms by index, by their role in time.

use crate::atom::{Atom, Case};
use crate::context::Context;

use super::seen::Seen;
use super::word::TimeWord;

/// The document at hand and what was read of it.
#[derive(Clone, Copy)]
pub(crate) struct Look<'a> {
    pub(crate) cx: &'a Context<'a>,
    pub(crate) seen: &'a Seen,
}

impl<'a> Look<'a> {
    /// The atom at an index, if it stands on the line of the one before it.
    pub(crate) fn atom(self, at: usize) -> &'a Atom {
        let atom = self.cx.at(at);
        if atom.follows() { atom } else { &Atom::OUTSIDE }
    }

    /// The role of the atom at an index, which begins a reading or stands on the line of the one before it.
    pub(crate) fn role(self, at: usize) -> TimeWord {
        self.atom(at).time()
    }

    /// The role of the atom before an index, on the same line.
    pub(crate) fn role_before(self, at: usize) -> TimeWord {
        if self.cx.at(at).follows() { self.cx.before(at, 1).time() } else { TimeWord::None }
    }

    /// Whether the atom at an index follows on the line and is this word, given in small letters.
    pub(crate) fn is(self, at: usize, word: &str) -> bool {
        let atom = self.atom(at);
        atom.is_word() && atom.reads(self.cx.text, word)
    }

    /// Whether the atom at an index is one of these words.
    pub(crate) fn is_any(self, at: usize, words: &[&str]) -> bool {
        let atom = self.atom(at);
        atom.is_word() && words.iter().any(|word| atom.reads(self.cx.text, word))
    }

    /// Whether the atom before an index, on the same line, is one of these words.
    pub(crate) fn was_any(self, at: usize, words: &[&str]) -> bool {
        let before = self.cx.before(at, 1);
        self.cx.at(at).follows()
            && before.is_word()
            && words.iter().any(|word| before.reads(self.cx.text, word))
    }

    /// Whether the atom at an index is this symbol, on the line.
    pub(crate) fn sign(self, at: usize, symbol: char) -> bool {
        self.atom(at).is(symbol)
    }

    /// Whether a hyphen or a dash joins the atom before an index to the one after it, without blanks. The index after it.
    pub(crate) fn hyphen(self, at: usize) -> Option<usize> {
        let joins = matches!(self.atom(at).symbol(), Some('-' | '‐' | '‑' | '–'));
        (joins && self.cx.at(at).glued() && self.cx.at(at + 1).glued()).then_some(at + 1)
    }

    /// The index after a hyphen that may stand there.
    pub(crate) fn past_hyphen(self, at: usize) -> usize {
        self.hyphen(at).unwrap_or(at)
    }

    /// The index after a full stop that belongs to the abbreviation before it.
    pub(crate) fn past_stop(self, at: usize) -> usize {
        if self.sign(at, '.') && self.cx.at(at).glued() { at + 1 } else { at }
    }

    /// The index after a comma that may stand there.
    pub(crate) fn past_comma(self, at: usize) -> usize {
        if self.sign(at, ',') { at + 1 } else { at }
    }

    /// The index after a word that may stand there.
    pub(crate) fn past(self, at: usize, word: &str) -> usize {
        if self.is(at, word) { at + 1 } else { at }
    }

    /// Whether the atom at an index begins with a capital.
    pub(crate) fn capital(self, at: usize) -> bool {
        self.cx.at(at).is_word() && self.cx.at(at).case() != Case::Lower
    }

    /// Digits at an index: their number and how many they are.
    pub(crate) fn digits(self, at: usize) -> Option<(u32, usize)> {
        let atom = self.cx.at(at);
        atom.digits().map(|n| (n, atom.len()))
    }

    /// Digits that touch the atom before them.
    pub(crate) fn glued_digits(self, at: usize) -> Option<(u32, usize)> {
        if self.cx.at(at).glued() { self.digits(at) } else { None }
    }

    /// Whether the expression that ends before an index stands before a noun, as in `19th century palace`.
    pub(crate) fn modifies(self, at: usize) -> bool {
        let next = self.atom(at);
        next.is_word()
            && next.case() == Case::Lower
            && next.time() == TimeWord::None
            && !next.glued()
            && !self.is_any(
                at,
                &[
                    "is", "are", "a", "as", "it", "he", "she", "they", "we", "i", "not", "than", "with",
                    "be", "being", "also", "to", "so", "amid", "alone", "compared", "versus", "vs",
                ],
            )
            && !next.text(self.cx.text).ends_with("ed")
    }
}
