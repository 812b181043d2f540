//! One walk over the bytes of a text, for what rules look at: anchors, marks, and words that catch the eye. Most texts
//! show nothing, and are done with it.

use std::cmp::Reverse;

use copydesk_text::lines;

use crate::bits::Bits;
use crate::index::{Hit, Index};
use crate::letters::{Run, run};
use crate::turns::Turns;
use crate::unusual::unusual;
use crate::words::is_listed;

/// What a walk has found, by bytes.
#[derive(Debug, Default)]
pub(crate) struct Scan {
    /// The lines that hold something.
    pub(crate) lines: Vec<Line>,
    /// Anchors, by where they start, the longer first.
    pub(crate) hits: Vec<Hit>,
    /// Double quotation marks.
    pub(crate) marks: Vec<u32>,
    /// Commas, stops and their like after a blank.
    pub(crate) loose: Vec<u32>,
    /// Commas and stops with letters on both sides.
    pub(crate) tight: Vec<u32>,
    /// Capitals right after a small letter, a digit or the end of a sentence.
    pub(crate) joints: Vec<u32>,
    /// Words that are not English and are written in capitals, with one inside, in small letters after a hyphen, or in
    /// small letters here and with a capital elsewhere.
    pub(crate) strange: Vec<Line>,
    /// Words in small letters, by their indices.
    small: Vec<u32>,
    /// Words that start with a capital, by their hashes.
    pub(crate) capitalized: Bits,
    /// Words said again.
    pub(crate) turns: Turns,
}

/// A range of bytes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Line {
    pub(crate) start: u32,
    pub(crate) end: u32,
}

impl Line {
    fn new(start: usize, end: usize) -> Self {
        Self { start: start as u32, end: end as u32 }
    }

    pub(crate) fn range(self) -> std::ops::Range<usize> {
        self.start as usize..self.end as usize
    }
}

/// Shorter words say nothing by their letters.
const LEAST_STRANGE: usize = 4;

impl Scan {
    /// Walks over a text.
    pub(crate) fn read(&mut self, text: &str, index: &Index) {
        self.clear();
        self.lines.extend(lines(text).map(|line| Line::new(line.start, line.end)));
        let bytes = text.as_bytes();
        let mut at = self.gap(bytes, 0, index);
        while at < bytes.len() {
            let run = run(bytes, at);
            self.word(bytes, at, run, index);
            at = self.gap(bytes, run.end, index);
        }
        self.hits.sort_by_key(|hit| (hit.start, Reverse(hit.end)));
        self.names_in_small_letters(bytes);
    }

    /// Looks for the anchors that unusual bytes lead to, and at nothing else.
    pub(crate) fn read_unusual(&mut self, text: &str, index: &Index) {
        self.clear();
        let bytes = text.as_bytes();
        let mut at = unusual(bytes, 0);
        while at < bytes.len() {
            index.at_sign(bytes, at, &mut self.hits);
            let rest_of_sign =
                bytes[at + 1..].iter().take(3).take_while(|byte| **byte & 0xc0 == 0x80).count();
            at = unusual(bytes, at + 1 + rest_of_sign);
        }
        self.hits.sort_by_key(|hit| (hit.start, Reverse(hit.end)));
    }

    fn clear(&mut self) {
        self.lines.clear();
        self.hits.clear();
        self.marks.clear();
        self.loose.clear();
        self.tight.clear();
        self.joints.clear();
        self.strange.clear();
        self.small.clear();
        self.capitalized.clear();
        self.turns.clear();
    }

    /// Passes what is no letter; where the next one stands.
    #[inline]
    fn gap(&mut self, bytes: &[u8], at: usize, index: &Index) -> usize {
        match bytes.get(at..at + 2) {
            Some([b' ', letter]) if letter.is_ascii_alphabetic() => at + 1,
            _ => self.signs(bytes, at, index),
        }
    }

    fn signs(&mut self, bytes: &[u8], mut at: usize, index: &Index) -> usize {
        while let Some(byte) = bytes.get(at).filter(|byte| !byte.is_ascii_alphabetic()) {
            if index.is_sign(*byte) {
                self.mark(bytes, at);
                index.at_sign(bytes, at, &mut self.hits);
            }
            at += 1;
        }
        at
    }

    fn mark(&mut self, bytes: &[u8], at: usize) {
        match bytes[at] {
            b'"' => self.marks.push(at as u32),
            0xe2 if matches!(bytes[at + 1..at + 3], [0x80, 0x9c | 0x9d]) => self.marks.push(at as u32),
            b'.' | b',' | b';' | b'?' | b'!' if at > 0 => self.stop(bytes, at),
            _ => {}
        }
    }

    fn stop(&mut self, bytes: &[u8], at: usize) {
        let before = bytes[at - 1];
        if before == b' ' || before == 0xa0 {
            self.loose.push(at as u32);
        }
        let Some(after) = bytes.get(at + 1) else { return };
        let small = before.is_ascii_lowercase() || !before.is_ascii();
        if small && may_be_letter(*after) && matches!(bytes[at], b'.' | b',') {
            self.tight.push(at as u32);
        }
    }

    #[inline]
    fn word(&mut self, bytes: &[u8], start: usize, run: Run, index: &Index) {
        let (word, hash) = (&bytes[start..run.end], run.hash);
        index.at_word(bytes, (start, hash), &mut self.hits);
        self.turns.push(hash, start);
        if run.is_capitalized {
            if !run.has_inner_capital || word.iter().any(u8::is_ascii_lowercase) {
                self.capitalized.insert(hash);
            }
            if start > 0 && matches!(bytes[start - 1], b'.' | b'!' | b'?' | b'0'..=b'9') {
                self.joints.push(start as u32);
            }
        }
        if run.has_inner_capital {
            self.joint_inside(word, start);
        }
        if word.len() < LEAST_STRANGE {
            return;
        }
        // Whether a word is English is asked of few: the list is large, and other stages want the cache too.
        let is_half = || start > 0 && bytes[start - 1] == b'-';
        if run.has_inner_capital || !run.is_capitalized && is_half() {
            if !is_listed(hash) {
                self.strange.push(Line::new(start, run.end));
            }
        } else if !run.is_capitalized {
            self.small.push(self.turns.words().len() as u32 - 1);
        }
    }

    fn names_in_small_letters(&mut self, bytes: &[u8]) {
        for word in self.small.iter().map(|at| self.turns.words()[*at as usize]) {
            if self.capitalized.may_hold(u64::from(word.hash)) {
                let Run { end, hash, .. } = run(bytes, word.start as usize);
                if !is_listed(hash) {
                    self.strange.push(Line { start: word.start, end: end as u32 });
                }
            }
        }
    }

    /// The last capital of a word, if a small letter stands before it.
    fn joint_inside(&mut self, word: &[u8], start: usize) {
        let last = word.iter().rposition(u8::is_ascii_uppercase).filter(|last| *last > 0);
        if let Some(last) = last.filter(|last| word[last - 1].is_ascii_lowercase()) {
            self.joints.push((start + last) as u32);
        }
    }
}

/// Whether a byte may be the first of a letter. The two that are left out start blanks and punctuation.
pub(crate) fn may_be_letter(byte: u8) -> bool {
    byte.is_ascii_alphabetic() || !byte.is_ascii() && !matches!(byte, 0xc2 | 0xe2)
}
