//! A table of short words, looked up by their letters packed into two machine words.

/// The longest word it holds, in bytes.
pub(crate) const LONGEST: usize = 16;

/// A word's small letters, packed.
type Key = [u64; 2];

/// Words and their numbers, in open addressing.
pub(crate) struct Table {
    slots: Vec<Slot>,
    mask: usize,
}

#[derive(Clone, Copy)]
struct Slot {
    key: Key,
    id: u32,
}

const EMPTY: Slot = Slot { key: [0, 0], id: u32::MAX };

impl Table {
    /// A table of words in small letters, with straight apostrophes; longer ones than it holds are left out.
    pub(crate) fn new<'a>(words: impl ExactSizeIterator<Item = (&'a str, u32)>) -> Self {
        let size = (words.len() * 2).next_power_of_two();
        let mut table = Self { slots: vec![EMPTY; size], mask: size - 1 };
        for (word, id) in words {
            if let Some(key) = key(word) {
                let at = table.place(key);
                table.slots[at] = Slot { key, id };
            }
        }
        table
    }

    /// The number of a word, whatever its case.
    pub(crate) fn get(&self, word: &str) -> Option<u32> {
        let slot = self.slots[self.place(key(word)?)];
        (slot.id != EMPTY.id).then_some(slot.id)
    }

    /// Where a key stands, or would.
    fn place(&self, key: Key) -> usize {
        let mixed = (key[0] ^ key[1].rotate_left(29)).wrapping_mul(0x9e37_79b9_7f4a_7c15);
        let mut at = (mixed >> 32) as usize & self.mask;
        while self.slots[at].id != EMPTY.id && self.slots[at].key != key {
            at = (at + 1) & self.mask;
        }
        at
    }
}

/// A word's key: its letters small, its apostrophes straight. `None` for a word that no table holds.
fn key(word: &str) -> Option<Key> {
    let mut letters = [0; LONGEST];
    let bytes = word.as_bytes();
    if bytes.len() <= LONGEST && word.is_ascii() {
        letters[..bytes.len()].copy_from_slice(bytes);
    } else {
        curly(bytes, &mut letters)?;
    }
    letters.make_ascii_lowercase();
    let half =
        |at: usize| u64::from_le_bytes(letters[at..at + 8].try_into().expect("eight of sixteen bytes"));
    Some([half(0), half(8)])
}

/// Copies a word with curly apostrophes.
fn curly(bytes: &[u8], letters: &mut [u8; LONGEST]) -> Option<()> {
    let (mut at, mut length) = (0, 0);
    while at < bytes.len() {
        let apostrophe = bytes[at..].starts_with("’".as_bytes());
        if !apostrophe && !bytes[at].is_ascii() {
            return None;
        }
        *letters.get_mut(length)? = if apostrophe { b'\'' } else { bytes[at] };
        at += if apostrophe { "’".len() } else { 1 };
        length += 1;
    }
    Some(())
}
