//! Quotation marks that stand on the wrong side of a blank, or face the wrong way.

mod curly;
mod orphan;
mod single;
mod straight;

use copydesk_text::Paragraph;

pub(super) use curly::run as curly;
pub(super) use orphan::run as orphan;
pub(super) use single::run as single;
pub(super) use straight::run as straight;

use crate::reading::Reading;

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
    fn of(reading: Reading<'_>, line: &Paragraph, start: usize, end: usize) -> Self {
        let inside = |at: usize| line.range().contains(&at);
        Self {
            start,
            end,
            sign: reading.after(start).expect("a token is not empty"),
            left: reading.before(start).filter(|_| start > line.start as usize),
            right: reading.after(end).filter(|_| inside(end)),
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

/// The lines that have quotation marks.
fn lines_with_marks(reading: Reading<'_>) -> impl Iterator<Item = &Paragraph> {
    let lines = &reading.outline().paragraphs;
    let mut marks = reading.survey.marks.as_slice();
    std::iter::from_fn(move || {
        let first = marks.first()?;
        let line = &lines[lines.partition_point(|line| line.last_token <= *first)];
        let here = marks.iter().take_while(|at| **at < line.last_token).count();
        marks = &marks[here..];
        Some(line)
    })
}

/// The double marks of a line, in their order.
fn marks_of<'a>(reading: Reading<'a>, line: &'a Paragraph) -> impl Iterator<Item = Place> + 'a {
    let marks = &reading.survey.marks;
    let first = marks.partition_point(|at| *at < line.first_token);
    let of_line = marks[first..].iter().take_while(|at| **at < line.last_token);
    let tokens = of_line.map(move |at| reading.list()[*at as usize]);
    let double = tokens.filter(move |token| matches!(token.of(reading.text()), "\"" | "“" | "”"));
    double.map(move |token| Place::of(reading, line, token.start as usize, token.end as usize))
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
