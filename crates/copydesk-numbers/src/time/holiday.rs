//! Named days: Christmas, Thanksgiving, Labor Day.

use jiff::civil::Date;

use super::calendar::{day, easter, nth_weekday, plus};
use super::date::Dated;
use super::look::Look;
use super::point::{Day, Point};
use super::relative::of_year;
use super::resolve::When;
use super::word::TimeWord;

/// How a day's date follows from its year.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Feast {
    /// A month and a day.
    On(u8, u8),
    /// A weekday (1 to 7) of a month, by its number from the first; 0 for the last.
    Nth(u8, u8, u8),
    /// So many days after such a weekday.
    AfterNth(i8, u8, u8, u8),
    /// So many days after Easter Sunday.
    Easter(i8),
}

use Feast::{AfterNth, Easter, Nth, On};

/// The days by their words, in the order of their first letters, longer names before shorter ones. Those of the United States where countries differ.
static FEASTS: &[(&[&str], Feast)] = &[
    (&["ascension", "day"], Easter(39)),
    (&["armistice", "day"], On(11, 11)),
    (&["ash", "wednesday"], Easter(-46)),
    (&["boxing", "day"], On(12, 26)),
    (&["branch", "sunday"], Easter(-7)),
    (&["bastille", "day"], On(7, 14)),
    (&["black", "friday"], AfterNth(1, 11, 4, 4)),
    (&["christmas", "eve"], On(12, 24)),
    (&["christmas", "day"], On(12, 25)),
    (&["christmas"], On(12, 25)),
    (&["corpus", "christi"], Easter(60)),
    (&["cyber", "monday"], AfterNth(4, 11, 4, 4)),
    (&["columbus", "day"], Nth(10, 1, 2)),
    (&["decoration", "day"], Nth(5, 1, 0)),
    (&["easter", "mon"], Easter(1)),
    (&["earth", "day"], On(4, 22)),
    (&["election", "day"], AfterNth(1, 11, 1, 1)),
    (&["easter", "sunday"], Easter(0)),
    (&["easter", "monday"], Easter(1)),
    (&["easter"], Easter(0)),
    (&["father", "'", "s", "day"], Nth(6, 7, 3)),
    (&["fathers", "day"], Nth(6, 7, 3)),
    (&["groundhog", "day"], On(2, 2)),
    (&["groundhogs", "day"], On(2, 2)),
    (&["george", "washington", "day"], Nth(2, 1, 3)),
    (&["good", "friday"], Easter(-2)),
    (&["halloween"], On(10, 31)),
    (&["independence", "day"], On(7, 4)),
    (&["lincoln", "'", "s", "birthday"], On(2, 12)),
    (&["lincolns", "birthday"], On(2, 12)),
    (&["lincoln", "birthday"], On(2, 12)),
    (&["law", "day"], On(5, 1)),
    (&["lei", "day"], On(5, 1)),
    (&["loyalty", "day"], On(5, 1)),
    (&["labor", "day"], Nth(9, 1, 1)),
    (&["labour", "day"], Nth(9, 1, 1)),
    (&["maundy", "thursday"], Easter(-3)),
    (&["martin", "luther", "king", "'", "s", "day"], Nth(1, 1, 3)),
    (&["martin", "luther", "kings", "day"], Nth(1, 1, 3)),
    (&["memorial", "day"], Nth(5, 1, 0)),
    (&["mother", "'", "s", "day"], Nth(5, 7, 2)),
    (&["mothers", "day"], Nth(5, 7, 2)),
    (&["martin", "luther", "king", "day"], Nth(1, 1, 3)),
    (&["mlk", "day"], Nth(1, 1, 3)),
    (&["new", "year", "'", "s", "eve"], On(12, 31)),
    (&["new", "year", "'", "s", "day"], On(1, 1)),
    (&["new", "year", "eve"], On(12, 31)),
    (&["new", "year", "day"], On(1, 1)),
    (&["new", "years", "eve"], On(12, 31)),
    (&["new", "years", "day"], On(1, 1)),
    (&["pancake", "day"], Easter(-47)),
    (&["presidents", "'", "day"], Nth(2, 1, 3)),
    (&["presidents", "day"], Nth(2, 1, 3)),
    (&["president", "day"], Nth(2, 1, 3)),
    (&["palm", "sunday"], Easter(-7)),
    (&["pentecost"], Easter(49)),
    (&["st", "patrick", "'", "s", "day"], On(3, 17)),
    (&["st", "patrick", "day"], On(3, 17)),
    (&["st", "paddy", "'", "s", "day"], On(3, 17)),
    (&["saint", "patrick", "'", "s", "day"], On(3, 17)),
    (&["saint", "paddy", "'", "s", "day"], On(3, 17)),
    (&["saint", "patrick"], On(3, 17)),
    (&["siblings", "day"], On(4, 10)),
    (&["shrove", "tuesday"], Easter(-47)),
    (&["trinity", "sunday"], Easter(56)),
    (&["thanksgiving", "day"], Nth(11, 4, 4)),
    (&["thanksgiving"], Nth(11, 4, 4)),
    (&["valentine", "'", "s", "day"], On(2, 14)),
    (&["valentines", "day"], On(2, 14)),
    (&["valentine", "day"], On(2, 14)),
    (&["veterans", "day"], On(11, 11)),
    (&["veteran", "day"], On(11, 11)),
    (&["washington", "'", "s", "birthday"], Nth(2, 1, 3)),
    (&["world", "vegan", "day"], On(11, 1)),
    (&["white", "sunday"], Easter(49)),
    (&["whit", "monday"], Easter(50)),
    (&["xmas"], On(12, 25)),
];

/// Where the days of each letter begin.
static FIRST: [u8; 26] = first_of_letters();

const fn first_of_letters() -> [u8; 26] {
    let mut first = [0; 26];
    let mut at = FEASTS.len();
    while at > 0 {
        at -= 1;
        first[(FEASTS[at].0[0].as_bytes()[0] - b'a') as usize] = at as u8;
    }
    first
}

impl Feast {
    /// Its date in a year.
    pub(crate) fn in_year(self, year: i16) -> Option<Date> {
        match self {
            On(month, of_month) => day(year, month, of_month),
            Nth(month, weekday, n) => nth_weekday(year, month, weekday, n),
            AfterNth(days, month, weekday, n) => plus(nth_weekday(year, month, weekday, n)?, i64::from(days)),
            Easter(days) => plus(easter(year)?, i64::from(days)),
        }
    }
}

/// The named day that begins at its first word.
pub(crate) fn holiday(look: Look<'_>, at: usize) -> Option<Dated> {
    if !(look.capital(at) || look.cx.options.talk()) {
        return None;
    }
    let letter = look.cx.word(at).as_bytes().first()?.to_ascii_lowercase();
    let from = usize::from(*FIRST.get(usize::from(letter.wrapping_sub(b'a')))?);
    let named = FEASTS[from..].iter().take_while(|(words, _)| words[0].as_bytes()[0] == letter);
    let len = look.cx.at(at).len();
    let (feast, end) = named
        .filter(|(words, _)| words[0].len() == len)
        .find_map(|(words, feast)| Some((*feast, spoken(look, at, words)?)))?;
    let island = look.capital(end) && look.role(end) == TimeWord::None && !look.cx.options.talk();
    (!island).then_some(match of_year(look, end) {
        Some((year, end)) => Dated::at(Point::Day(Day::On(feast.in_year(year)?)), end, "named-day"),
        None => Dated::new(When::Feast(feast), end, "named-day"),
    })
}

/// The index after the words, if they stand there; an apostrophe may be curly.
fn spoken(look: Look<'_>, at: usize, words: &[&str]) -> Option<usize> {
    for (index, word) in words.iter().enumerate() {
        let here = at + index;
        let follows = index == 0 || look.cx.at(here).follows();
        let apostrophe = *word == "'" && matches!(look.cx.at(here).symbol(), Some('\'' | '’'));
        if !(follows && (apostrophe || look.cx.at(here).is_word() && look.cx.is(here, word))) {
            return None;
        }
    }
    Some(at + words.len())
}

#[cfg(test)]
mod tests {
    use jiff::civil::date;

    use super::*;

    #[test]
    fn named_days_fall_where_they_fell() {
        assert_eq!(Nth(11, 4, 4).in_year(2013), Some(date(2013, 11, 28)));
        assert_eq!(AfterNth(1, 11, 1, 1).in_year(2016), Some(date(2016, 11, 8)));
        assert_eq!(Nth(5, 1, 0).in_year(2013), Some(date(2013, 5, 27)));
        assert_eq!(Easter(-2).in_year(2023), Some(date(2023, 4, 7)));
    }
}
