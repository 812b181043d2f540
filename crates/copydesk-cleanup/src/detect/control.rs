//! Characters that say nothing to a reader: controls, joiners without anything to join, bytes of Windows-1252.

use std::ops::Range;

use crate::find::Finds;
use crate::page::Page;

/// At a character of the kind.
pub(super) fn run(page: Page<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let Some(c) = page.after(at.start) else { return };
    let with = match c {
        '\u{91}' => "‘",
        '\u{92}' => "’",
        '\u{93}' => "“",
        '\u{94}' => "”",
        '\u{96}' => "–",
        '\u{97}' => "—",
        '\u{85}' => "…",
        '\u{80}' => "€",
        '\u{95}' => "•",
        '\u{99}' => "™",
        '\u{200b}' | '\u{feff}' | '\u{2060}' | '\u{ad}' => "",
        c if c.is_control() && !matches!(c, '\n' | '\t' | '\r') => "",
        _ => return,
    };
    finds.replace_all(at.start..at.start + c.len_utf8(), with);
}
