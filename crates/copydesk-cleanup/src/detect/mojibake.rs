//! UTF-8 that was read as Windows-1252: `Ã©` for `é`, `â€™` for `’`.

use std::ops::Range;

use crate::find::Finds;
use crate::page::Page;

/// What Windows-1252 shows for the bytes 0x80 to 0x9F; 0 where it shows nothing, so that the byte stays a control.
const HIGH: [u32; 32] = [
    0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021, 0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,
    0x017D, 0, 0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x02DC, 0x2122, 0x0161, 0x203A,
    0x0153, 0, 0x017E, 0x0178,
];

/// At a character that the first byte of a sequence shows as.
pub(super) fn run(page: Page<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let text = page.text;
    let mut chars = text[at.start..].chars();
    let Some(first) = chars.next().and_then(byte) else { return };
    let length = match first {
        0xC2..=0xDF => 2,
        0xE0..=0xEF => 3,
        0xF0..=0xF4 => 4,
        _ => return,
    };
    let mut bytes = [first, 0, 0, 0];
    let mut end = at.start + text[at.start..].chars().next().map_or(0, char::len_utf8);
    for slot in &mut bytes[1..length] {
        let Some(next) = chars.next() else { return };
        let Some(byte) = byte(next).filter(|byte| (0x80..=0xBF).contains(byte)) else { return };
        *slot = byte;
        end += next.len_utf8();
    }
    let Ok(decoded) = std::str::from_utf8(&bytes[..length]) else { return };
    if decoded.chars().all(is_likely) && !continues_word(page, at.start, first) {
        finds.replace(text, at.start..end, decoded);
    }
}

/// The byte that a character shows.
fn byte(c: char) -> Option<u8> {
    match c as u32 {
        code @ (0x80..=0xFF) => u8::try_from(code).ok(),
        code => HIGH
            .iter()
            .position(|high| *high == code && code != 0)
            .and_then(|at| u8::try_from(at + 0x80).ok()),
    }
}

/// What news holds: letters of Europe's scripts, punctuation, a few signs.
fn is_likely(c: char) -> bool {
    matches!(c, '\u{A0}'..='\u{17F}' | '\u{218}'..='\u{21B}' | '\u{370}'..='\u{4FF}' | '\u{2010}'..='\u{2044}'
        | '\u{20A0}'..='\u{20BF}' | '\u{2100}'..='\u{215E}' | '\u{2190}'..='\u{21FF}' | '\u{2600}'..='\u{27BF}'
        | '\u{1F300}'..='\u{1FAFF}' | '\u{FEFF}' | '\u{FE0F}' | '\u{1E00}'..='\u{1EFF}' | '\u{2212}' | '\u{200B}'..='\u{200F}')
}

/// Whether the sign is a letter of a word that is right as it stands: `SÃO` is written with one sign, not two.
fn continues_word(page: Page<'_>, at: usize, first: u8) -> bool {
    first == 0xC3
        && page.text[at..].chars().nth(1).is_some_and(char::is_alphabetic)
        && page.before(at).is_some_and(char::is_uppercase)
}
