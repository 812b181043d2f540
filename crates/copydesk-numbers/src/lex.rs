//! One loop over the bytes of a text: words, runs of digits, symbols.

use crate::atom::{Atom, Case, Class, Gap, Starts};
use crate::lexicon::{self, Key, LONGEST};

/// Reads a text into atoms.
pub(crate) fn read(text: &str, atoms: &mut Vec<Atom>) {
    atoms.clear();
    let mut lexer = Lexer { bytes: text.as_bytes(), at: 0, gap: Gap::Break };
    while let Some(&byte) = lexer.bytes.get(lexer.at) {
        match CLASSES[usize::from(byte)] {
            Byte::Letter => atoms.push(lexer.word()),
            Byte::Digit => atoms.push(lexer.digits()),
            Byte::Blank => lexer.blank(byte),
            Byte::Symbol => atoms.push(lexer.symbol(1, u32::from(byte))),
            Byte::Lead => atoms.extend(lexer.beyond_ascii(text)),
        }
    }
}

/// What a byte may begin.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Byte {
    Letter,
    Digit,
    Blank,
    Symbol,
    /// A character beyond ASCII that may be no letter.
    Lead,
}

static CLASSES: [Byte; 256] = classes();

const fn classes() -> [Byte; 256] {
    let mut classes = [Byte::Symbol; 256];
    let mut byte = 0;
    while byte < 256 {
        classes[byte] = match byte as u8 {
            b'a'..=b'z' | b'A'..=b'Z' => Byte::Letter,
            b'0'..=b'9' => Byte::Digit,
            b' ' | b'\t' | b'\n' | b'\r' | 0x0B | 0x0C => Byte::Blank,
            0x80.. => Byte::Lead,
            _ => Byte::Symbol,
        };
        byte += 1;
    }
    classes
}

const ONES: u64 = 0x0101_0101_0101_0101;
const HIGH: u64 = 0x80 * ONES;
/// The bit that small letters have and capitals have not.
const SMALL: u64 = 0x20 * ONES;

struct Lexer<'a> {
    bytes: &'a [u8],
    at: usize,
    gap: Gap,
}

impl Lexer<'_> {
    fn atom(&mut self, len: usize, class: Class, payload: u32) -> Atom {
        let start = self.at;
        self.at += len;
        let gap = std::mem::replace(&mut self.gap, Gap::Glued);
        Atom { start: start as u32, end: self.at as u32, payload, gap, class, ..Atom::OUTSIDE }
    }

    /// A word: most have less than eight letters, all of ASCII, and one space behind them.
    #[expect(clippy::inline_always, reason = "keeps the lexer in registers: a tenth of its time")]
    #[inline(always)]
    fn word(&mut self) -> Atom {
        let first = self.eight(self.at);
        let len = letters(first);
        if len == 8 {
            return self.long_word(first);
        }
        let next = (first >> (8 * len)) as u8;
        if !next.is_ascii() && !is_mark(next) {
            return self.foreign_word();
        }
        let (key, capitals) = folded(first, len);
        let atom = self.known([key, 0], len, case(capitals, len));
        if next == b' ' {
            self.at += 1;
            self.gap = Gap::Space;
        }
        atom
    }

    /// Eight letters and more.
    fn long_word(&mut self, first: u64) -> Atom {
        let second = self.eight(self.at + 8);
        let rest = letters(second);
        let next = if rest == 8 { 0xFF } else { (second >> (8 * rest)) as u8 };
        if !next.is_ascii() && !is_mark(next) {
            return self.foreign_word();
        }
        let ((low, capitals), (high, more)) = (folded(first, 8), folded(second, rest));
        let case = match capitals {
            0 if more == 0 => Case::Lower,
            SMALL if more.count_ones() as usize == rest => Case::Upper,
            _ => Case::Capital,
        };
        self.known([low, high], 8 + rest, case)
    }

    /// A word with letters beyond ASCII, or of more than 15 letters.
    #[cold]
    fn foreign_word(&mut self) -> Atom {
        let len = word_len(&self.bytes[self.at..]);
        let case = case_by_letter(&self.bytes[self.at..self.at + len]);
        if len > LONGEST {
            return Atom { case, ..self.atom(len, Class::Word, 0) };
        }
        let second = if len > 8 { self.eight(self.at + 8) } else { 0 };
        self.known(lexicon::key([self.eight(self.at), second], len), len, case)
    }

    #[inline]
    fn known(&mut self, key: Key, len: usize, case: Case) -> Atom {
        let lex = lexicon::find(key);
        Atom { lex, case, starts: lexicon::starts(lex), ..self.atom(len, Class::Word, 0) }
    }

    /// Eight bytes of the text, the first one lowest; zeros beyond its end.
    fn eight(&self, at: usize) -> u64 {
        match self.bytes.get(at..).and_then(<[u8]>::first_chunk) {
            Some(eight) => u64::from_le_bytes(*eight),
            None => last_half(self.bytes.get(at..).unwrap_or_default()),
        }
    }

    fn digits(&mut self) -> Atom {
        let rest = &self.bytes[self.at..];
        let len = rest.iter().position(|byte| !byte.is_ascii_digit()).unwrap_or(rest.len());
        let value = |digits: &[u8]| digits.iter().fold(0, |n, digit| n * 10 + u32::from(digit - b'0'));
        let payload = if len <= 9 { value(&rest[..len]) } else { u32::MAX };
        Atom { starts: Starts::BOTH, ..self.atom(len, Class::Digits, payload) }
    }

    fn blank(&mut self, byte: u8) {
        self.at += 1;
        self.gap = match (self.gap, byte) {
            (Gap::Break, _) | (_, b'\n' | b'\r' | 0x0B | 0x0C) => Gap::Break,
            (Gap::Glued, b' ') => Gap::Space,
            _ => Gap::Wide,
        };
    }

    fn symbol(&mut self, len: usize, char: u32) -> Atom {
        Atom { starts: symbol_starts(char), ..self.atom(len, Class::Symbol, char) }
    }

    /// A letter, a blank or a symbol.
    fn beyond_ascii(&mut self, text: &str) -> Option<Atom> {
        let char = text[self.at..].chars().next()?;
        if is_letter(char) {
            return Some(self.foreign_word());
        }
        if char.is_whitespace() {
            self.at += char.len_utf8();
            self.gap = match self.gap {
                Gap::Glued => Gap::Thin,
                Gap::Break => Gap::Break,
                _ => Gap::Wide,
            };
            return None;
        }
        Some(self.symbol(char.len_utf8(), char as u32))
    }
}

/// Symbols that may begin a number or a time.
fn symbol_starts(char: u32) -> Starts {
    match char::from_u32(char) {
        Some('$' | '€' | '£' | '¥' | '₠'..='⃀' | '￥' | '฿' | '-' | '−' | '+' | '.') => {
            Starts::NUMBER
        }
        Some('\'' | '’' | '‘') => Starts::TIME,
        Some('½' | '¼' | '¾' | '⅓'..='⅞') => Starts::BOTH,
        _ => Starts::NONE,
    }
}

/// Whether a byte begins a character that is no letter: the marks of Latin-1 and all punctuation.
const fn is_mark(lead: u8) -> bool {
    matches!(lead, 0xC2 | 0xE2)
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
    let ascii =
        bytes.iter().position(|byte| CLASSES[usize::from(*byte)] != Byte::Letter).unwrap_or(bytes.len());
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

/// How many of eight bytes are ASCII letters, up to the first that is none.
const fn letters(eight: u64) -> usize {
    let small = (eight | SMALL) & !HIGH;
    let from_a = small + (0x80 - b'a' as u64) * ONES;
    let past_z = small + (0x7F - b'z' as u64) * ONES;
    let others = !(from_a & !past_z & !eight) & HIGH;
    (others.trailing_zeros() / 8) as usize
}

/// Up to eight letters without their case, and the bits of those that are capitals.
const fn folded(eight: u64, len: usize) -> (u64, u64) {
    let mask = if len == 8 { u64::MAX } else { (1 << (8 * len)) - 1 };
    ((eight | SMALL) & mask, !eight & SMALL & mask)
}

/// How a word of less than eight letters is written.
const fn case(capitals: u64, len: usize) -> Case {
    match capitals {
        0 => Case::Lower,
        _ if len > 1 && capitals == SMALL >> (64 - 8 * len) => Case::Upper,
        _ => Case::Capital,
    }
}

/// How any word is written.
fn case_by_letter(word: &[u8]) -> Case {
    let capitals = word.iter().filter(|byte| byte.is_ascii_uppercase()).count();
    match word {
        [0xC3, 0x80..=0x9E, ..] | [0xD0, 0x90..=0xAF, ..] => Case::Capital,
        [first, ..] if !first.is_ascii() || capitals == 0 => Case::Lower,
        _ if capitals == word.len() && capitals > 1 => Case::Upper,
        _ => Case::Capital,
    }
}

/// Up to seven bytes at the end of a text.
fn last_half(bytes: &[u8]) -> u64 {
    bytes.iter().take(8).rev().fold(0, |half, byte| half << 8 | u64::from(*byte))
}
