//! Years, decades and centuries by their numbers.

use crate::lexicon::Numeral;

use super::date::Dated;
use super::look::Look;
use super::point::Point;
use super::relative::quarter_of_year;
use super::word::TimeWord;

/// A year of four digits after the month that belongs to it.
pub(crate) fn plain(look: Look<'_>, at: usize) -> Option<i16> {
    let (n, len) = look.digits(at).filter(|_| look.cx.at(at).follows())?;
    let next = look.cx.at(at + 1);
    let split = next.glued()
        && (next.is_word()
            || matches!(next.symbol(), Some('.' | ',' | ':')) && look.glued_digits(at + 2).is_some());
    (len == 4 && (1000..=2999).contains(&n) && !split).then(|| i16::try_from(n).ok())?
}

/// A year or a decade that stands alone.
pub(crate) fn year(look: Look<'_>, at: usize) -> Option<Dated> {
    let (n, len) = look.digits(at)?;
    if len != 4 {
        return None;
    }
    let quarter = i16::try_from(n)
        .ok()
        .filter(|n| (1900..2100).contains(n))
        .and_then(|year| quarter_of_year(look, at, year));
    decade(look, at, n).or(quarter).or_else(|| {
        let year = i16::try_from(n).ok().filter(|_| stands_alone(look, at) && plausible(look, at, n))?;
        Some(Dated::at(Point::Year(Some(year)), at + 1, "year"))
    })
}

/// `1990s`, `1980's`.
fn decade(look: Look<'_>, at: usize, n: u32) -> Option<Dated> {
    let end = past_plural(look, at + 1)?;
    ((1000..2100).contains(&n) && n.is_multiple_of(10))
        .then(|| i16::try_from(n / 10).ok())?
        .map(|decade| Dated::at(Point::Decade(decade), end, "decade"))
}

/// The index after the `s` of a decade.
fn past_plural(look: Look<'_>, at: usize) -> Option<usize> {
    let mark = usize::from(matches!(look.atom(at).symbol(), Some('\'' | '’')) && look.cx.at(at).glued());
    let s = at + mark;
    (look.is(s, "s") && look.cx.at(s).glued()).then_some(s + 1)
}

/// `'90s`, `’90s`, at its apostrophe; `90s` after `the`, `early`, `mid` or `late`.
pub(crate) fn short_decade(look: Look<'_>, at: usize) -> Option<Dated> {
    let mark = matches!(look.cx.at(at).symbol(), Some('\'' | '’' | '‘'));
    let digits = at + usize::from(mark);
    let (n, len) = if mark { look.glued_digits(digits) } else { look.digits(digits) }?;
    let led = mark || look.was_any(at, &["the", "early", "mid", "late"]) || look.cx.before(at, 1).is('-');
    let end = past_plural(look, digits + 1)?;
    if len != 2 || n % 10 != 0 || !led || !mark && is_age(look, at) {
        return None;
    }
    Some(Dated::at(Point::Decade(tens(u8::try_from(n / 10).ok()?)), end, "decade"))
}

/// `nineties`.
pub(crate) fn named_decade(look: Look<'_>, at: usize) -> Option<Dated> {
    let TimeWord::Decade(tens_of_years) = look.cx.at(at).time() else { return None };
    let led = look.was_any(at, &["the", "early", "mid", "late"]) || look.cx.before(at, 1).is('-');
    (led && !is_age(look, at)).then(|| Dated::at(Point::Decade(tens(tens_of_years)), at + 1, "decade"))
}

/// `her early 40s`.
fn is_age(look: Look<'_>, at: usize) -> bool {
    let word = look.cx.before(at, 2);
    word.is_word() && ["his", "her", "their", "my", "our"].iter().any(|whose| word.reads(look.cx.text, whose))
}

/// The twenties are those of this century only from the tens on down: `'10s` and `'00s` are of the 2000s.
const fn tens(tens: u8) -> i16 {
    (if tens <= 1 { 200 } else { 190 }) + tens as i16
}

fn stands_alone(look: Look<'_>, at: usize) -> bool {
    let (here, next) = (look.cx.at(at), look.cx.at(at + 1));
    let before = look.cx.before(at, 1);
    let opened = !here.glued()
        || matches!(
            before.symbol(),
            Some('(' | '[' | '“' | '"' | '‘' | '–' | '—' | '/' | '\'' | '’' | '-' | '~')
        ) && !(before.glued() && matches!(before.symbol(), Some('-')) && look.cx.before(at, 2).is_word());
    let closed = !next.glued()
        || match next.symbol() {
            Some('.' | ',' | ':') => look.glued_digits(at + 2).is_none(),
            Some('%' | '°' | '$' | '€' | '£' | '#' | '@' | '_' | '+' | '*' | '=') => false,
            Some('-') => !look.cx.at(at + 2).is_word() || !look.cx.at(at + 2).glued(),
            _ => !next.is_word(),
        };
    opened && closed
}

/// Whether four digits are a year and not a count.
fn plausible(look: Look<'_>, at: usize, n: u32) -> bool {
    let led = leads_to_year(look, at) || begins_range(look, at, n);
    let counted = counts(look, at + 1)
        || look.was_any(
            at,
            &[
                "some",
                "than",
                "nearly",
                "about",
                "almost",
                "least",
                "only",
                "over",
                "flight",
                "route",
                "room",
                "boeing",
                "airbus",
                "windows",
                "article",
                "section",
                "channel",
                "number",
                "no",
                "page",
                "highway",
                "model",
                "resolution",
            ],
        );
    let currency = matches!(look.cx.before(at, 1).symbol(), Some('$' | '€' | '£' | '¥' | '#'))
        || look.cx.at(at).follows()
            && look.cx.before(at, 1).currency().is_some()
            && look.cx.before(at, 1).len() > 2;
    match n {
        1900..=2099 => !currency && !counted,
        1000..=2200 => led && !currency && !counted && !look.modifies(at + 1),
        _ => false,
    }
}

/// `1850-1900`.
fn begins_range(look: Look<'_>, at: usize, n: u32) -> bool {
    let to = look.hyphen(at + 1).and_then(|to| look.digits(to));
    n >= 1700 && to.is_some_and(|(to, len)| len == 4 && to > n && to <= 2100 && to - n <= 200)
}

/// Whether the word before is one that years follow.
fn leads_to_year(look: Look<'_>, at: usize) -> bool {
    use TimeWord::{
        About, After, Ahead, Before, Early, Fiscal, From, Late, Mid, Of, Preposition, Season, To, Unit,
    };
    let role = look.role_before(at);
    matches!(
        role,
        About
            | After
            | Ahead
            | Before
            | Early
            | Fiscal
            | From
            | Late
            | Mid
            | Of
            | Preposition
            | Season(_)
            | To
            | Unit(super::unit::Unit::Year)
    ) || look.was_any(at, &["circa"])
}

/// Whether what follows is counted or measured.
fn counts(look: Look<'_>, at: usize) -> bool {
    let next = look.atom(at);
    let measured = next.is_word()
        && (next.unit().is_some() && next.len() > 2
            || next.currency().is_some()
            || matches!(next.numeral(), Numeral::Scale(_)));
    measured
        || matches!(next.time(), TimeWord::Units(_))
        || look.is_any(
            at,
            &[
                "people",
                "men",
                "women",
                "children",
                "workers",
                "troops",
                "soldiers",
                "jobs",
                "homes",
                "employees",
                "students",
                "members",
                "others",
                "dead",
                "percent",
                "per",
                "times",
                "votes",
                "points",
                "residents",
                "refugees",
                "deaths",
                "cases",
            ],
        )
}

/// `19th century`, `twenty-first century`, `nineteenth-century`.
pub(crate) fn century(look: Look<'_>, at: usize) -> Option<Dated> {
    let (n, after) = place(look, at)?;
    let named = look.past_hyphen(after);
    let foreign = match look.role(named) {
        TimeWord::ForeignCentury(tongue) => Some(tongue),
        _ => None,
    };
    let is_century = look.is_any(named, &["century", "centuries"]) || foreign.is_some();
    let mut found = Dated::at(Point::Century(i16::from(n) - 1), named + 1, "century");
    found.tongue = foreign;
    (is_century && (1..=22).contains(&n)).then_some(found)
}

/// A place in an order: `19th`, `third`, `twenty-first`.
pub(crate) fn place(look: Look<'_>, at: usize) -> Option<(u8, usize)> {
    match look.cx.at(at).time() {
        TimeWord::Ordinal(n) => Some((n, at + 1)),
        TimeWord::Count(tens @ (20 | 30)) => {
            let unit = look.past_hyphen(at + 1);
            match look.role(unit) {
                TimeWord::Ordinal(n @ 1..=9) => Some((tens + n, unit + 1)),
                _ => None,
            }
        }
        TimeWord::Unit(super::unit::Unit::Second) if look.cx.is(at, "second") => Some((2, at + 1)),
        _ => {
            let (n, len) = look.digits(at)?;
            let foreign = matches!(look.role(at + 2), TimeWord::ForeignCentury(_));
            let foreign = foreign && (look.is_any(at + 1, &["e", "ème", "er"]) || look.sign(at + 1, '.'));
            let english = look.is_any(at + 1, &["st", "nd", "rd", "th"]);
            let ending = look.cx.at(at + 1).glued() && (english || foreign);
            (ending && len <= 2).then(|| u8::try_from(n).ok())?.map(|n| (n, at + 2))
        }
    }
}

/// `années 90`, `années 1990`, at the word for years.
pub(crate) fn foreign_decade(look: Look<'_>, at: usize) -> Option<Dated> {
    let TimeWord::ForeignYears(tongue) = look.cx.at(at).time() else { return None };
    let (n, len) =
        look.digits(at + 1).filter(|(n, _)| n.is_multiple_of(10) && look.cx.at(at + 1).follows())?;
    let decade = match len {
        4 => i16::try_from(n / 10).ok()?,
        2 => tens(u8::try_from(n / 10).ok()?),
        _ => return None,
    };
    let mut found = Dated::at(Point::Decade(decade), at + 2, "decade");
    found.tongue = Some(tongue);
    Some(found)
}

/// `XXIe siècle`, `siglo XXI`, `XXI secolo`, `19. Jahrhundert`, at the word for century.
pub(crate) fn foreign_century(look: Look<'_>, at: usize) -> Option<(usize, Dated)> {
    let TimeWord::ForeignCentury(tongue) = look.cx.at(at).time() else { return None };
    let before = look.cx.at(at).follows().then(|| look.cx.before(at, 1)).filter(|atom| atom.is_word());
    let (n, first, end) = match before.and_then(|atom| roman(atom.text(look.cx.text))) {
        Some(n) => (n, at - 1, at + 1),
        None => (roman(look.atom(at + 1).text(look.cx.text))?, at, at + 2),
    };
    let mut found = Dated::at(Point::Century(n - 1), end, "century");
    found.tongue = Some(tongue);
    Some((first, found))
}

/// A Roman number up to 22, with the ending of an ordinal in French: `XXIe`.
fn roman(word: &str) -> Option<i16> {
    let digits = word.trim_end_matches("ème").trim_end_matches('e').trim_end_matches("er");
    let mut total = 0;
    let mut before = 0;
    for c in digits.chars().rev() {
        let value = match c {
            'I' => 1,
            'V' => 5,
            'X' => 10,
            _ => return None,
        };
        total += if value < before { -value } else { value };
        before = before.max(value);
    }
    (1..=22).contains(&total).then_some(total)
}
