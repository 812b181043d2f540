//! Sentences that lost the blank between them: `Defense MinistryEarlier, the`, `was closed.The mayor`.

use std::ops::Range;

use crate::find::Finds;
use crate::page::Page;
use crate::words::is_english;

/// At a word that starts sentences or labels.
pub(super) fn run(page: Page<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let text = page.text;
    if page.after(at.end).is_some_and(|c| c.is_alphanumeric() || matches!(c, '\'' | '’' | '-' | '.')) {
        return;
    }
    let label = text[at.end..].starts_with(':');
    let with = match page.before(at.start) {
        Some('.' | '!' | '?') if ends_sentence(text, at.start - 1) => " ",
        Some(c) if c.is_ascii_lowercase() && at.len() >= 3 && ends_word(text, at.start) => {
            if label {
                " "
            } else {
                ". "
            }
        }
        Some(c) if c.is_ascii_digit() && label => " ",
        _ => return,
    };
    finds.replace(text, at.start..at.start, with);
}

/// Whether an English word in small letters ends here.
fn ends_sentence(text: &str, at: usize) -> bool {
    let word = word_before(text, at);
    word.len() >= 3
        && word.bytes().all(|b| b.is_ascii_lowercase())
        && is_english(word)
        && !is_address(text, at)
}

/// Whether a whole English word ends here, and no brand such as `YouTube`.
fn ends_word(text: &str, at: usize) -> bool {
    let word = word_before(text, at);
    let small = word.bytes().skip(1).all(|b| b.is_ascii_lowercase());
    word.len() >= 4 && small && is_english(word) && !is_address(text, at)
}

fn word_before(text: &str, at: usize) -> &str {
    let start = text[..at].bytes().rev().take(30).take_while(u8::is_ascii_alphabetic).count();
    &text[at - start..at]
}

fn is_address(text: &str, at: usize) -> bool {
    let start = text[..at].bytes().rev().take(60).take_while(|b| !b.is_ascii_whitespace()).count();
    text.as_bytes()[at - start..at].iter().any(|b| matches!(b, b'/' | b'@' | b'#' | b'_'))
}
