//! Names that stand in capitals where the desk's style set small ones: `to UNITED STATES`, `Anne LEROY said`.

use std::collections::HashSet;
use std::ops::Range;

use copydesk_text::{Case, Token};

use crate::find::Finds;
use crate::reading::Reading;
use crate::survey::Survey;
use crate::words::is_english;

/// Places that take `the`.
const WITH_ARTICLE: [&str; 14] = [
    "UNITED STATES",
    "UNITED KINGDOM",
    "UNITED NATIONS",
    "UNITED ARAB EMIRATES",
    "EUROPEAN UNION",
    "NETHERLANDS",
    "PHILIPPINES",
    "CZECH REPUBLIC",
    "DOMINICAN REPUBLIC",
    "IVORY COAST",
    "SOVIET UNION",
    "MIDDLE EAST",
    "BAHAMAS",
    "MALDIVES",
];

/// What may stand before a place's name inside a sentence.
const BEFORE: [&str; 24] = [
    "to", "in", "of", "from", "with", "by", "for", "against", "and", "the", "between", "towards", "toward",
    "into", "across", "over", "on", "at", "than", "like", "via", "near", "as", "or",
];

/// At a place's name in capitals.
pub(super) fn place(reading: Reading<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let (first, last) =
        (reading.outline().token_at(at.start as u32), reading.outline().token_at(at.end as u32 - 1));
    let (all, tokens) = (reading.list(), reading.tokens);
    let whole = all[first].start as usize == at.start && all[last].end as usize == at.end;
    let before = first.checked_sub(1).map_or("", |before| tokens.word(before));
    let alone = !is_caps(all.get(last + 1).filter(|_| !tokens.starts_line(last + 1)));
    let begins = tokens.starts_sentence(first)
        && tokens.get(last + 1).is_some_and(|next| next.case == Case::Lower && next.is_word());
    let placed = begins || !tokens.starts_line(first) && BEFORE.contains(&before);
    if !whole || !alone || !placed || !is_mixed(reading, at.start) {
        return;
    }
    let name = &reading.text()[at.clone()];
    let article = match WITH_ARTICLE.contains(&name) && before != "the" {
        true if begins => "The ",
        true => "the ",
        false => "",
    };
    let with = format!("{article}{}", titled(name));
    finds.replace_all(at, with);
}

fn is_caps(token: Option<&Token>) -> bool {
    token.is_some_and(|token| token.is_word() && token.case == Case::Upper)
}

/// Whether the sentence is in small letters for the most part.
fn is_mixed(reading: Reading<'_>, at: usize) -> bool {
    let Some(sentence) = reading.outline().sentence_at(at as u32) else { return false };
    let tokens = &reading.list()[reading.outline().sentences[sentence].tokens()];
    let count =
        |case: Case| tokens.iter().take(60).filter(|token| token.is_word() && token.case == case).count();
    count(Case::Lower) >= 5 && count(Case::Lower) > 2 * count(Case::Upper)
}

fn titled(name: &str) -> String {
    let word = |word: &str| {
        let small = word.to_lowercase();
        if small == "and" || small == "of" { small } else { word[..1].to_owned() + &small[1..] }
    };
    name.split(' ').map(word).collect::<Vec<_>>().join(" ")
}

/// Over the whole text: a surname in capitals after a first name, where the text writes it in small letters too.
pub(super) fn surname(reading: Reading<'_>, survey: &Survey, finds: &mut Finds<'_>) {
    let mut known: Option<HashSet<&str>> = None;
    for (at, token) in survey.strange(reading).filter(|(at, _)| *at > 0) {
        if token.case != Case::Upper || !is_surname(reading, at, token) {
            continue;
        }
        let known = known.get_or_insert_with(|| capitalized(reading));
        let small = titled(token.of(reading.text()));
        if known.contains(small.as_str()) && is_mixed(reading, token.start as usize) {
            finds.replace_all(token.range(), small);
        }
    }
}

/// Whether the token may be a surname in capitals: a first name before it, no capitals around it. An English word is taken
/// for none (`When NATO`), nor what an article goes before (`the Turkish NATO`).
fn is_surname(reading: Reading<'_>, at: usize, token: &Token) -> bool {
    let list = reading.list();
    let word = token.of(reading.text());
    let before = &list[at - 1];
    let first = before.is_word()
        && before.case == Case::Capitalized
        && before.range().len() >= 3
        && !is_english(before.of(reading.text()));
    let article = at > 1 && matches!(reading.tokens.word(at - 2), "the" | "The" | "a" | "A" | "an" | "An");
    let letters = token.is_word() && word.len() >= 4 && word.bytes().all(|b| b.is_ascii_uppercase());
    letters
        && first
        && !article
        && reading.tokens.gap(at) == " "
        && !is_caps(list.get(at + 1))
        && !is_english(word)
}

fn capitalized(reading: Reading<'_>) -> HashSet<&str> {
    let words = reading.list().iter().filter(|token| token.is_word() && token.case == Case::Capitalized);
    words.map(|token| token.of(reading.text())).collect()
}
