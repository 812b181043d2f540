//! What a rule does where it has found something.

use std::ops::Range;

use copydesk_text::Case;

use crate::find::Finds;
use crate::list::Entry;
use crate::pack::{Action, Unit};
use crate::page::Page;
use crate::reading::Reading;

/// Writes down a match of the tokens `at`.
pub(crate) fn found(
    reading: Reading<'_>,
    unit: &Unit,
    at: Range<usize>,
    with: Option<String>,
    finds: &mut Finds<'_>,
) {
    let tokens = reading.list();
    let span = tokens[at.start].start as usize..tokens[at.end - 1].end as usize;
    match (unit.action, with) {
        (Action::Move | Action::Drop, None) => out_of_line(reading, span, finds),
        (Action::Rewrite, Some(with)) => replace(reading, span, &with, finds),
        (Action::Flag, Some(with)) => finds.replace_all(span, with),
        _ => finds.note(span),
    }
}

/// Replaces a place; a capital first stays one.
fn replace(reading: Reading<'_>, span: Range<usize>, with: &str, finds: &mut Finds<'_>) {
    let (was, to) = (reading.after(span.start), with.chars().next());
    let raise = was.is_some_and(char::is_uppercase) && to.is_some_and(char::is_lowercase);
    let named = raise && !reading.tokens.may_start(reading.outline().token_at(span.start as u32));
    if raise && !named {
        let raised =
            to.into_iter().flat_map(char::to_uppercase).chain(with.chars().skip(1)).collect::<String>();
        finds.replace(reading.text(), span, raised);
    } else {
        finds.replace(reading.text(), span, with);
    }
}

/// Takes a place out: its lines if it covers them, else what it covers and the blanks before it.
fn out_of_line(reading: Reading<'_>, span: Range<usize>, finds: &mut Finds<'_>) {
    let text = reading.text();
    let page = reading.page;
    let line = page.line_at(span.start).filter(|line| page.lines()[*line].range() == span);
    let out = match line {
        Some(line) => page.lines_out(line..line + 1),
        None => text[..span.start].trim_end_matches([' ', '\u{a0}']).len()..span.end,
    };
    finds.replace_all(out, String::new());
}

/// An entry of a table, if it stands on whole tokens.
pub(crate) fn entry(
    reading: Reading<'_>,
    at: Range<usize>,
    entry: &Entry,
    action: Action,
    finds: &mut Finds<'_>,
) {
    let tokens = reading.list();
    let first = reading.outline().token_at(at.start as u32);
    let last = reading.outline().token_at(at.end as u32 - 1);
    let whole = tokens.get(first).is_some_and(|token| token.start as usize == at.start)
        && tokens.get(last).is_some_and(|token| token.end as usize == at.end);
    let raised = !reading.text()[at.clone()].starts_with(&*entry.form);
    if !whole
        || raised && !reading.tokens.may_start(first)
        || is_spoken_of(reading.text(), at.end)
        || is_of_firm(reading, last)
    {
        return;
    }
    match (entry.to.is_empty(), action) {
        (true, _) | (_, Action::Evidence) => finds.note(at),
        (false, Action::Flag) => finds.replace_all(at, &*entry.to),
        (false, _) => replace(reading, at, &entry.to, finds),
    }
}

/// Whether the text speaks of the form itself: `the OMS in its French acronym`.
fn is_spoken_of(text: &str, end: usize) -> bool {
    const LOOKED_AT: usize = 30;
    let rest = &text[end..text.floor_char_boundary((end + LOOKED_AT).min(text.len()))];
    rest.contains("acronym")
}

/// What a firm's name ends with.
const FIRMS: [&str; 15] = [
    "Inc",
    "Inc.",
    "Corp",
    "Corp.",
    "Corporation",
    "Co.",
    "Ltd",
    "Ltd.",
    "Limited",
    "LLC",
    "Plc",
    "PLC",
    "Holdings",
    "Enterprises",
    "Industries",
];

/// Whether an acronym is the first word of a firm's name: `TPI Enterprises`.
fn is_of_firm(reading: Reading<'_>, at: usize) -> bool {
    reading.list()[at].case == Case::Upper
        && FIRMS.contains(&reading.tokens.word(at + 1))
        && reading.tokens.gap(at + 1) == " "
}

/// The line of this index is one of a lexicon's.
pub(crate) fn line(page: Page<'_>, index: usize, action: Action, finds: &mut Finds<'_>) {
    if matches!(action, Action::Move | Action::Drop) {
        finds.replace_all(page.lines_out(index..index + 1), "");
    } else {
        finds.note(page.lines()[index].range());
    }
}
