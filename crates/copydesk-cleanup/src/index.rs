//! The literal texts that rules look for, each found by the part of it that news holds least often.

use crate::bits::Bits;
use crate::unusual::is_unusual;
use crate::word_hash::hash;

/// Texts by their parts, close together: a walk over a text comes by often, and much else is done between two texts.
#[derive(Debug)]
pub(crate) struct Index {
    /// All anchors, one after the other.
    anchors: Box<[u8]>,
    filter: Bits,
    /// By their hashes.
    parts: Vec<Part>,
    /// For the first bits of a hash, where its parts start; one more for the end.
    starts: Vec<u32>,
    /// For each byte that is no letter, the lengths of the parts that start with it, as bits, and [`MARK`].
    signs: [u8; 256],
    /// For each such byte, those that stand next and next but one in a part, as bits, by their last six.
    next: [[u64; 2]; 256],
}

/// A part of an anchor.
#[derive(Clone, Copy, Debug)]
struct Part {
    hash: u32,
    anchor: u32,
    /// Where in the anchor it starts.
    offset: u16,
    /// The anchor's length.
    length: u16,
    /// Where the anchor's text is.
    text: u32,
}

/// An anchor found in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    pub(crate) anchor: u32,
    pub(crate) start: u32,
    pub(crate) end: u32,
}

/// Stands for a digit in an anchor.
const DIGIT: u8 = b'#';

/// No part that starts with a sign is longer, in bytes.
const LONGEST_SIGN: usize = 3;

/// So many bits of a hash lead to its parts.
const LEADING: u32 = 11;

/// The first bytes of marks that the scan looks at beside anchors.
const MARKS: [u8; 7] = [b'"', 0xe2, b'.', b',', b';', b'?', b'!'];
const MARK: u8 = 1;

impl Index {
    /// The index of anchors that [`can_be_found`].
    pub(crate) fn new(anchors: &[String]) -> Self {
        let mut index = Self {
            anchors: anchors.concat().into_bytes().into(),
            filter: Bits::default(),
            parts: Vec::new(),
            starts: vec![0; (1 << LEADING) + 1],
            signs: [0; 256],
            next: [[0; 2]; 256],
        };
        for byte in MARKS {
            index.signs[byte as usize] |= MARK;
        }
        let mut text = 0;
        for (at, anchor) in anchors.iter().enumerate() {
            index.add((at as u32, text), anchor.as_bytes());
            text += anchor.len() as u32;
        }
        index.parts.sort_by_key(|part| (part.hash, part.anchor));
        for leading in 0..=1 << LEADING {
            let before = index.parts.partition_point(|part| leading_bits(part.hash) < leading);
            index.starts[leading] = before as u32;
        }
        index
    }

    fn add(&mut self, (anchor, text): (u32, u32), bytes: &[u8]) {
        let Some((offset, length)) = rarest_part(bytes) else { return };
        let part = &bytes[offset..offset + length];
        let hash = if part[0].is_ascii_alphabetic() {
            hash(part)
        } else {
            self.signs[part[0] as usize] |= 1 << length;
            for (place, bits) in self.next[part[0] as usize].iter_mut().enumerate() {
                *bits |= part.get(place + 1).map_or(u64::MAX, |next| bit(*next));
            }
            sign([0, 1, 2].map(|next| part.get(next).copied().unwrap_or(0)), length)
        };
        self.filter.insert(hash);
        self.parts.push(Part {
            hash: short(hash),
            anchor,
            offset: offset as u16,
            length: bytes.len() as u16,
            text,
        });
    }

    /// The anchors that hold the word at a place.
    #[inline]
    pub(crate) fn at_word(&self, text: &[u8], (start, hash): (usize, u64), hits: &mut Vec<Hit>) {
        if self.filter.may_hold(hash) {
            self.verify(text, start, hash, hits);
        }
    }

    /// Whether bytes that news seldom holds lead to every anchor.
    pub(crate) fn is_unusual(&self) -> bool {
        self.parts.iter().all(|part| is_unusual(self.anchors[(part.text + u32::from(part.offset)) as usize]))
    }

    /// Whether a byte that is no letter leads to an anchor, or is a mark.
    #[inline]
    pub(crate) fn is_sign(&self, byte: u8) -> bool {
        self.signs[byte as usize] != 0
    }

    /// The anchors that hold the sign at a place.
    #[inline]
    pub(crate) fn at_sign(&self, text: &[u8], at: usize, hits: &mut Vec<Hit>) {
        let part = [0, 1, 2].map(|next| text.get(at + next).copied().unwrap_or(0));
        let [next, next_but_one] = self.next[part[0] as usize];
        if next & bit(part[1]) != 0 && next_but_one & bit(part[2]) != 0 {
            self.of_each_length(text, (at, part), hits);
        }
    }

    #[inline(never)]
    fn of_each_length(&self, text: &[u8], (at, part): (usize, [u8; 3]), hits: &mut Vec<Hit>) {
        let lengths = self.signs[part[0] as usize];
        for length in 1..=LONGEST_SIGN {
            if lengths & 1 << length != 0 {
                self.at_word(text, (at, sign(part, length)), hits);
            }
        }
    }

    #[inline(never)]
    fn verify(&self, text: &[u8], start: usize, hash: u64, hits: &mut Vec<Hit>) {
        let hash = short(hash);
        let leading = leading_bits(hash);
        let parts = &self.parts[self.starts[leading] as usize..self.starts[leading + 1] as usize];
        for part in parts.iter().filter(|part| part.hash == hash) {
            let Some(start) = start.checked_sub(part.offset as usize) else { continue };
            let end = start + part.length as usize;
            let anchor = &self.anchors[part.text as usize..part.text as usize + part.length as usize];
            if text.get(start..end).is_some_and(|there| matches(anchor, there)) {
                hits.push(Hit { anchor: part.anchor, start: start as u32, end: end as u32 });
            }
        }
    }
}

/// The bit of a byte among sixty-four.
fn bit(byte: u8) -> u64 {
    1 << (byte & 63)
}

/// The bits of a hash that a part keeps.
fn short(hash: u64) -> u32 {
    (hash >> 16) as u32
}

fn leading_bits(hash: u32) -> usize {
    (hash >> (32 - LEADING)) as usize
}

/// Whether the index can find an anchor: it must have something beside wildcards, and be no book.
pub(crate) fn can_be_found(anchor: &str) -> bool {
    rarest_part(anchor.as_bytes()).is_some() && u16::try_from(anchor.len()).is_ok()
}

/// The hash of the first so many of three bytes.
fn sign(part: [u8; 3], length: usize) -> u64 {
    let bytes = u32::from_le_bytes([part[0], part[1], part[2], 0]) & u32::MAX >> (8 * (4 - length));
    let mixed = u64::from(bytes).wrapping_mul(0xff51_afd7_ed55_8ccd);
    mixed ^ (mixed >> 32)
}

fn matches(anchor: &[u8], there: &[u8]) -> bool {
    anchor.iter().zip(there).all(|(a, b)| a == b || *a == DIGIT && b.is_ascii_digit())
}

/// The offset and the length of the part to look for: a word, or a sign and what follows it.
fn rarest_part(anchor: &[u8]) -> Option<(usize, usize)> {
    let words = anchor.split(|byte| !byte.is_ascii_alphabetic()).filter(|word| !word.is_empty());
    let words = words.map(|word| (word.as_ptr() as usize - anchor.as_ptr() as usize, word.len()));
    let signs = (0..anchor.len()).filter(|at| may_lead(anchor, *at)).map(|at| {
        let length = anchor[at..].iter().take(LONGEST_SIGN).take_while(|byte| **byte != DIGIT).count();
        (at, length)
    });
    words.chain(signs).max_by_key(|(at, length)| rarity(&anchor[*at..at + length]))
}

/// Whether a part may start at a sign: a blank between two words is passed without a look.
fn may_lead(anchor: &[u8], at: usize) -> bool {
    let between = anchor[at] == b' ' && anchor.get(at + 1).is_none_or(u8::is_ascii_alphabetic);
    !anchor[at].is_ascii_alphabetic() && anchor[at] != DIGIT && !between
}

/// How seldom news holds a part, roughly.
fn rarity(part: &[u8]) -> usize {
    match part {
        word if word[0].is_ascii_alphabetic() => {
            if is_common(word) {
                0
            } else {
                2 * word.len()
            }
        }
        [0xe2, 0x80, 0x98 | 0x99 | 0x9c | 0x9d] => 3,
        [0xe2, 0x80, _] => 6,
        signs => signs.iter().map(|byte| if COMMON_SIGNS.contains(byte) { 1 } else { 4 }).sum(),
    }
}

fn is_common(word: &[u8]) -> bool {
    COMMON.iter().any(|common| word.eq_ignore_ascii_case(common.as_bytes()))
}

/// Signs, and bytes of signs, that any news text holds many times; and what follows a sign says little.
const COMMON_SIGNS: &[u8] = b" ,.'\"-\xe2\x80aehinostwASTIHW";

/// Words that any news text holds many times.
const COMMON: [&str; 24] = [
    "about", "after", "also", "and", "are", "for", "from", "had", "has", "have", "not", "said", "that",
    "the", "their", "they", "this", "was", "were", "which", "who", "will", "with", "would",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn found(anchors: &[&str], text: &str) -> Vec<(usize, u32)> {
        let index = Index::new(&anchors.iter().map(|anchor| (*anchor).to_owned()).collect::<Vec<_>>());
        let (mut hits, mut at) = (Vec::new(), 0);
        while at < text.len() {
            let run = crate::letters::run(text.as_bytes(), at);
            if run.end > at {
                index.at_word(text.as_bytes(), (at, hash(&text.as_bytes()[at..run.end])), &mut hits);
            } else {
                index.at_sign(text.as_bytes(), at, &mut hits);
            }
            at = run.end.max(at + 1);
        }
        hits.iter().map(|hit| (hit.anchor as usize, hit.start)).collect()
    }

    #[test]
    fn anchors_are_found_by_a_word_or_a_sign() {
        let anchors = ["the OTAN", "”, has", ".;", "„", "said about"];
        let expected = vec![(0, 3), (2, 11), (3, 14), (1, 18), (4, 27)];
        assert_eq!(found(&anchors, "So the OTAN.; „x”, has said about"), expected);
    }

    #[test]
    fn a_hash_sign_stands_for_a_digit() {
        assert_eq!(
            found(&["#,# million", "#h##"], "5,3 million at 14h30, 5,x million"),
            vec![(0, 0), (1, 16)]
        );
        assert!(!can_be_found("##"));
    }

    #[test]
    fn letters_before_or_after_make_another_word() {
        assert!(found(&["OTAN"], "OTANE xOTAN").is_empty());
    }
}
