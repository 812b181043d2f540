//! The day that relative dates count from.

mod field;
mod year;

use copydesk_core::View;
use copydesk_text::{furniture, lines};
use copydesk_wire::Dateline;
use jiff::civil::{Date, Time};

use crate::atom::Atom;
use crate::options::Options;

use super::calendar::day;

/// Lines at a story's head that may hold its dateline.
const HEAD: usize = 8;

/// How far into its line a dateline's day stands, in bytes.
const REACH: usize = 160;

/// The day the story was written, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reference {
    pub(crate) date: Option<Date>,
    pub(crate) time: Option<Time>,
    /// Minutes east of Greenwich of that time.
    pub(crate) offset: Option<i16>,
}

/// The day of a dateline.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Filed {
    month: u8,
    day: u8,
    year: Option<i16>,
    /// Where the story begins.
    body: u32,
}

impl Reference {
    /// The date field, else the dateline with the year that the text implies.
    pub(crate) fn of(doc: View<'_>, atoms: &[Atom], _options: &Options) -> Self {
        if let Some(reference) = doc.date().and_then(field::parse) {
            return reference;
        }
        let filed = layer(doc).or_else(|| head(doc.text()));
        Self { date: filed.and_then(|filed| date_of(filed, atoms)), time: None, offset: None }
    }
}

fn date_of(filed: Filed, atoms: &[Atom]) -> Option<Date> {
    let year = filed.year.or_else(|| year::infer(filed.month, filed.day, filed.body, atoms))?;
    day(year, filed.month, filed.day)
}

/// The dateline that the stage `wire` found.
fn layer(doc: View<'_>) -> Option<Filed> {
    let dateline = doc.layer::<Dateline>().first()?;
    let date = dateline.value.date?;
    let year = date.year.and_then(|year| i16::try_from(year).ok());
    Some(Filed { month: date.month, day: date.day, year, body: dateline.value.body.start })
}

/// The dateline of a story that no stage has read before.
fn head(text: &str) -> Option<Filed> {
    lines(text).take(HEAD).find_map(|line| {
        let found = may_date(&text[line.clone()]).then(|| furniture::dateline(&text[line.clone()]))??;
        let (_, date) = found.date?;
        let year = date.year.and_then(|year| i16::try_from(year).ok());
        let body = u32::try_from(line.start + found.body).ok()?;
        Some(Filed { month: date.month, day: date.day, year, body })
    })
}

/// Whether a line has a free dash with digits before it, as datelines have: few do, so this is asked first.
fn may_date(line: &str) -> bool {
    let head = &line.as_bytes()[..line.len().min(REACH)];
    let free = |at: &usize| {
        let dash = head[*at] == b'-' || matches!(head[*at..], [_, 0x80, 0x93 | 0x94, ..]);
        dash && at.checked_sub(1).is_some_and(|before| matches!(head[before], b' ' | b')' | 0xA0))
    };
    let dash = memchr::memchr2_iter(b'-', 0xE2, head).find(free);
    dash.is_some_and(|dash| head[..dash].iter().any(u8::is_ascii_digit))
}
