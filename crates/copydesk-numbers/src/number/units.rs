//! Units of measure behind a number.

use crate::atom::{Atom, Case, Gap};
use crate::context::Context;
use crate::lexicon::{self, Cue, Dimension};
use crate::number::amount::Amount;
use crate::number::measure::{Measure, Measured, of_points};
use crate::number::words::joint;
use crate::unit::Unit;

/// Words before years that are no age.
const LASTING: [&str; 12] =
    ["for", "in", "of", "during", "after", "over", "within", "since", "every", "from", "by", "under"];

/// The unit behind a number.
pub(crate) fn after(cx: &Context<'_>, amount: &Amount, at: usize) -> Option<Measured> {
    if let Some((unit, end)) = of_points(cx, at) {
        return Some(Measured { measure: Measure::Unit(unit, Dimension::Points), end, foreign: false });
    }
    if let Some(end) = bracketed(cx, at) {
        return after(cx, amount, at + 1).map(|found| Measured { end, ..found });
    }
    if cx.word(at) == "yo" && amount.digits {
        return Some(Measured { measure: Measure::Age(Unit::new("year")), end: at + 1, foreign: false });
    }
    let (unit, dimension, end) =
        degrees(cx, at).or_else(|| compound(cx, at)).or_else(|| single(cx, amount, at))?;
    if dimension == Dimension::Time {
        if matches!(cx.word(at), "ans" | "años" | "anni" | "anos" | "Jahre") {
            let before = cx.before(at - amount.atoms.min(at), 1);
            let age =
                before.cue() == Cue::Function && !LASTING.iter().any(|word| before.reads(cx.text, word));
            let measure = if age { Measure::Age(unit) } else { Measure::Unit(unit, dimension) };
            return Some(Measured { measure, end, foreign: true });
        }
        return Some(match age(cx, end, at) {
            Some(end) => Measured { measure: Measure::Age(unit), end, foreign: false },
            None => Measured { measure: Measure::Unit(unit, dimension), end, foreign: false },
        });
    }
    let (unit, end, foreign) = match per(cx, end, dimension) {
        Some((per, end, foreign)) => (unit.per(per), end, foreign),
        None => (unit, end, false),
    };
    Some(Measured { measure: Measure::Unit(unit, dimension), end, foreign })
}

/// `(kg)`, in talk: past the bracket that closes.
fn bracketed(cx: &Context<'_>, at: usize) -> Option<usize> {
    let open = cx.at(at).symbol().filter(|mark| cx.options.talk() && "([{<".contains(*mark))?;
    let close = match open {
        '(' => ')',
        '[' => ']',
        '{' => '}',
        _ => '>',
    };
    (cx.at(at + 1).unit().is_some() && cx.at(at + 1).glued() && cx.at(at + 2).is(close)).then_some(at + 3)
}

/// `°C`, `degrees Celsius`, `degrees`.
fn degrees(cx: &Context<'_>, at: usize) -> Option<(Unit, Dimension, usize)> {
    let sign = cx.at(at).is('°') || cx.at(at).is('º');
    let word = matches!(cx.word(at), "degree" | "degrees" | "deg" | "Degrees" | "degrés");
    if !sign && !word {
        return None;
    }
    let dot = usize::from(cx.word(at) == "deg" && cx.at(at + 1).is('.'));
    let scale = joint(cx, at + 1);
    let found = match cx.word(scale) {
        _ if !cx.at(scale).follows() => None,
        "C" | "c" | "Celsius" | "celsius" | "centigrade" | "Centigrade" | "celcius" => Some("degree Celsius"),
        "F" | "f" | "Fahrenheit" | "fahrenheit" | "farenheit" => Some("degree Fahrenheit"),
        _ => None,
    };
    Some(match found {
        Some(name) => (Unit::new(name), Dimension::Temperature, scale + 1),
        None => (Unit::new("degree"), Dimension::Angle, at + 1 + dot),
    })
}

/// Units of several words: `square km`, `nautical miles`, `kilowatt-hours`.
fn compound(cx: &Context<'_>, at: usize) -> Option<(Unit, Dimension, usize)> {
    let next = joint(cx, at + 1);
    let dot = usize::from(matches!(cx.word(at), "sq" | "cu") && cx.at(next).is('.'));
    let second = cx.at(next + dot).unit().filter(|_| cx.at(next + dot).follows());
    let power = match cx.at(at).cue() {
        Cue::Square => 2,
        Cue::Cubic => 3,
        _ => 1,
    };
    if power > 1 {
        let unit = second.filter(|unit| unit.dimension == Dimension::Length)?;
        let dimension = if power == 2 { Dimension::Area } else { Dimension::Volume };
        return Some((Unit::new(unit.name).power(power), dimension, next + dot + 1));
    }
    if let Some(found) = in_two_words(cx, at) {
        return Some(found);
    }
    if matches!(cx.word(at), "part" | "parts") && cx.at(at + 1).cue() == Cue::Per {
        let name = match cx.word(at + 2) {
            "million" => "part per million",
            "billion" => "part per billion",
            _ => return None,
        };
        return Some((Unit::new(name), Dimension::Ratio, at + 3));
    }
    let named = |name, dimension| Some((Unit::new(name), dimension, next + 1));
    let hour = second.is_some_and(|unit| unit.name == "hour");
    match (cx.word(at), second.map(|unit| unit.name)) {
        ("nautical", Some("mile")) => named("nautical mile", Dimension::Length),
        ("metric", Some("ton" | "metric ton")) => named("metric ton", Dimension::Mass),
        ("short", Some("ton")) => named("short ton", Dimension::Mass),
        ("long", Some("ton")) => named("long ton", Dimension::Mass),
        ("fluid", Some("ounce")) => named("fluid ounce", Dimension::Volume),
        ("troy", Some("ounce")) => named("troy ounce", Dimension::Mass),
        ("astronomical", _) if matches!(cx.word(next), "unit" | "units") => {
            named("astronomical unit", Dimension::Length)
        }
        ("light", Some("year")) => named("light year", Dimension::Length),
        ("megawatt" | "megawatts", _) if hour => named("megawatt hour", Dimension::Energy),
        ("gigawatt" | "gigawatts", _) if hour => named("gigawatt hour", Dimension::Energy),
        ("kilowatt" | "kilowatts", _) if hour => named("kilowatt hour", Dimension::Energy),
        ("terawatt" | "terawatts", _) if hour => named("terawatt hour", Dimension::Energy),
        ("watt" | "watts", _) if hour => named("watt hour", Dimension::Energy),
        _ => None,
    }
}

/// `kilo liters`, `c c`, in talk.
fn in_two_words(cx: &Context<'_>, at: usize) -> Option<(Unit, Dimension, usize)> {
    let (first, second) = (cx.word(at), cx.word(at + 1));
    let prefix = matches!(
        first,
        "kilo" | "mega" | "giga" | "tera" | "peta" | "milli" | "centi" | "deci" | "micro" | "nano" | "hecto"
    );
    if !cx.options.talk() || !(prefix || (first == "c" && second == "c")) || cx.at(at + 1).gap != Gap::Space {
        return None;
    }
    let unit = lexicon::named(&[first, second])?.unit?.get();
    let hour = cx.at(at + 2).unit().is_some_and(|unit| unit.name == "hour") && cx.at(at + 2).follows();
    let (name, end) = match unit.name {
        "kilowatt" if hour => ("kilowatt hour", at + 3),
        "megawatt" if hour => ("megawatt hour", at + 3),
        "gigawatt" if hour => ("gigawatt hour", at + 3),
        name => (name, at + 2),
    };
    Some((Unit::new(name), unit.dimension, end))
}

/// A unit of one word, and its power.
fn single(cx: &Context<'_>, amount: &Amount, at: usize) -> Option<(Unit, Dimension, usize)> {
    let atom = cx.at(at);
    let word = atom.unit()?;
    if !stands_alone(cx, atom, at, amount) {
        return None;
    }
    let name = by_case(cx.word(at)).unwrap_or(word.name);
    let (power, end) = exponent(cx, at + 1);
    let dimension = match power {
        2 => Dimension::Area,
        3 => Dimension::Volume,
        _ => word.dimension,
    };
    Some((Unit::new(name).power(power), dimension, end))
}

/// `km2`, `m³`, `km^2`.
fn exponent(cx: &Context<'_>, at: usize) -> (u8, usize) {
    let next = cx.at(at);
    if !next.glued() {
        return match cx.word(at) {
            "squared" => (2, at + 1),
            "cubed" => (3, at + 1),
            _ => (1, at),
        };
    }
    let after = cx.at(at + 1);
    let ends = !(after.glued() && (after.is_word() || after.is_digits()));
    match (next.symbol(), next.digits()) {
        (Some('²'), _) => (2, at + 1),
        (Some('³'), _) => (3, at + 1),
        (_, Some(power @ (2 | 3))) if ends && next.len() == 1 => (power as u8, at + 1),
        (Some('^'), _) if matches!(after.digits(), Some(2 | 3)) => (after.payload as u8, at + 2),
        _ => (1, at),
    }
}

/// Symbols that differ in case alone.
fn by_case(word: &str) -> Option<&'static str> {
    Some(match word {
        "mb" | "Mb" => "megabit",
        "MB" => "megabyte",
        "Gb" => "gigabit",
        "GB" => "gigabyte",
        _ => return None,
    })
}

/// Whether a word that is a unit and more besides is a unit here.
fn stands_alone(cx: &Context<'_>, atom: &Atom, at: usize, amount: &Amount) -> bool {
    let (word, next) = (cx.word(at), cx.at(at + 1));
    let hyphen = next.glued() && next.is('-') && cx.at(at + 2).is_digits();
    let runs_on = hyphen || next.glued() && (next.is_word() || (next.is_digits() && next.len() > 1));
    if runs_on {
        return false;
    }
    let bare = !(next.glued()
        && matches!(next.symbol(), Some('\'' | '’' | '.'))
        && cx.at(at + 2).glued()
        && cx.at(at + 2).is_word());
    let symbol = amount.digits && atom.gap <= Gap::Space && bare;
    match word {
        "in" | "In" => inches(cx, amount, at),
        "a" | "A" | "n" | "j" | "h" | "s" | "b" | "k" | "f" | "c" | "v" | "w" | "N" | "H" | "S" | "B"
        | "T" | "G" | "M" | "D" => {
            symbol
                && matches!(word, "h" | "s" | "A")
                && atom.glued()
                && !matches!(word, "s" if amount.value.decimal().is_some_and(|n| n.whole().is_some_and(|n| n % 10 == 0 && n >= 10)))
        }
        "C" | "F" if !temperature(cx, amount, at) => false,
        "C" | "F" | "K" => symbol && (atom.glued() || ends_clause(next)) && !next.glued() | ends_clause(next),
        "V" | "W" | "J" => {
            symbol && (atom.glued() || next.gap != Gap::Glued || next.is('/') || ends_clause(next))
        }
        "pm" | "PM" | "Pm" | "am" | "AM" | "t" if word != "t" => false,
        "m" | "g" | "l" | "L" | "t" => symbol && !next.is('\'') && !next.is('’'),
        "point" | "points" => !next.is_word() || next.cue() != Cue::Of || amount.digits,
        "second" | "stone" => false,
        "rad" => symbol && atom.glued(),
        _ if word.len() <= 2
            && atom.case() == Case::Lower
            && !matches!(
                word,
                "km" | "kg"
                    | "mi"
                    | "ft"
                    | "yd"
                    | "oz"
                    | "lb"
                    | "cm"
                    | "mm"
                    | "ml"
                    | "cl"
                    | "dm"
                    | "hl"
                    | "ha"
                    | "mg"
                    | "hp"
                    | "mb"
                    | "gb"
                    | "kb"
                    | "tb"
                    | "kw"
                    | "gw"
                    | "mw"
                    | "dl"
            ) =>
        {
            symbol && atom.glued()
        }
        _ if word.len() <= 3 => {
            amount.digits || word.len() == 3 && cx.options.talk() || matches!(word, "km" | "kg")
        }
        _ => true,
    }
}

/// Whether a bare `C` or `F` can be a temperature: `to 45C`, but neither `Boeing 777F` nor `the 13F filing`.
fn temperature(cx: &Context<'_>, amount: &Amount, at: usize) -> bool {
    let before = cx.before(at - amount.atoms.min(at), 1);
    let said = before.symbol().is_some()
        || matches!(before.cue(), Cue::Function | Cue::To | Cue::Of | Cue::And | Cue::Or);
    let next = cx.at(at + 1);
    cx.at(at).gap != Gap::Glued
        || before.symbol().is_some()
        || said && (!next.is_word() || next.cue() != Cue::None)
}

/// `2 1/2 in thick`, `2 in.` at the end of a sentence.
fn inches(cx: &Context<'_>, amount: &Amount, at: usize) -> bool {
    let next = cx.at(at + 1);
    let adjective =
        matches!(cx.word(at + 1), "thick" | "wide" | "long" | "tall" | "deep" | "high" | "diameter");
    let ends = !next.follows() || next.is('.') && next.glued() && !cx.at(at + 2).follows();
    amount.digits && cx.at(at).gap <= Gap::Space && (adjective || ends)
}

fn ends_clause(next: &Atom) -> bool {
    !next.follows() || next.symbol().is_some_and(|mark| ",.;:!?)".contains(mark))
}

/// `per day`, `/h`, `a day`.
fn per(cx: &Context<'_>, at: usize, over: Dimension) -> Option<(Unit, usize, bool)> {
    let mark = cx.at(at);
    if !mark.follows() {
        return None;
    }
    let slash = mark.is('/') && mark.glued();
    let each =
        mark.cue() == Cue::Article && matches!(over, Dimension::Volume | Dimension::Mass | Dimension::Length);
    if !(slash || mark.cue() == Cue::Per || each) {
        return None;
    }
    let (power, next) = match cx.at(at + 1).cue() {
        Cue::Square => (2, at + 2),
        Cue::Cubic => (3, at + 2),
        _ => (1, at + 1),
    };
    let word = cx.word(next);
    let name = match cx.at(next).unit() {
        Some(unit) => unit.name,
        None if word == "second" => "second",
        None => return None,
    };
    let time = cx.at(next).unit().is_none_or(|unit| unit.dimension == Dimension::Time);
    if (each && !time) || (slash && !cx.at(next).glued()) || (word == "in") {
        return None;
    }
    let (raised, end) = exponent(cx, next + 1);
    Some((Unit::new(name).power(power.max(raised)), end, slash && word.starts_with("heure")))
}

/// Where an age ends: `year-old`, `years old`, `years of age`.
fn age(cx: &Context<'_>, at: usize, unit: usize) -> Option<usize> {
    let old = joint(cx, at);
    let age = |index: usize| cx.at(index).follows() && matches!(cx.word(index), "old" | "olds");
    if age(old) {
        return Some(old + 1);
    }
    let of = cx.at(at).cue() == Cue::Of && cx.is(at + 1, "age") && cx.at(at).follows();
    (of && cx.at(unit).is_word()).then_some(at + 2)
}
