//! An edit in the terminal: what stood in its place, what stands there now, and by which rule.

use std::fmt::Write;
use std::ops::Range;

use anstyle::{AnsiColor, Style};

use super::Edit;
use super::terminal::{DIM, GUTTER, gutter, line_of};
use super::values::shortened;
use crate::wrap::wrapped;

const BEFORE: Style = AnsiColor::Red.on_default();
const AFTER: Style = AnsiColor::Green.on_default();

/// A changed place in its line: what stood there, what stands there now, and by which rule.
pub(super) fn edit(edit: &Edit, source: &str, width: usize) -> String {
    let (head, tail) = around(source, &edit.source);
    let (before, after) = (changed(&edit.before), changed(&edit.after));
    let (head, tail) = (head + "[", format!("]{tail}"));
    let pieces =
        [(DIM, head.as_str()), (BEFORE, &before), (DIM, " → "), (AFTER, &after), (DIM, tail.as_str())];
    let mut out = gutter(line_of(source, edit.source.start)) + &wrapped(&pieces, GUTTER, width) + "\n";
    writeln!(out, "{:GUTTER$}{} {DIM}· {}{DIM:#}", "", edit.rule, edit.grade).expect("a String takes all");
    for (rule, before, after) in &edit.earlier {
        let (before, after) = (changed(before), changed(after));
        let earlier = format!("after {rule}: {before} → {after}");
        writeln!(out, "{:GUTTER$}{}", "", wrapped(&[(DIM, &earlier)], GUTTER, width))
            .expect("a String takes all");
    }
    out
}

/// The most characters shown of either side of an edit.
const CHANGED: usize = 120;

/// One side of an edit; blanks at its ends, which would not be seen, as signs.
fn changed(text: &str) -> String {
    let inner = text.trim();
    if text.is_empty() {
        return "∅".to_owned();
    }
    let ends = text.split_once(inner).filter(|_| !inner.is_empty());
    let (head, tail) = ends.unwrap_or((text, ""));
    format!("{}{}{}", signs(head), shortened(inner, CHANGED), signs(tail))
}

fn signs(blanks: &str) -> String {
    blanks.replace('\n', "↵").replace(' ', "␣").replace('\u{a0}', "⍽").replace('\t', "⇥")
}

/// A little of the line on both sides of a place; nothing where the place has the line's end.
fn around(text: &str, place: &Range<usize>) -> (String, String) {
    const FEW: usize = 24;
    let within = &text[place.clone()];
    let line = |text| if within.ends_with('\n') { "" } else { text };
    let after = line(text[place.end..].split('\n').next().unwrap_or_default());
    let line = |text| if within.starts_with('\n') { "" } else { text };
    let before = line(text[..place.start].rsplit('\n').next().unwrap_or_default());
    let (b, a) = (before.chars().count(), after.chars().count());
    let head: String = before.chars().skip(b.saturating_sub(FEW)).collect();
    let tail: String = after.chars().take(FEW).collect();
    let cut = |is: bool| if is { "…" } else { "" };
    (format!("{}{head}", cut(b > FEW)), format!("{tail}{}", cut(a > FEW)))
}
