//! Numbers in digits: groups and decimals, as English writes them and as other languages do.

use crate::atom::{Atom, Gap};
use crate::context::Context;
use crate::exact::{Decimal, Exact};
use crate::number::measure;

/// A number in digits.
#[derive(Clone, Debug)]
pub(crate) struct Digits {
    pub(crate) value: Exact,
    /// One past its last atom.
    pub(crate) end: usize,
    /// Whether it has separators, of groups or before decimals.
    pub(crate) separated: bool,
    /// Whether English does not write it so.
    pub(crate) foreign: bool,
}

/// What stands between groups of three digits.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Separator {
    Comma,
    Dot,
    Apostrophe,
    Blank,
}

/// The number that begins with the digits at an atom.
pub(crate) fn digits(cx: &Context<'_>, at: usize) -> Option<Digits> {
    if cx.at(at).is('.') {
        return bare_decimals(cx, at);
    }
    if !cx.at(at).is_digits() {
        return None;
    }
    let (separator, whole) = groups(cx, at).map_or((None, at + 1), |(mark, end)| (Some(mark), end));
    let (comma, end) = decimals(cx, at, whole, separator).unwrap_or((false, whole));
    let foreign =
        comma || matches!(separator, Some(Separator::Dot | Separator::Blank | Separator::Apostrophe));
    Some(Digits { value: value(cx, at, whole, end), end, separated: end > at + 1, foreign })
}

/// Where the whole part of a number ends, and where its decimals do.
pub(crate) fn parts(cx: &Context<'_>, at: usize) -> Option<(usize, usize)> {
    if cx.at(at).is('.') {
        return Some((at, at + 2));
    }
    let (separator, whole) = groups(cx, at).map_or((None, at + 1), |(mark, end)| (Some(mark), end));
    let end = decimals(cx, at, whole, separator).map_or(whole, |(_, end)| end);
    cx.at(at).is_digits().then_some((whole, end))
}

/// `.08`
fn bare_decimals(cx: &Context<'_>, at: usize) -> Option<Digits> {
    let free = !cx.at(at).glued() || cx.before(at, 1).is('-') || cx.before(at, 1).is('$');
    let fits = free && cx.at(at + 1).is_digits() && cx.at(at + 1).glued() && !chained(cx, at + 2, '.');
    fits.then(|| Digits { value: value(cx, at, at, at + 2), end: at + 2, separated: true, foreign: false })
}

/// The separator of groups and where they end.
fn groups(cx: &Context<'_>, at: usize) -> Option<(Separator, usize)> {
    let first = cx.at(at);
    if first.len() > 3 {
        return None;
    }
    let next = cx.at(at + 1);
    let separator = match next.symbol() {
        Some(',') => Separator::Comma,
        Some('.') => Separator::Dot,
        Some('\'' | '’') => Separator::Apostrophe,
        None if next.is_digits() => Separator::Blank,
        _ => return None,
    };
    let mut end = at + 1;
    while let Some(next) = group(cx, end, separator) {
        end = next;
    }
    let sound = end > at + 1
        && cx.at(end - 1).len() == 3
        && match separator {
            Separator::Comma => {
                (first.payload != 0 || first.len() > 1)
                    && !(end == at + 3 && cx.at(end).is('%') && cx.foreign())
            }
            Separator::Apostrophe => true,
            Separator::Dot => {
                end > at + 3
                    || comma_follows(cx, end)
                    || measure::foreign_scale(cx, end)
                    || cx.options.local_prices()
                    || cx.foreign()
            }
            Separator::Blank => blank_groups_are_meant(cx, at, end),
        };
    sound.then_some((separator, end))
}

/// Where a group ends that follows a number.
fn group(cx: &Context<'_>, end: usize, separator: Separator) -> Option<usize> {
    let mark = cx.at(end);
    if separator == Separator::Blank {
        return (mark.is_digits() && mark.len() == 3 && matches!(mark.gap, Gap::Space | Gap::Thin))
            .then_some(end + 1);
    }
    let (is, digits) = (
        match separator {
            Separator::Comma => mark.is(','),
            Separator::Dot => mark.is('.'),
            _ => mark.is('\'') || mark.is('’'),
        },
        cx.at(end + 1),
    );
    let indian = separator == Separator::Comma && digits.len() == 2 && indian_group(cx, end);
    (is && mark.glued() && digits.is_digits() && digits.glued() && (digits.len() == 3 || indian))
        .then_some(end + 2)
}

/// `12,34,567`: groups of two before one of three.
fn indian_group(cx: &Context<'_>, end: usize) -> bool {
    let first = cx.at(end.wrapping_sub(1));
    let next = cx.at(end + 3);
    first.len() <= 2
        && cx.at(end + 2).is(',')
        && next.is_digits()
        && next.glued()
        && matches!(next.len(), 2 | 3)
}

/// `10 000`, but not two numbers that stand side by side.
fn blank_groups_are_meant(cx: &Context<'_>, at: usize, end: usize) -> bool {
    let thin = cx.at(at + 1).gap == Gap::Thin;
    let last_is_whole = !(cx.at(end).is_digits() && cx.at(end).follows() && cx.at(end).gap != Gap::Wide);
    let lead = cx.at(at).payload != 0;
    lead && last_is_whole
        && (thin
            || end > at + 2
            || cx.at(end - 1).payload == 0
            || measure::follows(cx, end)
            || cx.options.local_prices()
            || cx.foreign()
            || comma_follows(cx, end))
}

fn comma_follows(cx: &Context<'_>, end: usize) -> bool {
    cx.at(end).is(',') && cx.at(end).glued() && cx.at(end + 1).is_digits() && cx.at(end + 1).glued()
}

/// Where decimals end, and whether a comma stands before them.
fn decimals(
    cx: &Context<'_>,
    at: usize,
    whole: usize,
    separator: Option<Separator>,
) -> Option<(bool, usize)> {
    let (mark, digits) = (cx.at(whole), cx.at(whole + 1));
    if cx.at(at).glued() && cx.before(at, 1).is('.') && cx.before(at, 2).is_digits() {
        return None;
    }
    let spaced = cx.options.local_prices() && digits.gap == Gap::Space && digits.len() == 2 && mark.glued();
    if !(digits.is_digits() && (digits.glued() || spaced)) {
        return None;
    }
    let comma = match mark.symbol() {
        Some('.') => false,
        Some(',') => true,
        _ => return None,
    };
    let sound = match (comma, separator) {
        (false, Some(Separator::Dot)) | (true, Some(Separator::Comma)) => false,
        (false, _) => (mark.glued() || measure::follows(cx, whole + 2)) && !chained(cx, whole + 2, '.'),
        (true, Some(_)) => mark.glued(),
        (true, None) => mark.glued() && comma_is_decimal(cx, at, whole),
    };
    sound.then_some((comma, whole + 2))
}

/// `1,5 million`, but neither `1,500` nor `chapters 2,3 and 5`.
fn comma_is_decimal(cx: &Context<'_>, at: usize, whole: usize) -> bool {
    let (digits, end) = (cx.at(whole + 1), whole + 2);
    let in_list = chained(cx, end, ',') || (cx.before(at, 1).is(',') && cx.at(at).glued());
    let grouped = digits.len() == 3 && cx.at(at).payload != 0 && cx.at(at).len() <= 3 && !cx.at(end).is('%');
    !in_list
        && !grouped
        && (measure::follows(cx, end)
            || measure::precedes(cx, at)
            || cx.options.talk()
            || cx.options.local_prices()
            || cx.foreign())
}

/// Whether a mark and more digits follow without a blank.
fn chained(cx: &Context<'_>, at: usize, mark: char) -> bool {
    cx.at(at).is(mark) && cx.at(at).glued() && cx.at(at + 1).is_digits() && cx.at(at + 1).glued()
}

/// The number that atoms make, whose decimals begin after `whole`.
fn value(cx: &Context<'_>, at: usize, whole: usize, end: usize) -> Exact {
    let (mut mantissa, mut places) = (Some(0_i128), 0_i16);
    for index in (at..end).filter(|index| cx.at(*index).is_digits()) {
        let atom = cx.at(index);
        mantissa = mantissa.and_then(|n| append(n, atom, cx.text));
        if index >= whole {
            places = i16::try_from(atom.len()).unwrap_or(i16::MAX);
        }
    }
    match mantissa {
        Some(mantissa) => Decimal::new(mantissa, -places).into(),
        None => Exact::Digits(spelled(cx, at, whole, end).into()),
    }
}

fn append(n: i128, atom: &Atom, text: &str) -> Option<i128> {
    if let Some(digits) = atom.digits() {
        return n.checked_mul(10_i128.pow(atom.len() as u32))?.checked_add(i128::from(digits));
    }
    if atom.len() > 38 {
        return None;
    }
    let digit = |n: i128, byte: u8| n.checked_mul(10)?.checked_add(i128::from(byte - b'0'));
    atom.text(text).bytes().try_fold(n, digit)
}

/// More digits than a number holds, as a string.
fn spelled(cx: &Context<'_>, at: usize, whole: usize, end: usize) -> String {
    let mut digits = String::new();
    for index in (at..end).filter(|index| cx.at(*index).is_digits()) {
        if index >= whole {
            digits.push('.');
        }
        digits.push_str(cx.word(index));
    }
    digits
}
