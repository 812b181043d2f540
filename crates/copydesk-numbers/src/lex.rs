//! One loop over the bytes of a text: words, runs of digits, symbols.

use copydesk_words::key_of;

use crate::atom::{Atom, Gap, Shape, Starts};
use crate::lexicon;

/// Reads a text into atoms.
pub(crate) fn read(text: &str, atoms: &mut Vec<Atom>) {
    atoms.clear();
    let mut lexer = Lexer { text, at: 0, gap: Gap::Break };
    while let Some(&byte) = lexer.rest().first() {
        lexer.other(byte, atoms);
        lexer.plain(atoms);
    }
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * ONES;
/// The bit that small letters have and capitals have not.
const SMALL: u64 = 0x20 * ONES;

struct Lexer<'a> {
    text: &'a str,
    at: u32,
    gap: Gap,
}

impl Lexer<'_> {
    fn rest(&self) -> &[u8] {
        &self.text.as_bytes()[self.at as usize..]
    }

    fn atom(&mut self, len: usize, shape: Shape, payload: u32, code: u16) -> Atom {
        let start = self.at;
        self.at += len as u32;
        let gap = std::mem::replace(&mut self.gap, Gap::Glued);
        Atom { start, end: self.at, payload, code, shape, gap }
    }

    /// Words and marks of ASCII and the space behind each, up to something else: most of a text. A loop of its own, whose
    /// state stays in registers.
    #[inline(never)]
    fn plain(&mut self, atoms: &mut Vec<Atom>) {
        let bytes = self.text.as_bytes();
        let (mut start, mut gap) = (self.at, self.gap);
        while let Some(low) = eight(bytes, start) {
            let bits = letter_bits(low);
            let (len, code, shape, payload, next);
            if bits == 0 {
                if let Some(blank) = blank(low as u8, gap) {
                    (start, gap) = (start + 1, blank);
                    continue;
                }
                let Some((mark, bytes)) = idle_mark(low) else { break };
                (len, code, shape) = (bytes, 0, Shape::Symbol);
                (payload, next) = (mark, (low >> (8 * bytes)) as u8);
            } else if bits < 64 {
                let mask = (1 << bits) - 1;
                (len, next, payload) = (bits / 8, (low >> bits) as u8, 0);
                (code, shape) = (lexicon::find_short((low | SMALL) & mask), short_shape(low, mask));
            } else {
                let Some(high) = eight(bytes, start + 8) else { break };
                let (bits, mask, behind) = second_half(high);
                (len, next, payload) = (8 + bits / 8, behind, 0);
                let key = [low | SMALL, (high | SMALL) & mask];
                (code, shape) = (lexicon::find(key), long_shape(low, high, mask));
            }
            if bits > 0 && !ends_word(next) {
                break;
            }
            let end = start + len;
            atoms.push(Atom { start, end, payload, code, shape, gap });
            let space = next == b' ';
            start = end + u32::from(space);
            gap = if space { Gap::Space } else { Gap::Glued };
        }
        (self.at, self.gap) = (start, gap);
    }

    /// Whatever comes next, and the space behind it.
    #[inline(never)]
    fn other(&mut self, byte: u8, atoms: &mut Vec<Atom>) {
        let atom = match byte {
            b'a'..=b'z' | b'A'..=b'Z' => self.word(),
            b'0'..=b'9' => self.digits(),
            b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C => {
                (self.at, self.gap) = (self.at + 1, blank(byte, self.gap).unwrap_or(self.gap));
                return;
            }
            0x80.. => match self.beyond_ascii(atoms) {
                Some(atom) => atom,
                None => return,
            },
            b'$' | b'+' | b'-' | b'.' | b'\'' => {
                let starts = self.starts(1, char::from(byte), atoms);
                self.symbol(1, u32::from(byte), starts)
            }
            _ => self.symbol(1, u32::from(byte), Starts::NONE),
        };
        atoms.push(atom);
        if self.rest().first() == Some(&b' ') {
            self.at += 1;
            self.gap = Gap::Space;
        }
    }

    /// A word with letters beyond ASCII, or of more than 15 letters, or at the end of the text.
    #[cold]
    fn word(&mut self) -> Atom {
        let (len, rest) = (word_len(self.rest()), self.rest());
        let shape = shape_by_letter(&rest[..len]);
        let code = key_of(&rest[..len]).map_or(0, lexicon::find);
        self.atom(len, shape, 0, code)
    }

    fn digits(&mut self) -> Atom {
        let rest = self.rest();
        let len = rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
        let value = |digits: &[u8]| digits.iter().fold(0, |n, digit| n * 10 + u32::from(digit - b'0'));
        let payload = if len <= 9 { value(&rest[..len]) } else { u32::MAX };
        self.atom(len, Shape::Digits, payload, lexicon::code(Starts::BOTH))
    }

    fn symbol(&mut self, len: usize, char: u32, starts: Starts) -> Atom {
        self.atom(len, Shape::Symbol, char, lexicon::code(starts))
    }

    /// Which readings may begin with a symbol: with a full stop or an apostrophe, if a digit follows it; with a hyphen, if
    /// no word leads to it.
    fn starts(&self, len: usize, char: char, atoms: &[Atom]) -> Starts {
        let digit = || self.rest().get(len).is_some_and(u8::is_ascii_digit);
        let joined = || self.gap == Gap::Glued && atoms.last().is_some_and(Atom::is_word);
        match char {
            '$' | '€' | '£' | '¥' | '₠'..='⃀' | '￥' | '฿' | '−' | '+' => Starts::NUMBER,
            '-' if !joined() => Starts::NUMBER,
            '.' if digit() => Starts::NUMBER,
            '\'' | '’' | '‘' if digit() => Starts::TIME,
            '½' | '¼' | '¾' | '⅓'..='⅞' => Starts::BOTH,
            _ => Starts::NONE,
        }
    }

    /// A letter, a blank or a symbol.
    fn beyond_ascii(&mut self, atoms: &[Atom]) -> Option<Atom> {
        let char = self.text[self.at as usize..].chars().next()?;
        if is_letter(char) {
            return Some(self.word());
        }
        if char.is_whitespace() {
            self.at += char.len_utf8() as u32;
            self.gap = match self.gap {
                Gap::Glued => Gap::Thin,
                Gap::Break => Gap::Break,
                _ => Gap::Wide,
            };
            return None;
        }
        let starts = self.starts(char.len_utf8(), char, atoms);
        Some(self.symbol(char.len_utf8(), char as u32, starts))
    }
}

/// Eight bytes of a text, the first one lowest.
fn eight(bytes: &[u8], at: u32) -> Option<u64> {
    let at = at as usize;
    bytes.get(at..at + 8)?.first_chunk().map(|eight| u64::from_le_bytes(*eight))
}

/// The letters of the second half of a word: how many bits they have, their mask, and the byte behind them. A word of sixteen
/// letters or more has a byte behind it that no word ends in.
const fn second_half(high: u64) -> (u32, u64, u8) {
    match letter_bits(high) {
        64 => (64, u64::MAX, u8::MAX),
        bits => (bits, (1 << bits) - 1, (high >> bits) as u8),
    }
}

/// How a word of less than eight letters is written, which a mask covers.
const fn short_shape(low: u64, mask: u64) -> Shape {
    match !low & SMALL & mask {
        0 => Shape::Lower,
        capitals if mask > 0xFF && capitals == SMALL & mask => Shape::Upper,
        _ => Shape::Capital,
    }
}

/// How a longer word is written.
const fn long_shape(low: u64, high: u64, mask: u64) -> Shape {
    match (!low & SMALL, !high & SMALL & mask) {
        (0, 0) => Shape::Lower,
        (SMALL, more) if more == SMALL & mask => Shape::Upper,
        _ => Shape::Capital,
    }
}

/// The mark that a text goes on with, and its bytes, if no reading may begin with it: marks of ASCII, and the quotation
/// marks and dashes beyond it. A full stop and an apostrophe need a digit behind them.
fn idle_mark(low: u64) -> Option<(u32, u32)> {
    let [first, second, third, fourth, ..] = low.to_le_bytes();
    match first {
        b',' | b'"' | b'(' | b')' | b':' | b';' | b'?' | b'!' | b'/' | b'%' => Some((u32::from(first), 1)),
        b'.' | b'\'' if !second.is_ascii_digit() => Some((u32::from(first), 1)),
        0xE2 if second == 0x80 && matches!(third, 0x90..=0xA6) && !fourth.is_ascii_digit() => {
            Some((0x2000 + u32::from(third & 0x3F), 3))
        }
        _ => None,
    }
}

/// The gap that a blank leaves behind one before it.
const fn blank(byte: u8, gap: Gap) -> Option<Gap> {
    match (gap, byte) {
        (Gap::Break, b' ' | b'\t') | (_, b'\n' | b'\r' | 0x0B | 0x0C) => Some(Gap::Break),
        (Gap::Glued, b' ') => Some(Gap::Space),
        (_, b' ' | b'\t') => Some(Gap::Wide),
        _ => None,
    }
}

/// Whether a word of ASCII ends before a byte: the marks of Latin-1 and all punctuation are no letters.
const fn ends_word(next: u8) -> bool {
    next < 0x80 || matches!(next, 0xC2 | 0xE2)
}

/// Letters for our purpose: those of ASCII and most of what lies beyond it.
fn is_letter(char: char) -> bool {
    match char {
        'µ' => true,
        '\u{80}'..='\u{BF}' | '\u{2000}'..='\u{2FFF}' => false,
        '\u{C0}'..='\u{17F}' => !matches!(char, '×' | '÷'),
        _ => char.is_alphabetic(),
    }
}

/// The bytes of the word that a text begins with; a letter begins it.
fn word_len(bytes: &[u8]) -> usize {
    let ascii = bytes.iter().position(|byte| !byte.is_ascii_alphabetic()).unwrap_or(bytes.len());
    match bytes.get(ascii) {
        Some(0x80..) => beyond(bytes, ascii),
        _ => ascii,
    }
}

/// The length of a word that has letters beyond ASCII.
fn beyond(bytes: &[u8], from: usize) -> usize {
    let whole = bytes
        .iter()
        .take(1 << 10)
        .skip(from)
        .take_while(|byte| !byte.is_ascii() || byte.is_ascii_alphabetic())
        .count();
    let mut rest = &bytes[from..from + whole];
    let valid = loop {
        match std::str::from_utf8(rest) {
            Ok(valid) => break valid,
            Err(error) => rest = &rest[..error.valid_up_to()],
        }
    };
    from + valid.chars().take_while(|char| is_letter(*char)).map(char::len_utf8).sum::<usize>()
}

/// How many bits of eight bytes are those of ASCII letters, up to the first that is none. What a byte beyond ASCII carries
/// into those after it does not matter.
const fn letter_bits(eight: u64) -> u32 {
    let small = eight | SMALL;
    let from_a = small.wrapping_add((0x80 - b'a' as u64) * ONES);
    let past_z = small.wrapping_add((0x7F - b'z' as u64) * ONES);
    let others = (!from_a | past_z | eight) & HIGH;
    others.trailing_zeros() & !7
}

/// How any word is written.
fn shape_by_letter(word: &[u8]) -> Shape {
    let capitals = word.iter().filter(|byte| byte.is_ascii_uppercase()).count();
    match word {
        [0xC3, 0x80..=0x9E, ..] | [0xD0, 0x90..=0xAF, ..] => Shape::Capital,
        [first, ..] if !first.is_ascii() || capitals == 0 => Shape::Lower,
        _ if capitals == word.len() && capitals > 1 => Shape::Upper,
        _ => Shape::Capital,
    }
}
