//! A number of millions or more without a unit: `could reach 200 billion this year`.

use std::ops::Range;

use copydesk_text::Kind;

use crate::find::Finds;
use crate::reading::Reading;

/// What follows where nothing is counted.
const NOT_COUNTED: [&str; 22] = [
    "this", "in", "last", "next", "after", "before", "by", "from", "to", "over", "during", "and", "against",
    "compared", "for", "at", "a", "per", "annually", "yearly", "since", "between",
];

/// At a blank and a scale word.
pub(super) fn run(reading: Reading<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let tokens = reading.tokens;
    let scale = reading.outline().token_at(at.start as u32 + 1);
    let Some(number) =
        scale.checked_sub(1).filter(|n| tokens.get(*n).is_some_and(|t| t.kind == Kind::Number))
    else {
        return;
    };
    let whole = tokens.get(scale).is_some_and(|token| token.end as usize == at.end);
    let next = tokens.word(scale + 1);
    let ends =
        tokens.starts_line(scale + 1) || matches!(next, "." | "," | ";" | ")") || NOT_COUNTED.contains(&next);
    let before = number.checked_sub(1).map_or("", |before| tokens.word(before));
    let money = matches!(before, "$" | "€" | "£" | "¥")
        || before.ends_with('$')
        || matches!(before, "US" | "EUR" | "USD");
    if whole && ends && !money && !has_unit(reading, at.start) {
        let start = reading.list()[number].start as usize;
        finds.note(start..at.end);
    }
}

/// Whether the sentence names a currency or counts something after `of`.
fn has_unit(reading: Reading<'_>, at: usize) -> bool {
    const UNITS: [&str; 14] = [
        "$",
        "€",
        "£",
        "¥",
        "dollars",
        "euros",
        "pounds",
        "yen",
        "yuan",
        "francs",
        "rubles",
        "people",
        "population",
        "inhabitants",
    ];
    let Some(sentence) = reading.outline().sentence_at(at as u32) else { return false };
    let tokens = &reading.list()[reading.outline().sentences[sentence].tokens()];
    tokens.iter().take(120).any(|token| UNITS.contains(&token.of(reading.text())))
}
