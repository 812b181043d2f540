//! Datelines: `PARIS/LONDON, March 9 (Agency) -`.

use std::ops::Range;

use super::month::month;
use super::words::{all_capitals, trimmed, words};

/// A dateline, in bytes of its line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Dateline {
    /// All of it, with the dash.
    pub range: Range<usize>,
    /// The places, as written.
    pub places: Vec<Range<usize>>,
    /// The day it was written.
    pub date: Option<(Range<usize>, DayOfYear)>,
    /// The agency, without its brackets.
    pub agency: Option<Range<usize>>,
    /// Where the story's text goes on.
    pub body: usize,
}

/// A day of the Gregorian calendar; datelines seldom give the year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct DayOfYear {
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// The year, where it is given.
    pub year: Option<i32>,
}

/// No dateline is longer, in bytes.
const LONGEST: usize = 160;

/// The dateline a line starts with.
#[must_use]
pub fn dateline(line: &str) -> Option<Dateline> {
    let (head, body) = split(line)?;
    let (head, agency) = take_agency(line, head);
    let (head, date) = take_date(line, head);
    let places = places(line, head.clone());
    let named = agency.is_some() || date.is_some();
    let capitals = all_capitals(&line[head.clone()].replace(" and ", "/"), 3);
    let sound = !places.is_empty() && places.iter().all(|place| is_place(&line[place.clone()]));
    let short = line[head].split_whitespace().count() <= 6;
    (sound && short && (capitals || named && agency.is_some())).then(|| Dateline {
        range: places[0].start..body,
        places,
        date,
        agency,
        body: after_blanks(line, body),
    })
}

/// The text before the dash that parts a dateline from the story, and where the dash ends.
fn split(line: &str) -> Option<(Range<usize>, usize)> {
    let window = &line.as_bytes()[..floor(line, LONGEST)];
    let mut leads = memchr::memchr2_iter(b'-', 0xe2, window);
    leads.find_map(|at| Some((0..head_end(line, at), dash_end(line, at, &window[at..])?)))
}

/// Where the head before a dash at `at` ends: Spanish agencies write `Madrid, 3 May (EFE).- Text`.
fn head_end(line: &str, at: usize) -> usize {
    if line[..at].ends_with(").") { at - 1 } else { at }
}

/// The end of the dash at `at`, if a blank stands before it and a blank or the line's end after it.
fn dash_end(line: &str, at: usize, window: &[u8]) -> Option<usize> {
    let dash = ["-", "–", "—"].iter().find(|dash| window.starts_with(dash.as_bytes()))?;
    let after = line[at + dash.len()..].trim_start_matches('-');
    let parted = line[..head_end(line, at)].ends_with([' ', '\u{a0}', ')'])
        && after.chars().next().is_none_or(char::is_whitespace);
    parted.then_some(line.len() - after.len())
}

fn floor(text: &str, at: usize) -> usize {
    text.floor_char_boundary(at)
}

fn after_blanks(line: &str, at: usize) -> usize {
    line.len() - line[at..].trim_start().len()
}

fn take_agency(line: &str, head: Range<usize>) -> (Range<usize>, Option<Range<usize>>) {
    let head = trimmed(line, head);
    let Some(open) = line[head.clone()].strip_suffix(')').and_then(|inner| inner.rfind('(')) else {
        return (head, None);
    };
    let open = head.start + open;
    let agency = trimmed(line, open + 1..head.end - 1);
    let name = is_agency(&line[agency.clone()]);
    (trimmed(line, head.start..open), name.then_some(agency))
}

/// A name of capitalized words, or one of the agencies that write theirs small.
fn is_agency(name: &str) -> bool {
    let small = matches!(name, "dpa" | "epd" | "dts" | "ots" | "sid");
    small || name.len() <= 30 && name.split([' ', '/']).all(|word| word.starts_with(char::is_uppercase))
}

/// Takes the date off the end: `March 9`, `9 March 2023`, `12. März`, `1er mars`.
fn take_date(line: &str, head: Range<usize>) -> (Range<usize>, Option<(Range<usize>, DayOfYear)>) {
    let mut tail: Vec<_> = words(line, head.clone()).collect();
    tail.drain(..tail.len().saturating_sub(3));
    for skip in 0..tail.len() {
        if let Some(day) = day_of(tail[skip..].iter().map(|word| &line[word.clone()])) {
            let range = tail[skip].start..tail[tail.len() - 1].end;
            return (trimmed(line, head.start..range.start), Some((range, day)));
        }
    }
    (head, None)
}

fn day_of<'a>(words: impl Iterator<Item = &'a str>) -> Option<DayOfYear> {
    let (mut found_month, mut found_day, mut year) = (None, None, None);
    for word in words {
        if let Some(month) = month(word) {
            found_month = found_month.is_none().then_some(month);
        } else if let Some(day) = day(word) {
            found_day = found_day.is_none().then_some(day);
        } else {
            year = Some(word.parse().ok().filter(|year| (1800..2200).contains(year))?);
        }
    }
    Some(DayOfYear { month: found_month?, day: found_day?, year })
}

fn day(word: &str) -> Option<u8> {
    let digits = word.trim_end_matches(|c: char| !c.is_ascii_digit());
    let ending = &word[digits.len()..];
    let known = matches!(ending, "" | "." | "st" | "nd" | "rd" | "th" | "er" | "º");
    digits.parse().ok().filter(|day| known && (1..=31).contains(day))
}

fn places(line: &str, head: Range<usize>) -> Vec<Range<usize>> {
    let mut at = head.start;
    let mut found = Vec::new();
    for piece in line[head].split_inclusive(['/', ';']) {
        let range = at..at + piece.trim_end_matches(['/', ';']).len();
        at += piece.len();
        match line[range.clone()].find(" and ") {
            Some(and) => found.extend([range.start..range.start + and, range.start + and + 5..range.end]),
            None => found.push(range),
        }
    }
    found.into_iter().map(|place| trimmed(line, place)).filter(|place| !place.is_empty()).collect()
}

/// Capitalized words, without digits or marks of a sentence.
fn is_place(name: &str) -> bool {
    let first = name.chars().next().is_some_and(char::is_uppercase);
    let plain = name.chars().all(|c| c.is_alphabetic() || matches!(c, ' ' | '.' | ',' | '-' | '\'' | '’'));
    let small = |word: &str| word.len() <= 3 || word.starts_with(char::is_uppercase);
    first && plain && name.chars().count() >= 3 && name.split(' ').all(small)
}
