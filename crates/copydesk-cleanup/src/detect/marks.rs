//! Quotation marks that stand on the wrong side of a blank, or face the wrong way.

mod curly;
mod orphan;
mod single;
mod straight;

pub(super) use curly::run as curly;
pub(super) use orphan::run as orphan;
pub(super) use single::run as single;
pub(super) use straight::run as straight;

use crate::page::Page;
use crate::scan::Line;

/// A double quotation mark and the characters around it.
#[derive(Clone, Copy)]
struct Place {
    start: usize,
    end: usize,
    sign: char,
    left: Option<char>,
    right: Option<char>,
}

impl Place {
    fn of(page: Page<'_>, line: Line, start: usize) -> Self {
        let sign = page.after(start).expect("a mark stands there");
        let end = start + sign.len_utf8();
        Self {
            start,
            end,
            sign,
            left: page.before(start).filter(|_| start > line.start as usize),
            right: page.after(end).filter(|_| end < line.end as usize),
        }
    }

    /// Whether it can open: a gap before it, and no gap after it.
    fn fits_open(self) -> bool {
        self.left
            .is_none_or(|c| is_gap(c) || matches!(c, '(' | '[' | '—' | '–' | '-' | '\'' | '‘' | '/' | '…'))
            && self.right.is_some_and(|c| !is_gap(c) && !ends_clause(c))
    }

    /// Whether it can close.
    fn fits_close(self) -> bool {
        self.left.is_some_and(|c| !is_gap(c)) && self.right.is_none_or(|c| !c.is_alphanumeric())
    }
}

/// The lines that have double marks, each with its marks in their order.
fn lines_with_marks(page: Page<'_>) -> impl Iterator<Item = (Line, &[u32])> {
    let mut marks = page.scan.marks.as_slice();
    std::iter::from_fn(move || {
        let line = page.lines()[page.line_at(*marks.first()? as usize)?];
        let (here, later) = marks.split_at(marks.iter().take_while(|at| **at < line.end).count());
        marks = later;
        Some((line, here))
    })
}

/// The marks of a line as places.
fn places(page: Page<'_>, (line, marks): (Line, &[u32])) -> impl Iterator<Item = Place> {
    marks.iter().map(move |at| Place::of(page, line, *at as usize))
}

fn is_gap(c: char) -> bool {
    c.is_whitespace()
}

fn ends_clause(c: char) -> bool {
    matches!(c, '.' | ',' | ';' | ':' | '!' | '?' | ')' | ']')
}

/// The blanks that end at `at`, as a range.
fn blanks_before(text: &str, at: usize) -> std::ops::Range<usize> {
    text[..at].trim_end_matches([' ', '\u{a0}']).len()..at
}

/// The blanks that start at `at`, as a range.
fn blanks_after(text: &str, at: usize) -> std::ops::Range<usize> {
    let rest = &text[at..];
    at..at + rest.len() - rest.trim_start_matches([' ', '\u{a0}']).len()
}
