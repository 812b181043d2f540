//! What unknown words are by their endings.

use crate::forms::Forms;
use crate::item::Item;
use crate::tag::Tag;

/// What an unknown word in small letters is by its ending.
pub(crate) enum Ending {
    Open(Tag),
    /// `overruled`, `retconning`.
    Verb(Forms),
}

pub(crate) fn by_ending(text: &str, item: &Item) -> Ending {
    let word = &text.as_bytes()[item.start as usize..item.end as usize];
    Ending::Open(match word {
        [_, _, _, .., b'l', b'y'] => Tag::Adverb,
        [_, _, _, _, .., b'e', b'd'] => return Ending::Verb(Forms::PAST.with(Forms::PARTICIPLE)),
        [_, _, _, .., b'i', b'n', b'g'] => return Ending::Verb(Forms::ING),
        [_, _, .., b'm', b'e', b'n'] if !matches!(word, b"specimen" | b"regimen") => Tag::Plural,
        _ if word.len() > 5 && is_adjective(word) => Tag::Adjective,
        [.., b's' | b'u', b's'] => Tag::Noun,
        [_, _, _, .., b's'] => Tag::Plural,
        _ => Tag::Noun,
    })
}

/// Endings of adjectives that no noun of news has.
fn is_adjective(word: &[u8]) -> bool {
    match word {
        [.., b'o', b'u', b's']
        | [.., b'f', b'u', b'l']
        | [.., b'l', b'e', b's', b's']
        | [.., b'a' | b'i', b'b', b'l', b'e']
        | [.., b'i', b'c', b'a', b'l'] => true,
        [.., b'u', b'a', b'l'] => word != b"individual",
        _ => false,
    }
}
