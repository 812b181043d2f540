//! Keys of words: a number that stays the same whatever the case and the accents.

/// A word's key. Two words of one key are taken for the same word; that two different ones share a key is as unlikely as
/// two equal 64-bit hashes.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Key(pub(crate) u64);

const SEED: u64 = 0x9E37_79B9_7F4A_7C15;
const FACTOR: u64 = 0xD6E8_FEB8_6659_FD93;
/// Turns ASCII capitals small; other characters of words keep their value.
const SMALL: u64 = 0x2020_2020_2020_2020;

/// Longest word whose accents are taken off; the rest of a longer one is left out of its key.
const LONGEST: usize = 64;

impl Key {
    /// The key of a word as written.
    #[inline]
    pub(crate) fn of(word: &str) -> Self {
        if word.is_ascii() { Self(hash(word.as_bytes())) } else { Self::of_accented(word) }
    }

    fn of_accented(word: &str) -> Self {
        let mut plain = [0; LONGEST];
        let mut len = 0;
        for c in word.chars() {
            let Some(slot) = plain.get_mut(len..len + 4) else { break };
            len += fold(c).encode_utf8(slot).len();
        }
        Self(hash(&plain[..len]))
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

#[inline]
fn hash(bytes: &[u8]) -> u64 {
    let state = SEED.wrapping_mul(2 * bytes.len() as u64 + 1);
    if bytes.len() <= 8 {
        return mix(state, block(bytes) | SMALL) | 1;
    }
    let blocks = bytes.chunks(8);
    blocks.fold(state, |state, bytes| mix(state, block(bytes) | SMALL)) | 1
}

/// Up to eight bytes as a number; the length, which is not in it, has been mixed in before.
#[inline]
fn block(bytes: &[u8]) -> u64 {
    let four = |from: usize| {
        let four: [u8; 4] = bytes[from..from + 4].try_into().expect("four bytes");
        u64::from(u32::from_le_bytes(four))
    };
    match bytes.len() {
        0 => 0,
        len @ 4..=8 => four(0) | four(len - 4) << 32,
        len => u64::from(bytes[0]) | u64::from(bytes[len / 2]) << 8 | u64::from(bytes[len - 1]) << 16,
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
    fn every_letter_with_an_accent_has_a_base() {
        assert_eq!(BASE.len(), 0x180 - 0xC0);
    }
}
