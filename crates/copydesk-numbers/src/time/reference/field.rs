//! The date field of a record, in the forms in which feeds and archives write dates.

use jiff::civil::{Date, Time};

use super::Reference;
use crate::time::calendar::day;

const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// `2023-02-22`, `2023-02-22T10:30:00Z`, `20230222`, `Wed, 22 Feb 2023 10:30:00 GMT`, `February 22, 2023`,
/// `22/02/2023` where no month could be meant by 22, and seconds or milliseconds since 1970.
pub(super) fn parse(field: &str) -> Option<Reference> {
    let field = field.trim();
    if !field.is_empty() && field.bytes().all(|byte| byte.is_ascii_digit()) {
        return digits(field);
    }
    let (date, rest) = numeric(field).or_else(|| worded(field))?;
    Some(Reference { date: Some(date), time: time(rest), offset: offset(rest) })
}

fn digits(field: &str) -> Option<Reference> {
    let date = match field.len() {
        8 => day(field[..4].parse().ok()?, field[4..6].parse().ok()?, field[6..].parse().ok()?)?,
        9..=10 => since_epoch(field.parse().ok()?)?,
        12..=13 => since_epoch(field.parse::<i64>().ok()? / 1000)?,
        _ => return None,
    };
    Some(Reference { date: Some(date), time: None, offset: None })
}

fn since_epoch(seconds: i64) -> Option<Date> {
    crate::time::calendar::plus(Date::constant(1970, 1, 1), seconds.div_euclid(86400))
}

/// Three numbers with marks between them, the year first or last.
fn numeric(field: &str) -> Option<(Date, &str)> {
    let mut parts = [0_u16; 3];
    let mut rest = field;
    for (index, part) in parts.iter_mut().enumerate() {
        let len = rest.bytes().take_while(u8::is_ascii_digit).count();
        *part = rest[..len].parse().ok()?;
        rest = &rest[len..];
        if index < 2 {
            rest = rest.strip_prefix(['-', '/', '.'])?;
        }
    }
    let small = |part: u16| u8::try_from(part).ok();
    let date = match parts {
        [year, month, of_month] if year >= 1000 => {
            day(i16::try_from(year).ok()?, small(month)?, small(of_month)?)
        }
        [first, second, year] if year >= 1000 => {
            let (month, of_month) = if first > 12 { (second, first) } else { (first, second) };
            day(i16::try_from(year).ok()?, small(month)?, small(of_month)?)
        }
        _ => None,
    };
    Some((date?, rest))
}

/// A day, the name of a month and a year, in any order in which the day comes before the year.
fn worded(field: &str) -> Option<(Date, &str)> {
    let (mut month, mut of_month) = (None, None);
    for word in field.split(|c: char| c.is_whitespace() || matches!(c, ',' | '-' | '.')) {
        if let Some(named) = month_of(word) {
            month = Some(named);
        } else if word.len() == 4
            && let Ok(year) = word.parse()
        {
            let rest = &field[word.as_ptr() as usize - field.as_ptr() as usize + word.len()..];
            return Some((day(year, month?, of_month?)?, rest));
        } else if of_month.is_none() {
            of_month = word.trim_end_matches(char::is_alphabetic).parse().ok();
        }
    }
    None
}

fn month_of(word: &str) -> Option<u8> {
    let head = word.get(..3)?.to_ascii_lowercase();
    MONTHS.iter().position(|month| *month == head).and_then(|at| u8::try_from(at + 1).ok())
}

fn time(rest: &str) -> Option<Time> {
    let at = rest.find(|c: char| c.is_ascii_digit())?;
    let mut parts = rest[at..].splitn(3, ':').map(|part| {
        let len = part.bytes().take_while(u8::is_ascii_digit).count();
        part[..len].parse::<i8>().ok()
    });
    let (hour, minute) = (parts.next()??, parts.next()??);
    Time::new(hour, minute, parts.next().flatten().unwrap_or(0), 0).ok()
}

/// `Z`, `-02:00`, `+0530` at the end.
fn offset(rest: &str) -> Option<i16> {
    if rest.ends_with(['Z', 'z']) {
        return Some(0);
    }
    let at = rest.rfind(['+', '-'])?;
    let digits: String = rest[at + 1..].chars().filter(char::is_ascii_digit).collect();
    let minutes = match digits.len() {
        4 => digits[..2].parse::<i16>().ok()? * 60 + digits[2..].parse::<i16>().ok()?,
        2 => digits.parse::<i16>().ok()? * 60,
        _ => return None,
    };
    Some(if rest[at..].starts_with('-') { -minutes } else { minutes })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(field: &str) -> Option<String> {
        parse(field).map(|reference| {
            let time = reference.time.map(|time| format!(" {:02}:{:02}", time.hour(), time.minute()));
            format!("{}{}", reference.date.unwrap(), time.unwrap_or_default())
        })
    }

    #[test]
    fn date_fields_are_read_in_their_common_forms() {
        for field in [
            "2023-02-22",
            "20230222",
            "2023/02/22",
            "22/02/2023",
            "February 22, 2023",
            "22 Feb 2023",
            "22.02.2023",
        ] {
            assert_eq!(read(field).as_deref(), Some("2023-02-22"), "{field}");
        }
        for field in ["2023-02-22T10:30:00Z", "2023-02-22 10:30", "Wed, 22 Feb 2023 10:30:00 GMT"] {
            assert_eq!(read(field).as_deref(), Some("2023-02-22 10:30"), "{field}");
        }
        assert_eq!(read("1677024000").as_deref(), Some("2023-02-22"));
        assert_eq!(read("1677024000000").as_deref(), Some("2023-02-22"));
    }

    #[test]
    fn what_is_no_date_gives_none() {
        for field in ["", "yesterday", "2023-13-40", "12345", "February"] {
            assert_eq!(read(field), None, "{field}");
        }
    }
}
