//! Names as patterns see them: capitalized words with particles between them.

use super::tokens::Tokens;
use super::width::LONGEST_NAME;

/// The tokens of the longest name at a place: 0 if none starts there.
pub(super) fn name_length(tokens: Tokens<'_>, at: usize) -> usize {
    let of_name = |length: &usize| {
        let here = at + length;
        let Some(token) = tokens.get(here) else { return false };
        let word = token.of(tokens.text);
        let joined = here == at || matches!(tokens.gap(here), " " | "\u{a0}");
        let capital = token.is_word() && token.is_capitalized() && !NEVER.contains(&word);
        joined && (capital || here > at && PARTICLES.contains(&word))
    };
    (0..LONGEST_NAME).take_while(of_name).count()
}

pub(super) fn ends_name(tokens: Tokens<'_>, at: usize) -> bool {
    !PARTICLES.contains(&tokens.word(at))
}

/// Small words inside names.
const PARTICLES: [&str; 17] = [
    "de", "da", "di", "del", "della", "der", "den", "van", "von", "la", "le", "al", "bin", "dos", "du", "el",
    "ben",
];

/// Capitalized words that stand in no name.
const NEVER: [&str; 31] = [
    "The",
    "A",
    "An",
    "He",
    "She",
    "It",
    "They",
    "We",
    "I",
    "You",
    "This",
    "That",
    "These",
    "Those",
    "But",
    "And",
    "In",
    "On",
    "At",
    "For",
    "If",
    "When",
    "As",
    "There",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday",
    "Sunday",
];
