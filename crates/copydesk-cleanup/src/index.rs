//! The literal texts that rules look for, each found by the part of it that news holds least often.

use crate::bits::Bits;
use crate::word_hash::hash;

/// Texts by their parts.
#[derive(Debug)]
pub(crate) struct Index {
    anchors: Vec<Box<str>>,
    filter: Bits,
    buckets: Vec<Vec<Part>>,
    /// For each byte that is no letter, the lengths of the parts that start with it, as bits, and [`MARK`].
    signs: [u8; 256],
}

/// A part of an anchor.
#[derive(Clone, Copy, Debug)]
struct Part {
    hash: u64,
    anchor: u32,
    /// Where in the anchor it starts.
    offset: u32,
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

const BUCKETS: usize = 1 << 11;

/// The first bytes of marks that the scan looks at beside anchors.
const MARKS: [u8; 7] = [b'"', 0xe2, b'.', b',', b';', b'?', b'!'];
const MARK: u8 = 1;

impl Index {
    /// The index of anchors that [`can_be_found`].
    pub(crate) fn new(anchors: Vec<Box<str>>) -> Self {
        let mut index = Self {
            anchors: Vec::new(),
            filter: Bits::default(),
            buckets: vec![Vec::new(); BUCKETS],
            signs: [0; 256],
        };
        for byte in MARKS {
            index.signs[byte as usize] |= MARK;
        }
        for (at, anchor) in anchors.iter().enumerate() {
            index.add(at as u32, anchor.as_bytes());
        }
        index.anchors = anchors;
        index
    }

    fn add(&mut self, anchor: u32, text: &[u8]) {
        let Some((offset, length)) = rarest_part(text) else { return };
        let part = &text[offset..offset + length];
        if !part[0].is_ascii_alphabetic() {
            self.signs[part[0] as usize] |= 1 << length;
        }
        let hash = if part[0].is_ascii_alphabetic() {
            hash(part)
        } else {
            sign([0, 1, 2].map(|next| part.get(next).copied().unwrap_or(0)), length)
        };
        self.filter.insert(hash);
        self.buckets[bucket(hash)].push(Part { hash, anchor, offset: offset as u32 });
    }

    /// The anchors that hold the word at a place.
    #[inline]
    pub(crate) fn at_word(&self, text: &[u8], (start, hash): (usize, u64), hits: &mut Vec<Hit>) {
        if self.filter.may_hold(hash) {
            self.verify(text, start, hash, hits);
        }
    }

    /// Whether a byte that is no letter says anything.
    #[inline]
    pub(crate) fn is_sign(&self, byte: u8) -> bool {
        self.signs[byte as usize] != 0
    }

    /// The anchors that hold the sign at a place.
    pub(crate) fn at_sign(&self, text: &[u8], at: usize, hits: &mut Vec<Hit>) {
        let lengths = self.signs[text[at] as usize];
        let part = [0, 1, 2].map(|next| text.get(at + next).copied().unwrap_or(0));
        for length in 1..=LONGEST_SIGN {
            if lengths & 1 << length != 0 {
                self.at_word(text, (at, sign(part, length)), hits);
            }
        }
    }

    fn verify(&self, text: &[u8], start: usize, hash: u64, hits: &mut Vec<Hit>) {
        for part in self.buckets[bucket(hash)].iter().filter(|part| part.hash == hash) {
            let anchor = self.anchors[part.anchor as usize].as_bytes();
            let there = start.checked_sub(part.offset as usize).and_then(|start| {
                let there = text.get(start..start + anchor.len())?;
                matches(anchor, there).then_some(start)
            });
            if let Some(start) = there {
                let end = start + anchor.len();
                hits.push(Hit { anchor: part.anchor, start: start as u32, end: end as u32 });
            }
        }
    }
}

/// Whether the index can find an anchor: it must have something beside wildcards.
pub(crate) fn can_be_found(anchor: &str) -> bool {
    rarest_part(anchor.as_bytes()).is_some()
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

fn bucket(hash: u64) -> usize {
    (hash >> 24) as usize % BUCKETS
}

/// The offset and the length of the part to look for: a word, if there is one that is rare enough, or a sign and what
/// follows it.
fn rarest_part(anchor: &[u8]) -> Option<(usize, usize)> {
    let runs = anchor.split(|byte| !byte.is_ascii_alphabetic());
    let runs = runs.map(|run| (run.as_ptr() as usize - anchor.as_ptr() as usize, run.len()));
    let rare = |(at, length): &(usize, usize)| if is_common(&anchor[*at..at + length]) { 1 } else { *length };
    let word = runs.filter(|(_, length)| *length > 0).max_by_key(rare);
    // A blank between two words is passed without a look.
    let between = |at: usize| anchor[at] == b' ' && anchor.get(at + 1).is_none_or(u8::is_ascii_alphabetic);
    let sign = (0..anchor.len())
        .find(|at| !anchor[*at].is_ascii_alphabetic() && anchor[*at] != DIGIT && !between(*at));
    let sign = sign.map(|at| {
        let length = anchor[at..].iter().take(LONGEST_SIGN).take_while(|byte| **byte != DIGIT).count();
        (at, length)
    });
    word.filter(|word| rare(word) >= LEAST_WORD).or(sign).or(word)
}

/// Shorter words are no rarer than a sign.
const LEAST_WORD: usize = 3;

fn is_common(word: &[u8]) -> bool {
    COMMON.iter().any(|common| word.eq_ignore_ascii_case(common.as_bytes()))
}

/// Words that any news text holds many times.
const COMMON: [&str; 24] = [
    "about", "after", "also", "and", "are", "for", "from", "had", "has", "have", "not", "said", "that",
    "the", "their", "they", "this", "was", "were", "which", "who", "will", "with", "would",
];

#[cfg(test)]
mod tests {
    use super::*;

    fn found(anchors: &[&str], text: &str) -> Vec<(usize, u32)> {
        let index = Index::new(anchors.iter().map(|anchor| (*anchor).into()).collect());
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
