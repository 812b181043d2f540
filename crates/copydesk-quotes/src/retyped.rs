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
        self.words.clear();
        self.letters.clear();
        self.letters.extend_from_slice(text.as_bytes());
        self.letters.make_ascii_lowercase();
        let mut at = 0;
        while at < text.len() && self.words.len() < most {
            let (end, set) = plain_word(&self.letters[..text.len()], at);
            at = match text[end..].chars().next() {
                Some(next) if !next.is_ascii() && next.is_alphanumeric() => self.add(text, at),
                next => {
                    if end > at {
                        self.words.push(Place { start: at, end, set });
                    }
                    end + next.map_or(0, char::len_utf8)
                }
            };
        }
    }

    /// Adds a word that is not all ASCII, behind the text; says where it ends there.
    fn add(&mut self, text: &str, at: usize) -> usize {
        let rest = &text[at..];
        let word = rest.split(|c: char| !c.is_alphanumeric()).next().unwrap_or(rest);
        let start = self.letters.len();
        self.letters.extend_from_slice(word.to_lowercase().as_bytes());
        let set = self.letters[start..].iter().fold(0, |set, byte| set | bit(*byte));
        self.words.push(Place { start, end: self.letters.len(), set });
        at + word.len()
    }

    pub(crate) fn len(&self) -> usize {
        self.words.len()
    }

    pub(crate) fn iter(&self) -> impl Iterator<Item = Word<'_>> {
        self.words.iter().map(|place| Word { letters: &self.letters[place.start..place.end], set: place.set })
    }
}

/// Where the word in ASCII at `at` ends, and its letters.
fn plain_word(letters: &[u8], at: usize) -> (usize, u32) {
    let mut set = 0;
    for (end, byte) in letters.iter().enumerate().skip(at) {
        if !byte.is_ascii_alphanumeric() {
            return (end, set);
        }
        set |= bit(*byte);
    }
    (letters.len(), set)
}

/// The bit of a letter.
fn bit(byte: u8) -> u32 {
    1 << (byte % 32)
}

impl Word<'_> {
    /// The same word, or a longer one with a slip or two in it.
    pub(crate) fn is_like(self, other: Self) -> bool {
        let (one, two) = (self.letters.len(), other.letters.len());
        if one == two && self.set == other.set && self.letters == other.letters {
            return true;
        }
        if one.min(two) < 6 || one.abs_diff(two) > MOST_SLIPS {
            return false;
        }
        // A slip takes one letter out of the set and puts one in.
        (self.set ^ other.set).count_ones() as usize <= 2 * MOST_SLIPS
            && distance_within(self.letters, other.letters, MOST_SLIPS)
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

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str, most: usize) -> Vec<String> {
        let words = Words::of(text, most);
        words.iter().map(|word| String::from_utf8_lossy(word.letters).into_owned()).collect()
    }

    #[test]
    fn words_are_read_in_small_letters_of_any_alphabet() {
        assert_eq!(read("“The Łódź MILL” – Élan, 3ème", 9), ["the", "łódź", "mill", "élan", "3ème"]);
        assert_eq!(read("One two three", 2), ["one", "two"]);
    }

    #[test]
    fn a_slip_or_two_in_a_longer_word_is_forgiven() {
        let like = |one: &str, other: &str| {
            let (one, other) = (Words::of(one, 1), Words::of(other, 1));
            one.iter().zip(other.iter()).all(|(one, other)| one.is_like(other))
        };
        assert!(like("Lighthouse", "lighthuose") && like("mill", "Mill"));
        assert!(!like("mill", "mills") && !like("harbour", "lighthouse"));
    }
}
