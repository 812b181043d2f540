//! Surnames that a machine took for words: `Rhine`, where the text names `Boris Rhein`.

use std::ops::Range;

use crate::find::Finds;
use crate::reading::Reading;

/// Words and the surnames that they translate.
const NAMES: [(&str, &str); 15] = [
    ("Rhine", "Rhein"),
    ("Count", "Conte"),
    ("Letter", "Letta"),
    ("Squid", "Lula"),
    ("Churches", "Iglesias"),
    ("Married", "Casado"),
    ("Fear", "Temer"),
    ("Mirror", "Spiegel"),
    ("Fisherman", "Fischer"),
    ("Hats", "Cappelli"),
    ("Bakers", "Becker"),
    ("Blackberry", "Moro"),
    ("Iron", "Hierro"),
    ("Tile", "Teja"),
    ("Chestnut", "Castagna"),
];

/// A longer text, in bytes, holds more than one story.
const LONGEST: usize = 40_000;

/// At a word of the list.
pub(super) fn run(reading: Reading<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let (tokens, text) = (reading.tokens, reading.text());
    let token = reading.outline().token_at(at.start as u32);
    let whole = tokens.get(token).is_some_and(|token| token.range() == at);
    let Some((_, name)) = NAMES.iter().find(|(word, _)| *word == &text[at.clone()]).filter(|_| whole) else {
        return;
    };
    let before = token.checked_sub(1).map_or("", |before| tokens.word(before));
    let part_of_name =
        |word: &str| word.starts_with(char::is_uppercase) || matches!(word, "the" | "a" | "of");
    let alone =
        !part_of_name(before) && !tokens.starts_sentence(token) && !part_of_name(tokens.word(token + 1));
    if alone && text.len() <= LONGEST && is_surname(text, name) {
        finds.replace_all(at, *name);
    }
}

/// Whether the text has the name after a first name.
fn is_surname(text: &str, name: &str) -> bool {
    const LOOKED_AT: usize = 8;
    text.match_indices(name).take(LOOKED_AT).any(|(at, _)| {
        let first = text[..at].strip_suffix(' ').and_then(|head| head.rsplit([' ', '\n']).next());
        first.is_some_and(|first| {
            first.len() >= 3 && first.starts_with(char::is_uppercase) && first.ends_with(char::is_lowercase)
        })
    })
}
