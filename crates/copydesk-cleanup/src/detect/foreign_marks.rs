//! Signs and blanks that other languages set where English sets none or others: `« … »`, ` !`, ` %`, `¿`.

use std::ops::Range;

use copydesk_text::MarkStyle;

use crate::find::Finds;
use crate::lens::Lens;
use crate::page::Page;
use crate::reading::Reading;
use crate::words::is_english;

/// At `«`: a closed quotation gets English marks, tight around its words.
pub(super) fn guillemets(reading: Reading<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let quotations = &reading.outline().quotations;
    let found = quotations.binary_search_by_key(&(at.start as u32), |quotation| quotation.start);
    let found = found.ok().map(|found| &quotations[found]);
    let Some(found) = found.filter(|found| found.closed && found.style == MarkStyle::Guillemet) else {
        return;
    };
    let inner = &reading.text()[found.inner_start as usize..found.inner_end as usize];
    let words = inner.trim();
    if words.is_empty() || !reading.text()[found.inner_end as usize..].starts_with('»') {
        return;
    }
    let start = found.inner_start as usize + (inner.len() - inner.trim_start().len());
    finds.replace_all(at.start..start, "“");
    finds.replace_all(start + words.len()..found.end as usize, "”");
}

/// At a blank and a mark: the blank goes if the mark ends a clause.
pub(super) fn blank(page: Page<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let ratio = page.text[..at.end].ends_with(':');
    let is_word =
        |c: char| c.is_alphabetic() || !ratio && c.is_numeric() || matches!(c, '”' | '"' | '»' | ')' | '%');
    let word = page.before(at.start).is_some_and(is_word);
    let after = page.after(at.end);
    let ends = after.is_none_or(|c| c.is_whitespace() || matches!(c, '”' | '"' | '»'));
    // A writer's slips are fewer; the loose marks of a text are counted by the scan.
    let habit = is_habit(page, page.scan.loose.len()) || page.text[..at.end].ends_with([';', ':', '!', '?']);
    let ellipsis = page.text[at.end..].starts_with(" .");
    if word && ends && habit && !ellipsis && !is_of_code(page, at.start) {
        finds.replace_all(at.start..at.end - 1, "");
    }
}

/// Whether so many slips are more than one in a page of text.
fn is_habit(page: Page<'_>, slips: usize) -> bool {
    const PAGE: usize = 2500;
    slips * PAGE >= page.text.len()
}

/// Whether both halves of an expression of a program stand around a place.
fn is_of_code(page: Page<'_>, at: usize) -> bool {
    const LOOKED_AT: usize = 40;
    let from = page.text.floor_char_boundary(at.saturating_sub(LOOKED_AT));
    let to = page.text.floor_char_boundary(at + LOOKED_AT);
    let around = &page.text[from..to];
    around.contains(" ? ") && around.contains(" : ") && around.contains(['(', '='])
}

/// At a blank and a percent sign.
pub(super) fn percent(page: Page<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let digit = page.before(at.start).is_some_and(|c| c.is_ascii_digit());
    if digit && !page.after(at.end).is_some_and(char::is_alphanumeric) {
        finds.replace_all(at.start..at.end - 1, "");
    }
}

/// At a bracket and a blank on its inner side, where the other bracket is on the line.
pub(super) fn bracket(page: Page<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let text = page.text;
    if text[at.clone()].starts_with('(') {
        let parted = page.before(at.start).is_none_or(char::is_whitespace);
        let inner = text[at.end..].split(['(', ')', '\n']).next().unwrap_or_default();
        if parted && inner.starts_with(char::is_alphanumeric) && text[at.end + inner.len()..].starts_with(')')
        {
            finds.replace_all(at.start + 1..at.end, "");
        }
    } else {
        let inner = text[..at.start].rsplit(['(', ')', '\n']).next().unwrap_or_default();
        let head = &text[..at.start - inner.len()];
        let opened = head.ends_with('(') && !head[..head.len() - 1].ends_with(char::is_alphanumeric);
        if opened && inner.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '.' | '%')) {
            finds.replace_all(at.start..at.end - 1, "");
        }
    }
}

/// At an inverted mark: it goes if what it opens is a sentence of English words.
pub(super) fn inverted(page: Page<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    const LOOKED_AT: usize = 80;
    let window = &page.text[at.end..page.text.floor_char_boundary(at.end + LOOKED_AT)];
    let sentence = window.split(['?', '!', '\n']).next().unwrap_or_default();
    let words = || sentence.split(|c: char| !c.is_alphabetic() && c != '\'').filter(|word| word.len() > 1);
    if words().count() >= 3 && words().all(|word| word.is_ascii() && is_english(word)) {
        finds.replace_all(at, "");
    }
}

/// Function words that no sentence needs twice.
const NEVER_DOUBLED: [&str; 8] = ["the", "of", "and", "a", "an", "to", "from", "with"];

/// At every word that is the one before it.
pub(super) fn doubled(page: Page<'_>, _: &mut Lens, finds: &mut Finds<'_>) {
    let starts = page.scan.turns.doubled.iter().map(|start| *start as usize);
    let slips: Vec<_> =
        starts.filter_map(|start| Some(start - 1..start + doubled_word(page, start)?.len())).collect();
    if is_habit(page, slips.len()) {
        for slip in slips {
            finds.replace_all(slip, "");
        }
    }
}

fn doubled_word(page: Page<'_>, start: usize) -> Option<&'static str> {
    let (head, tail) = page.text.split_at(start);
    NEVER_DOUBLED.into_iter().find(|word| is_word_of(head, tail, word))
}

/// Whether a text ends with a word and a blank, and the rest starts with the same word.
fn is_word_of(head: &str, tail: &str, word: &str) -> bool {
    let before = head.strip_suffix(' ').and_then(|head| head.strip_suffix(word));
    let after = tail.strip_prefix(word);
    before.is_some_and(|before| before.ends_with(' ')) && after.is_some_and(|after| after.starts_with(' '))
}

/// At a blank and a clitic: it belongs to the word before.
pub(super) fn clitic(page: Page<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let word = page.before(at.start).is_some_and(char::is_alphabetic);
    let ends =
        page.after(at.end).is_none_or(|c| c.is_whitespace() || matches!(c, '.' | ',' | ';' | '!' | '?'));
    if word && ends {
        finds.replace_all(at.start..at.start + 1, "");
    }
}

/// At two full stops, and no more: one goes, with the blank before it. Before a small letter they are an ellipsis.
pub(super) fn doubled_stop(page: Page<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let head = page.text[..at.start].trim_end_matches(' ');
    let word = head.ends_with(|c: char| c.is_alphanumeric() || matches!(c, '”' | '"' | ')'));
    let parted = page.after(at.end).is_none_or(char::is_whitespace);
    let goes_on = page.text[at.end..].trim_start_matches(' ').starts_with(char::is_lowercase);
    if word && at.start - head.len() <= 1 && parted && !goes_on {
        finds.replace_all(head.len()..at.end, ".");
    }
}

/// At a mark of East Asian text: an English one takes its place beside Latin letters.
pub(super) fn wide(page: Page<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let close = match &page.text[at.clone()] {
        "「" => '」',
        "『" => '』',
        sign => return wide_stop(page, at.clone(), if sign == "。" { "." } else { "," }, finds),
    };
    let window = &page.text[at.end..page.text.floor_char_boundary(at.end + LONGEST_QUOTATION)];
    let window = window.split('\n').next().unwrap_or_default();
    let Some(length) = window.find(close).filter(|length| is_latin(&window[..*length])) else { return };
    let end = at.end + length;
    finds.replace_all(at, "“");
    finds.replace_all(end..end + close.len_utf8(), "”");
}

/// No quotation between such marks is longer, in bytes.
const LONGEST_QUOTATION: usize = 600;

fn wide_stop(page: Page<'_>, at: Range<usize>, with: &str, finds: &mut Finds<'_>) {
    let latin = page
        .before(at.start)
        .is_some_and(|c| c.is_ascii_alphanumeric() || matches!(c, '”' | '」' | '』' | ')'));
    let next = page.after(at.end);
    if latin && next.is_none_or(|c| c.is_ascii() || c == '“') {
        let blank = if next.is_some_and(|c| !c.is_whitespace()) { " " } else { "" };
        finds.replace_all(at, format!("{with}{blank}"));
    }
}

/// Whether a text has Latin letters and no East Asian ones.
fn is_latin(text: &str) -> bool {
    text.contains(|c: char| c.is_ascii_alphabetic()) && !text.contains(|c: char| c >= '\u{2e80}')
}
