//! The characters around a place in a text, and what kind they are of.

/// What the bytes of a text may be. Those beyond ASCII are [`WIDE`](byte::WIDE): their character must be decoded.
pub(crate) mod byte {
    /// `a` to `z`.
    pub(crate) const SMALL: u8 = 1;
    /// `A` to `Z`.
    pub(crate) const CAPITAL: u8 = 1 << 1;
    /// `0` to `9`.
    pub(crate) const DIGIT: u8 = 1 << 2;
    /// Parts words, but not lines.
    pub(crate) const BLANK: u8 = 1 << 3;
    /// The first of a character's several bytes, or a later one.
    pub(crate) const WIDE: u8 = 1 << 4;
    /// May hold a word together, or end it as a part of it: `'`, `-`, `.`, `&`.
    pub(crate) const JOINS: u8 = 1 << 5;
    /// Punctuation that is a token by itself.
    pub(crate) const PLAIN: u8 = 1 << 6;

    pub(crate) const LETTER: u8 = SMALL | CAPITAL;
    pub(crate) const ALPHANUMERIC: u8 = LETTER | DIGIT;

    /// The properties of each byte.
    pub(crate) static CLASS: [u8; 256] = table();

    const fn table() -> [u8; 256] {
        let mut table = [0; 256];
        let mut at = 0;
        while at < table.len() {
            table[at] = class(at as u8);
            at += 1;
        }
        table
    }

    const fn class(byte: u8) -> u8 {
        match byte {
            b'a'..=b'z' => SMALL,
            b'A'..=b'Z' => CAPITAL,
            b'0'..=b'9' => DIGIT,
            b'\t' | b'\x0b' | b'\x0c' | b'\r' | b' ' => BLANK,
            b'\'' | b'-' | b'.' | b'&' => JOINS,
            b',' | b';' | b':' | b'(' | b')' | b'[' | b']' | b'{' | b'}' | b'/' | b'\\' | b'*' => PLAIN,
            0x80.. => WIDE,
            _ => 0,
        }
    }
}

/// The character that ends at `at`.
pub(crate) fn before(text: &str, at: usize) -> Option<char> {
    let last = *text.as_bytes().get(at.checked_sub(1)?)?;
    if last.is_ascii() { Some(char::from(last)) } else { text[..at].chars().next_back() }
}

/// The character that starts at `at`.
#[inline]
pub(crate) fn after(text: &str, at: usize) -> Option<char> {
    match text.as_bytes().get(at) {
        Some(byte) if byte.is_ascii() => Some(char::from(*byte)),
        Some(_) => text[at..].chars().next(),
        None => None,
    }
}

/// Whether a character parts words: white space, also the fixed and thin kinds.
pub(crate) fn is_blank(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{200b}' | '\u{2060}' | '\u{feff}')
}

/// Whether a character is a letter. Those that news has beside letters are told from them without a search in the
/// tables of Unicode.
pub(crate) fn is_letter(c: char) -> bool {
    !is_common_sign(c) && c.is_alphabetic()
}

/// Whether a character is a letter or a digit of any script.
pub(crate) fn is_alphanumeric(c: char) -> bool {
    !is_common_sign(c) && c.is_alphanumeric()
}

/// Controls, the fixed blank, currency signs; dashes, quotation marks, thin blanks.
fn is_common_sign(c: char) -> bool {
    matches!(c, '\u{80}'..='\u{a9}' | '\u{2000}'..='\u{206f}')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn signs_passed_over_are_no_letters() {
        let signs = ('\0'..='\u{3000}').filter(|c| is_common_sign(*c));
        assert!(signs.clone().count() > 100);
        assert!(!signs.into_iter().any(char::is_alphanumeric));
    }

    #[test]
    fn classes_of_bytes_are_those_of_characters() {
        for c in '\0'..='\x7f' {
            let class = byte::CLASS[c as usize];
            assert_eq!(class & byte::LETTER != 0, c.is_alphabetic(), "{c:?}");
            assert_eq!(class & byte::ALPHANUMERIC != 0, c.is_alphanumeric(), "{c:?}");
            assert_eq!(class & byte::BLANK != 0, is_blank(c) && c != '\n', "{c:?}");
        }
    }
}
