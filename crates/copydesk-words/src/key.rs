//! Words as numbers.

/// A word of up to [`LONGEST`] bytes in two little-endian halves, every byte with the bit of small letters set: words have no
/// character that this makes another, but for capitals.
pub type Key = [u64; 2];

/// The longest word that has a key, in bytes.
pub const LONGEST: usize = 16;

/// The bit of small letters in every byte of a half.
const SMALL: u64 = u64::from_le_bytes([0x20; 8]);

/// The bytes that a word of each length has.
static MASKS: [Key; LONGEST + 1] = masks();

const fn masks() -> [Key; LONGEST + 1] {
    let mut masks = [[0; 2]; LONGEST + 1];
    let mut len = 1;
    while len <= LONGEST {
        masks[len] = masks[len - 1];
        masks[len][(len - 1) / 8] |= 0xff << (8 * ((len - 1) % 8));
        len += 1;
    }
    masks
}

/// The key of the word that the first `len` of these bytes are.
#[inline]
pub fn key(bytes: [u8; LONGEST], len: usize) -> Key {
    let whole = u128::from_le_bytes(bytes);
    let mask = MASKS[len];
    [(whole as u64 | SMALL) & mask[0], ((whole >> 64) as u64 | SMALL) & mask[1]]
}

/// The key of a word. A longer one than [`LONGEST`] has none.
pub fn key_of(word: &[u8]) -> Option<Key> {
    let mut bytes = [0; LONGEST];
    bytes.get_mut(..word.len())?.copy_from_slice(word);
    Some(key(bytes, word.len()))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_key_is_that_of_its_letters_alone() {
        let whole = *b"Harbourmasters of";
        let window = whole.first_chunk().expect("it is long enough");
        for len in [0, 7, 8, 9, 14, 16] {
            assert_eq!(Some(key(*window, len)), key_of(&whole[..len].to_ascii_lowercase()), "{len}");
        }
        assert_ne!(key_of(b"harbour"), key_of(b"harbours"));
        assert_eq!(key_of(&whole), None);
    }
}
