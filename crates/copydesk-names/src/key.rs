//! Keys of words: a number that stays the same whatever the case and the accents.

use std::ops::Range;

/// A word's key. Two words of one key are taken for the same word; that two different ones share a key is as unlikely as
/// two equal 64-bit hashes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key(pub(crate) u64);

const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
const FACTOR: u64 = 0xD6E8_FEB8_6659_FD93;
/// Turns ASCII capitals small; other characters of words keep their value.
const SMALL: u64 = 0x2020_2020_2020_2020;
/// The bit of bytes beyond ASCII.
const WIDE: u64 = 0x8080_8080_8080_8080;

/// Longest word whose accents are taken off; the rest of a longer one is left out of its key.
const LONGEST: usize = 64;

impl Key {
    /// The key of a word as written.
    pub(crate) fn of(word: &str) -> Self {
        let (hash, seen) = hash(word.as_bytes());
        if seen & WIDE == 0 { Self(hash) } else { Self::of_accented(word) }
    }

    /// The key of a word where it stands in a text. Most have eight letters at most: the bytes behind such a one are
    /// read with it.
    #[inline]
    pub(crate) fn within(text: &str, word: Range<usize>) -> Self {
        if let (len @ 1..=8, Some(eight)) = (word.len(), text.as_bytes().get(word.start..word.start + 8)) {
            let block = number(eight) & u64::MAX >> (64 - 8 * len);
            if block & WIDE == 0 {
                return Self(hash_block(len, block));
            }
        }
        Self::of(&text[word])
    }

    fn of_accented(word: &str) -> Self {
        let mut plain = [0; LONGEST];
        let mut len = 0;
        for c in word.chars() {
            let Some(slot) = plain.get_mut(len..len + 4) else { break };
            len += fold(c).encode_utf8(slot).len();
        }
        Self(hash(&plain[..len]).0)
    }

    /// The key of two words in this order.
    pub(crate) fn then(self, next: Self) -> Self {
        Self(mix(self.0.rotate_left(23), next.0))
    }

    /// The key without a meaning.
    pub(crate) fn is_none(self) -> bool {
        self.0 == 0
    }
}

/// The hash of a word, and the bits that its bytes have. What is left of a longer one than a block goes in with the
/// bytes before it.
fn hash(word: &[u8]) -> (u64, u64) {
    let Some(last) = word.last_chunk() else {
        let block = number(word);
        return (hash_block(word.len(), block), block);
    };
    let last = u64::from_le_bytes(*last);
    let (mut state, mut seen) = (start(word.len()), last);
    for block in word[..word.len() - 1].as_chunks().0 {
        let block = u64::from_le_bytes(*block);
        (state, seen) = (mix(state, block | SMALL), seen | block);
    }
    (mix(state, last | SMALL) | 1, seen)
}

/// The hash of a word of one block.
#[inline]
fn hash_block(len: usize, block: u64) -> u64 {
    mix(start(len), block | SMALL) | 1
}

/// What a word's hash starts from: its length, which its blocks do not say.
fn start(len: usize) -> u64 {
    SEED.wrapping_mul(2 * len as u64 + 1)
}

/// Up to eight bytes as a number.
#[inline]
fn number(bytes: &[u8]) -> u64 {
    match bytes.try_into() {
        Ok(eight) => u64::from_le_bytes(eight),
        Err(_) => bytes.iter().rev().fold(0, |number, byte| number << 8 | u64::from(*byte)),
    }
}

#[inline]
fn mix(state: u64, block: u64) -> u64 {
    let product = (state ^ block).wrapping_mul(FACTOR);
    product ^ (product >> 29)
}

/// Base letters of U+00C0 to U+017F.
const BASE: &str = "aaaaaaaceeeeiiiidnoooooxouuuuytsaaaaaaaceeeeiiiidnooooo*ouuuuytyaaaaaaccccccccddddeeeeeeeeeegggg\
gggghhhhiiiiiiiiiiiijjkkkllllllllllnnnnnn*nnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/// A letter in small and without its accent.
pub(crate) fn fold(c: char) -> char {
    match c {
        '’' | 'ʼ' | '‘' => '\'',
        '‐' | '‑' => '-',
        '\u{c0}'..='\u{17f}' => char::from(BASE.as_bytes()[c as usize - 0xC0]),
        _ => c.to_lowercase().next().unwrap_or(c),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn case_and_accents_make_no_difference() {
        assert_eq!(Key::of("Müller"), Key::of("MULLER"));
        assert_eq!(Key::of("Élysée"), Key::of("elysee"));
        assert_eq!(Key::of("N’Djamena"), Key::of("N'Djamena"));
        assert_eq!(Key::of("Şahin-Żak"), Key::of("sahin-zak"));
        assert_ne!(Key::of("Lavrov"), Key::of("Lavrova"));
    }

    #[test]
    fn a_word_has_one_key_wherever_it_stands() {
        for word in ["a", "Kern", "ministry", "ministries", "spokeswoman-elect", "Müller", "Straße"] {
            for after in ["", "'s", " of the Interior Ministry", "é"] {
                let text = format!("the {word}{after}");
                assert_eq!(Key::within(&text, 4..4 + word.len()), Key::of(word), "{text}");
            }
        }
    }

    #[test]
    fn every_letter_with_an_accent_has_a_base() {
        assert_eq!(BASE.len(), 0x180 - 0xC0);
    }
}
