//! Letters and signs of East Asian width in words of Latin letters: `ＷＨＯ`.

use crate::find::Finds;
use crate::lens::Lens;
use crate::page::Page;

/// Over the whole text.
pub(super) fn run(page: Page<'_>, _: &mut Lens, finds: &mut Finds<'_>) {
    let text = page.text;
    let mut done = 0;
    // All of them start with one byte.
    for start in memchr::memchr_iter(0xEF, text.as_bytes()) {
        if start < done || !page.after(start).is_some_and(is_wide) {
            continue;
        }
        let wide: String = text[start..].chars().take_while(|c| is_wide(*c)).collect();
        done = start + wide.len();
        let neighbours = [page.before(start), page.after(done)];
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
