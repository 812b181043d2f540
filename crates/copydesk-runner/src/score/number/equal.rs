//! Whether a predicted number says what the gold number says.

use num_rational::BigRational;

use super::exact::{Range, is_minor, number, per_billion, range, unit};
use super::time::{duration, time};
use super::{Item, group};

/// Whether two numbers have one value, in one unit where gold names one.
pub(super) fn values(gold: &Item, predicted: &Item) -> bool {
    let Some(value) = predicted.value.as_deref() else { return false };
    match gold.kind.as_str() {
        "duration" | "set" | "timezone" => times(gold, value),
        kind if group(kind) == "time" => times(gold, value),
        "money" => money(gold, predicted),
        _ => quantities(gold, value, predicted),
    }
}

/// Whether a value is one of the times that are right.
fn times(gold: &Item, value: &str) -> bool {
    let others = gold.alt.iter().flatten().map(Option::as_deref);
    let right = [gold.value.as_deref()].into_iter().chain(others).flatten();
    right.into_iter().any(|right| match (duration(right), duration(value)) {
        _ if right == value => true,
        (Some(a), Some(b)) => a == b,
        _ => time(right) == time(value),
    })
}

#[derive(PartialEq)]
enum Sum {
    One(BigRational),
    Between(Range),
}

/// A sum of money in the major unit of its currency; none is left of a minor one.
fn sum(item: &Item) -> Option<(Sum, Option<String>)> {
    let (value, unit) = (item.value.as_deref().unwrap_or("None"), item.unit.as_deref().map(unit));
    Some(match number(value) {
        None => (Sum::Between(range(value)?), unit),
        Some(n) if unit.as_deref().is_some_and(is_minor) => {
            (Sum::One(n / BigRational::from_integer(100.into())), None)
        }
        Some(n) => (Sum::One(n), unit),
    })
}

fn money(gold: &Item, predicted: &Item) -> bool {
    let (Some((right, right_unit)), Some((sum, sum_unit))) = (sum(gold), sum(predicted)) else {
        return false;
    };
    if right != sum {
        return false;
    }
    let minor = |item: &Item| item.unit.as_deref().map(unit).is_some_and(|unit| is_minor(&unit));
    right_unit.is_none()
        || (sum_unit.is_none() && minor(gold))
        || sum_unit == right_unit
        || units_alt(gold).any(|other| other == sum_unit)
        || (minor(predicted) && minor(gold))
}

/// The other units that are right.
fn units_alt(gold: &Item) -> impl Iterator<Item = Option<String>> {
    gold.unit_alt.iter().flatten().map(|other| other.as_deref().map(unit))
}

fn quantities(gold: &Item, value: &str, predicted: &Item) -> bool {
    let right = gold.value.as_deref().unwrap_or("None");
    let equal = match (number(right), number(value)) {
        (Some(a), Some(b)) => {
            let rounded = gold.approx || right.contains('/') || value.contains('/');
            a == b || (rounded && per_billion(&a, &b))
        }
        _ => range(right).is_some_and(|a| Some(a) == range(value)) || right == value,
    };
    if !equal || gold.unit.is_none() || gold.kind == "percent" {
        return equal;
    }
    let (unit_of, wanted) = (predicted.unit.as_deref().map(unit), gold.unit.as_deref().map(unit));
    unit_of == wanted || units_alt(gold).any(|other| other == unit_of)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn item(kind: &str, value: &str, unit: &str) -> Item {
        let some = |text: &str| Some(text.to_owned()).filter(|text| !text.is_empty());
        Item { kind: kind.to_owned(), value: some(value), unit: some(unit), ..Item::default() }
    }

    #[track_caller]
    fn check(equal: bool, kind: &str, pairs: &[(&str, &str, &str, &str)]) {
        for (gold, gold_unit, value, unit) in pairs {
            let (gold, predicted) = (item(kind, gold, gold_unit), item(kind, value, unit));
            assert_eq!(values(&gold, &predicted), equal, "{gold:?}\n{predicted:?}");
        }
    }

    #[test]
    fn numbers_are_compared_exactly_however_they_are_written() {
        check(
            true,
            "cardinal",
            &[("2600000", "", "2.6e6", ""), ("0.50", "", "+.5", ""), ("1_000", "", "1000", "")],
        );
        check(true, "fraction", &[("2/6", "", "1/3", ""), ("1/3", "", "0.3333333333", "")]);
        check(
            false,
            "decimal",
            &[("0.1", "", "0.1000000000000001", ""), ("7", "", "", ""), ("7", "", "seven", "")],
        );
        check(false, "fraction", &[("1/3", "", "0.3333", ""), ("1/0", "", "0", "")]);
        check(true, "number_range", &[("[10,15)", "", "[10.0; 15)", ""), ("(,5]", "", "[,5]", "")]);
        check(false, "number_range", &[("[10,15)", "", "[10,15]", ""), ("[1,2]", "", "[1,3]", "")]);
    }

    #[test]
    fn units_go_by_all_their_names_and_a_minor_unit_by_its_currency() {
        check(
            true,
            "quantity",
            &[
                ("3", "kilometres", "3", "Kilometers"),
                ("3", "km", "3.0", "kilometer"),
                ("3", "", "3", "mile"),
            ],
        );
        check(false, "quantity", &[("3", "km", "3", "mile"), ("3", "km", "3", "")]);
        check(
            true,
            "money",
            &[
                ("80", "cent", "0.80", "EUR"),
                ("5", "USD", "5", "$"),
                ("5", "", "5", "CHF"),
                ("[1,2]", "GBP", "[1,2]", "£"),
            ],
        );
        check(
            false,
            "money",
            &[("5", "EUR", "5", "USD"), ("5", "EUR", "5", ""), ("80", "EUR", "80", "cent")],
        );
        let mut gold = item("money", "5", "$");
        gold.unit_alt = Some(vec![Some("CAD".to_owned())]);
        assert!(values(&gold, &item("money", "5", "cad")));
    }

    #[test]
    fn times_are_compared_by_what_they_cover() {
        check(
            true,
            "date",
            &[
                ("2021-03", "", "2021-03-01/2021-04-01", ""),
                ("2021-W05", "", "2021-02-01/2021-02-08", ""),
                ("2021-W05-WE", "", "2021-02-06/2021-02-08", ""),
                ("2021-Q4", "", "2021-10-01/2022-01-01", ""),
                ("2021-H1", "", "2021-01-01/2021-07-01", ""),
                ("198X", "", "1980/1990", ""),
                ("19XX", "", "1900/2000", ""),
                ("2021-03-09T15", "", "2021-03-09 15:00:00", ""),
                ("2021-03-09T24:00", "", "2021-03-10T00:00Z", ""),
                ("2021-03-09T15:00+01:00", "", "2021-03-09T15:00:00.5", ""),
                ("2021-03/..", "", "2021-03-01/..", ""),
                ("PAST_REF", "", "PAST_REF", ""),
            ],
        );
        check(true, "time", &[("T07:30", "", "07:30:00", ""), ("T7", "", "T7", "")]);
        check(
            false,
            "date",
            &[
                ("2021-03-09", "", "2021-03-10", ""),
                ("2021-02-29", "", "2021-02-28", ""),
                ("2021-W54", "", "2021-W53", ""),
                ("9999", "", "9998", ""),
                ("2021-03-09", "", "", ""),
            ],
        );
        let mut gold = item("date", "2021-05-02", "");
        gold.alt = Some(vec![None, Some("2021-02-05".to_owned())]);
        assert!(values(&gold, &item("date", "2021-02-05", "")));
    }

    #[test]
    fn durations_are_equal_where_one_unit_is_a_number_of_the_other() {
        check(
            true,
            "duration",
            &[("P2W", "", "P14D", ""), ("P1.5Y", "", "P18M", ""), ("PT90M", "", "PT1.5H", "")],
        );
        check(
            false,
            "duration",
            &[
                ("P1M", "", "PT1M", ""),
                ("P1M", "", "P30D", ""),
                ("P1Y", "", "P1Y1Y", ""),
                ("PT", "", "P", ""),
            ],
        );
    }
}
