//! The words of two texts compared: headlines are retyped, and so have slips in them.

/// Letters that two spellings of a word may differ in.
const MOST_SLIPS: usize = 2;

/// The words of a text in small letters, one behind the other.
#[derive(Default)]
pub(crate) struct Words {
    letters: Vec<u8>,
    words: Vec<Place>,
}

struct Place {
    start: usize,
    end: usize,
    /// Which letters it holds, a bit for each.
    set: u32,
}

/// A word in small letters.
#[derive(Clone, Copy)]
pub(crate) struct Word<'a> {
    letters: &'a [u8],
    set: u32,
}

impl Words {
    pub(crate) fn of(text: &str, most: usize) -> Self {
        let mut words = Self::default();
        words.read(text, most);
        words
    }

    /// Reads a text instead of the one before, up to so many words.
    pub(crate) fn read(&mut self, text: &str, most: usize) {
        self.letters.clear();
        self.words.clear();
        let words = text.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
        for word in words.take(most) {
            let start = self.letters.len();
            if word.is_ascii() {
                self.letters.extend_from_slice(word.as_bytes());
                self.letters[start..].make_ascii_lowercase();
            } else {
                self.letters.extend_from_slice(word.to_lowercase().as_bytes());
            }
            let set = self.letters[start..].iter().fold(0, |set, byte| set | 1 << (byte % 32));
            self.words.push(Place { start, end: self.letters.len(), set });
        }
    }

    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = Word<'_>> {
        self.words.iter().map(|place| Word { letters: &self.letters[place.start..place.end], set: place.set })
    }
}

impl Word<'_> {
    /// The same word, or a longer one with a slip or two in it.
    pub(crate) fn is_like(self, other: Self) -> bool {
        // A slip takes one letter out of the set and puts one in.
        if (self.set ^ other.set).count_ones() as usize > 2 * MOST_SLIPS {
            return false;
        }
        let (one, other) = (self.letters, other.letters);
        let long = one.len() >= 6 && other.len() >= 6 && one.len().abs_diff(other.len()) <= MOST_SLIPS;
        one == other || long && distance_within(one, other, MOST_SLIPS)
    }
}

/// Whether at most `limit` letters must be changed to make one word the other.
fn distance_within(one: &[u8], other: &[u8], limit: usize) -> bool {
    match (one, other) {
        ([], rest) | (rest, []) => rest.len() <= limit,
        ([a, one_rest @ ..], [b, other_rest @ ..]) if a == b => distance_within(one_rest, other_rest, limit),
        ([_, one_rest @ ..], [_, other_rest @ ..]) => {
            limit > 0
                && (distance_within(one_rest, other_rest, limit - 1)
                    || distance_within(one_rest, other, limit - 1)
                    || distance_within(one, other_rest, limit - 1))
        }
    }
}
