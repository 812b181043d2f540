//! Money: symbols, codes and names, and which of several currencies a name means.

use crate::atom::{Case, Gap};
use crate::context::Context;
use crate::lexicon::{Cue, Currency, Family, Nation, Sense};
use crate::number::amount::Amount;
use crate::number::measure::{Measure, Measured, Sum};
use crate::number::words::joint;

/// The currency of a symbol, and whether several have it.
pub(crate) fn symbol(mark: char) -> Option<(&'static str, Family)> {
    let code = match mark {
        '$' => return Some(("USD", Family::Dollar)),
        '£' => "GBP",
        '€' => "EUR",
        '¥' | '￥' => "JPY",
        '元' => "CNY",
        '₹' => "INR",
        '₽' => "RUB",
        '₩' => "KRW",
        '₪' => "ILS",
        '₺' => "TRY",
        '₴' => "UAH",
        '฿' => "THB",
        '₱' => "PHP",
        '₫' => "VND",
        '₦' => "NGN",
        '₡' => "CRC",
        '₸' => "KZT",
        '₮' => "MNT",
        '₲' => "PYG",
        '₭' => "LAK",
        '₾' => "GEL",
        '₿' => "BTC",
        _ => return None,
    };
    Some((code, Family::None))
}

fn sum(code: &'static str, assumed: bool) -> Sum {
    Sum { code, assumed, power: 0 }
}

/// What stands before a number and says its currency, and where the number begins: `$`, `US$`, `EUR `.
pub(crate) fn before(cx: &Context<'_>, at: usize) -> Option<(Sum, usize)> {
    let atom = cx.at(at);
    if let Some(mark) = atom.symbol() {
        let (code, family) = symbol(mark)?;
        return Some((resolved(cx, code, family, None), at + 1));
    }
    if let Some(nation) = atom.nation().filter(|_| cx.options.talk()) {
        let named = cx.at(at + 1).currency().filter(|currency| currency.sense == Sense::Major);
        let number = cx.at(at + 2).is_digits() && cx.at(at + 2).gap == Gap::Space;
        if let Some(currency) = named.filter(|_| number) {
            return Some((resolved(cx, currency.code, currency.family, Some(nation)), at + 2));
        }
    }
    let currency = atom.currency()?;
    let next = cx.at(at + 1);
    let prefix =
        prefix(currency, atom.case(), cx.word(at)).filter(|_| next.is('$') && dollar_belongs(cx, at));
    if let Some(code) = prefix {
        return Some((sum(code, false), at + 2));
    }
    let digits = next.is_digits() && matches!(next.gap, Gap::Glued | Gap::Space | Gap::Thin);
    let dotted = next.is('.') && cx.at(at + 2).is_digits() && cx.word(at).len() == 2;
    let code =
        is_code(cx, at, currency) && !matches!(cx.word(at), "ALL" | "TOP" | "SOS" | "CUP" | "MOP" | "BOB");
    let named = matches!(cx.word(at), "Rs" | "RM" | "Rp" | "Ksh" | "KSh" | "USh" | "Kč")
        || (cx.options.talk() && currency.sense == Sense::Major);
    match (code || named, digits, dotted) {
        (true, true, _) => Some((resolved_code(cx, currency), at + 1)),
        (true, _, true) => Some((resolved_code(cx, currency), at + 2)),
        _ => None,
    }
}

fn resolved_code(cx: &Context<'_>, currency: &'static Currency) -> Sum {
    if currency.sense == Sense::Code {
        sum(currency.code, false)
    } else {
        resolved(cx, currency.code, currency.family, None)
    }
}

/// Whether a word is a code: in capitals, or in talk, if it is no English word.
fn is_code(cx: &Context<'_>, at: usize, currency: &Currency) -> bool {
    let word = matches!(
        currency.code,
        "ALL"
            | "BOB"
            | "PEN"
            | "TOP"
            | "TRY"
            | "CUP"
            | "MAD"
            | "SOS"
            | "LAK"
            | "GEL"
            | "COP"
            | "MOP"
            | "RON"
            | "BAM"
            | "RUB"
            | "CAD"
    );
    currency.sense == Sense::Code && (cx.at(at).case() == Case::Upper || (cx.options.talk() && !word))
}

/// The code that letters before a dollar sign give.
fn prefix(currency: &'static Currency, case: Case, word: &str) -> Option<&'static str> {
    let known = currency.sense == Sense::Prefix
        || matches!(currency.code, "USD" | "CAD" | "AUD" | "MXN" | "NZD" | "HKD" | "SGD" | "TWD");
    let letters = case != Case::Lower || word.len() == 2 || word == "c" || word.len() == 3;
    (known && letters).then_some(currency.code)
}

/// Whether a dollar sign belongs to the letters before it: glued, or both in the small letters of tokenised text.
fn dollar_belongs(cx: &Context<'_>, at: usize) -> bool {
    let mark = cx.at(at + 1);
    mark.glued() || (mark.gap == Gap::Space && cx.at(at).case() == Case::Lower && !cx.at(at + 2).glued())
}

/// What stands behind a number and says its currency.
pub(crate) fn after(cx: &Context<'_>, amount: &Amount, at: usize) -> Option<Measured> {
    let (next, linked) = past_of(cx, at, amount);
    let atom = cx.at(next);
    let found = |sum: Sum, end, foreign| Some(Measured { measure: Measure::Money(sum), end, foreign });
    if let Some(mark) = atom.symbol() {
        if mark == '¢' {
            return found(Sum { power: -2, ..resolved(cx, "USD", Family::Dollar, None) }, next + 1, false);
        }
        let (code, family) = symbol(mark)?;
        let number = cx.at(next + 1);
        let before_a_number =
            number.is_digits() && (number.glued() || !atom.glued() && number.follows() && !cx.options.talk());
        let meant = amount.digits && !before_a_number;
        return if meant { found(resolved(cx, code, family, None), next + 1, true) } else { None };
    }
    if let Some((nation, money)) = nation(cx, next) {
        let currency = cx.at(money).currency().filter(|currency| currency.sense == Sense::Major)?;
        return found(resolved(cx, currency.code, currency.family, Some(nation)), money + 1, linked);
    }
    let currency = atom.currency()?;
    if cx.at(next + 1).is('$') && cx.at(next + 1).glued() && !cx.at(next + 2).is_digits() {
        return found(sum(prefix(currency, atom.case(), cx.word(next))?, false), next + 2, true);
    }
    let code = |power| Sum { power, ..sum(currency.code, false) };
    match currency.sense {
        Sense::Major if is_money(cx, amount, next) => {
            let (sum, end) = (resolved(cx, currency.code, currency.family, None), next + 1);
            let end = end + usize::from(sum.code == "GBP" && cx.is(end, "sterling"));
            if cx.is(next + 1, "CFA") { found(sum_of_cfa(), next + 2, true) } else { found(sum, end, linked) }
        }
        Sense::Minor if cx.word(next) != "c" => {
            found(Sum { power: -2, ..resolved(cx, currency.code, currency.family, None) }, next + 1, linked)
        }
        Sense::Code
            if is_code(cx, next, currency) && !(cx.at(next + 1).is_digits() && cx.at(next + 1).glued()) =>
        {
            found(code(0), next + 1, linked)
        }
        Sense::Scaled(power) if atom.case() == Case::Upper || cx.word(next).starts_with("Md") => {
            found(code(power.into()), next + 1, true)
        }
        Sense::Prefix if cx.options.talk() && matches!(cx.word(next), "c" | "C") && !cx.is(next + 1, "c") => {
            found(Sum { power: -2, ..sum("USD", true) }, next + 1, false)
        }
        _ => None,
    }
}

fn sum_of_cfa() -> Sum {
    sum("XOF", true)
}

/// Past the `de` of `1,2 milliard de $`.
fn past_of(cx: &Context<'_>, at: usize, amount: &Amount) -> (usize, bool) {
    if amount.scale < 3 {
        return (at, false);
    }
    if cx.at(at).cue() == Cue::De {
        let quote = cx.at(at + 1).is('\'') || cx.at(at + 1).is('’');
        return (at + 1 + usize::from(quote), true);
    }
    (at, false)
}

/// A nation's adjective before money: `Australian`, `Hong Kong`, `U.S.`.
fn nation(cx: &Context<'_>, at: usize) -> Option<(&'static Nation, usize)> {
    let money = |index: usize| {
        cx.at(index).follows() && cx.at(index).currency().is_some_and(|c| c.sense == Sense::Major)
    };
    let first = cx.at(at);
    if let Some(nation) = first.nation()
        && money(at + 1)
    {
        return Some((nation, at + 1));
    }
    let united = cx.is(at, "united") && cx.is(at + 1, "states") && money(at + 2);
    if united {
        return Some((&UNITED_STATES, at + 2));
    }
    let lead = matches!(cx.word(at), "Hong" | "New" | "South" | "North" | "Saudi" | "hong" | "new" | "south");
    if let Some(nation) = cx.at(at + 1).nation().filter(|_| lead)
        && money(at + 2)
    {
        return Some((nation, at + 2));
    }
    let dotted = cx.is(at, "U") && cx.at(at + 1).is('.') && cx.is(at + 2, "S") && cx.at(at + 3).is('.');
    (dotted && money(at + 4)).then(|| (&UNITED_STATES, at + 4))
}

static UNITED_STATES: Nation = Nation { money: &[(Family::Dollar, "USD")] };

/// The code of a currency whose name several nations use: by the adjective before it, else by the dateline.
fn resolved(cx: &Context<'_>, code: &'static str, family: Family, nation: Option<&Nation>) -> Sum {
    if let Some(code) = nation.and_then(|nation| nation.code(family)) {
        return sum(code, false);
    }
    match (family, cx.nation.and_then(|nation| nation.code(family))) {
        (Family::None, _) | (Family::Won | Family::Ruble | Family::Real, None) => sum(code, false),
        (_, Some(local)) => sum(local, false),
        (_, None) => sum(code, true),
    }
}

/// Whether a word that is a currency and something else is money here.
fn is_money(cx: &Context<'_>, amount: &Amount, at: usize) -> bool {
    let hyphen = cx.before(at, 1).is('-');
    let word = cx.word(at);
    let of = cx.at(at + 1).cue() == Cue::Of;
    match word {
        "pound" | "pounds" | "Pound" | "Pounds" if cx.options.weighs() => true,
        "pound" => amount.scale > 2 || amount.separated && !hyphen || hyphen && cx.pounds_are_money(),
        "pounds" => !weight_before(cx, at) && (amount.scale > 2 || !of),
        "won" => amount.scale > 2 || (amount.separated && !cx.at(at + 1).is_digits()),
        "crown" | "crowns" | "mark" | "marks" | "real" | "reals" | "rand" => {
            amount.digits || amount.scale > 0
        }
        "ft" | "Ft" | "tl" | "lire" | "lev" | "lek" | "colon" | "soles" | "rs" => {
            cx.options.talk() || word == "Ft" || word == "Rs" || word == "lev"
        }
        "stone" => false,
        _ => true,
    }
}

/// Whether the words before speak of weight.
fn weight_before(cx: &Context<'_>, at: usize) -> bool {
    (1..=7).any(|back| {
        let word = if at >= back { cx.word(at - back) } else { "" };
        matches!(
            word,
            "weigh"
                | "weighs"
                | "weighed"
                | "weighing"
                | "weight"
                | "heavy"
                | "gained"
                | "shed"
                | "lifted"
                | "lost"
                | "baby"
                | "drop"
        )
    })
}

/// `3 dollars 50 cents`, `$20 and 43c`: the hundredths behind a sum, and where they end.
pub(crate) fn hundredths(cx: &Context<'_>, sum: Sum, at: usize) -> Option<(Amount, usize)> {
    let mut next = at;
    if cx.at(next).cue() == Cue::And && cx.at(next).follows() {
        next += 1;
    }
    if !cx.at(next).follows() || sum.power != 0 {
        return None;
    }
    let amount = crate::number::amount::amount(cx, next, false)
        .filter(|amount| amount.whole().is_some_and(|n| n < 100))?;
    if !(amount.scale == 0 && !amount.fraction && !amount.separated && !amount.dozens) {
        return None;
    }
    let unit = joint(cx, amount.end);
    if cx.at(unit).glued() && cx.at(unit).is_word() && !matches!(cx.word(unit), "c" | "p") {
        return None;
    }
    if !cx.at(unit).follows() {
        return cx.options.talk().then_some((amount.clone(), amount.end));
    }
    let minor = cx.at(unit).currency().is_some_and(|currency| currency.sense == Sense::Minor)
        || cx.at(unit).is('¢')
        || (matches!(cx.word(unit), "c" | "p") && cx.at(unit).glued());
    if minor {
        return Some((amount, unit + 1));
    }
    let bare = cx.options.talk() && after(cx, &amount, unit).is_none();
    bare.then_some((amount.clone(), amount.end))
}
