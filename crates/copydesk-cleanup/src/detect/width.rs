//! Letters and signs of East Asian width in words of Latin letters: `ＷＨＯ`.

use std::ops::Range;

use crate::find::Finds;
use crate::reading::Reading;

/// Over the whole text.
pub(super) fn run(reading: Reading<'_>, _: Range<usize>, finds: &mut Finds<'_>) {
    let text = reading.text();
    let mut done = 0;
    for start in memchr::memmem::find_iter(text.as_bytes(), b"\xEF\xBC")
        .chain(memchr::memmem::find_iter(text.as_bytes(), b"\xEF\xBD"))
    {
        if start < done || !text.is_char_boundary(start) {
            continue;
        }
        let wide: String = text[start..].chars().take_while(|c| is_wide(*c)).collect();
        done = start + wide.len();
        let neighbours = [reading.before(start), reading.after(done)];
        let latin = wide.chars().any(char::is_alphabetic)
            || neighbours.iter().flatten().any(char::is_ascii_alphanumeric);
        if latin && !wide.is_empty() && !wide.chars().any(|c| matches!(c, '０'..='９')) {
            let narrow: String = wide.chars().filter_map(narrow).collect();
            finds.replace_all(start..done, narrow);
        }
    }
}

fn is_wide(c: char) -> bool {
    matches!(c, '！'..='～')
}

fn narrow(c: char) -> Option<char> {
    char::from_u32(c as u32 - 0xFEE0)
}
