//! The year of a dateline that gives only day and month.

use crate::atom::Atom;
use crate::time::calendar::{day, weekday_of};
use crate::time::word::TimeWord;

/// Years that a story may speak of as its own.
const YEARS: std::ops::RangeInclusive<u32> = 1900..=2100;

/// A wire story names its day by the weekday: `Wednesday` in a story of 22 February that looks back on 2022 makes it 2023.
///
/// The latest year in the text and the two beside it are tried; the best is the one in which the first weekday named is
/// that of the dateline, or one soon before it. Without a weekday or without a year, nothing is inferred.
pub(super) fn infer(month: u8, of_month: u8, body: u32, atoms: &[Atom]) -> Option<i16> {
    let from = atoms.partition_point(|atom| atom.start < body);
    let weekday = atoms[from..].iter().find_map(|atom| match atom.time() {
        TimeWord::Weekday(weekday) | TimeWord::ForeignWeekday((_, weekday)) => Some(weekday),
        _ => None,
    })?;
    let latest = i16::try_from(latest_year(&atoms[from..])?).ok()?;
    let cost = |year: i16| {
        let filed = day(year, month, of_month)?;
        let back = (7 + weekday_of(filed) - weekday) % 7;
        let strange = match year - latest {
            0 | 1 => 0,
            _ => 4,
        };
        Some((back + strange, (year - latest).unsigned_abs()))
    };
    (latest - 1..=latest + 2)
        .filter_map(|year| Some((cost(year)?, year)))
        .min()
        .filter(|((cost, _), _)| *cost <= 5)
        .map(|(_, year)| year)
}

/// The latest year that is not spoken of as to come.
fn latest_year(atoms: &[Atom]) -> Option<u32> {
    let year = |at: usize| {
        let atom = &atoms[at];
        let next = atoms.get(at + 1).is_some_and(|next| {
            next.glued() && !matches!(next.symbol(), Some(',' | '.' | ')' | ';' | '\'' | '’'))
        });
        let before = at.checked_sub(1).map_or(TimeWord::None, |at| atoms[at].time());
        let ahead = matches!(before, TimeWord::Ahead | TimeWord::To);
        atom.digits().filter(|n| atom.len() == 4 && YEARS.contains(n) && !atom.glued() && !next && !ahead)
    };
    (0..atoms.len()).filter_map(year).max()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn inferred(month: u8, day: u8, text: &str) -> Option<i16> {
        let mut atoms = Vec::new();
        crate::lex::read(text, &mut atoms);
        infer(month, day, 0, &atoms)
    }

    #[test]
    fn the_weekday_and_the_years_named_give_the_year() {
        assert_eq!(
            inferred(2, 22, "He said on Wednesday that trade grew after 185 billion in 2022."),
            Some(2023)
        );
        assert_eq!(
            inferred(3, 22, "A man was shot on Thursday. He moved here in 2011 and left in 2013."),
            Some(2013)
        );
        assert_eq!(
            inferred(2, 22, "He said on Wednesday that the goal, by 2030, stands after 2022."),
            Some(2023)
        );
    }

    #[test]
    fn nothing_is_inferred_without_a_weekday_or_a_year() {
        assert_eq!(inferred(2, 22, "He said so on Wednesday."), None);
        assert_eq!(inferred(2, 22, "He said so in 2022."), None);
    }
}
