//! The words of a name that tell it from others.

use copydesk_text::Kind;

use crate::class::Class;
use crate::doc::Doc;
use crate::found::{Found, NONE};
use crate::key::Key;
use crate::traits::Trait;

/// The keys of a mention's name and noun.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct NameKeys {
    /// All words but initials and `Jr.`
    pub(crate) whole: Key,
    /// The first word.
    pub(crate) first: Key,
    /// The last word.
    pub(crate) last: Key,
    /// How many words there are.
    pub(crate) words: usize,
    /// Whether the family name stands first, as in `Wang Yi`.
    pub(crate) eastern: bool,
    /// The noun of the mention.
    pub(crate) noun: Option<Key>,
    /// The noun with the word of its field before it.
    pub(crate) field: Option<Key>,
}

impl NameKeys {
    pub(crate) fn of(doc: Doc<'_>, found: &Found) -> Self {
        let mut keys = if found.is_named() { Self::of_name(doc, found) } else { Self::default() };
        if found.noun != NONE {
            let noun = noun_key(doc, found.noun as usize);
            let field = field_before(doc, found);
            keys.field = field.map(|at| doc.word(at).key.then(noun));
            // `the president` is nobody's vice president.
            let vice = field.is_some_and(|at| matches!(doc.text_of(at), "vice" | "Vice"));
            keys.noun = if vice { keys.field } else { Some(noun) };
        }
        keys
    }

    /// The keys of a name alone.
    pub(crate) fn of_name(doc: Doc<'_>, found: &Found) -> Self {
        let mut keys = Self::default();
        let mut head = found.head_tokens();
        while head.len() > 1 && is_leading_particle(doc, head.start) {
            head.start += 1;
        }
        for at in head.clone() {
            let word = doc.word(at);
            if !belongs(doc, at, at == head.start) {
                continue;
            }
            keys.whole = if keys.words == 0 { word.key } else { keys.whole.then(word.key) };
            if keys.words == 0 {
                keys.first = word.key;
                keys.eastern = word.class.has(Class::SURNAME_FIRST);
            }
            keys.last = word.key;
            keys.words += 1;
        }
        keys
    }

    /// The family name; for `Wang Yi` the first word.
    pub(crate) fn family(&self) -> Key {
        if self.eastern && self.words <= 3 { self.first } else { self.last }
    }

    /// The given name.
    pub(crate) fn given(&self) -> Key {
        if self.eastern && self.words <= 3 { self.last } else { self.first }
    }
}

/// Whether a token of a head is a word of the name: no initial in the middle, and not `Jr.`
fn belongs(doc: Doc<'_>, at: usize, first: bool) -> bool {
    /// No initial and no suffix has more bytes, nor has the possessive.
    const SHORT: u32 = 5;
    let token = doc.token(at);
    if token.kind != Kind::Word {
        return false;
    }
    if token.end - token.start > SHORT {
        return true;
    }
    let text = doc.text_of(at);
    let initial = || text.trim_end_matches('.').chars().count() == 1;
    let suffix = || matches!(text, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "IV");
    !doc.is_clitic(at) && (first || !initial() && !suffix())
}

/// The capitals of a name of several words, as one word: `WHO` of `World Health Organization`.
pub(crate) fn initials(doc: Doc<'_>, found: &Found) -> Option<Key> {
    let mut letters = [0_u8; 8];
    let mut len = 0;
    for at in found.head_tokens() {
        let token = doc.token(at);
        if token.kind != Kind::Word || !token.is_capitalized() {
            continue;
        }
        for part in doc.text.as_bytes()[token.range()].split(|byte| *byte == b'-') {
            *letters.get_mut(len)? = *part.first().filter(|first| first.is_ascii_uppercase())?;
            len += 1;
        }
    }
    let word = std::str::from_utf8(&letters[..len]).ok().filter(|word| word.len() >= 2)?;
    Some(Key::of(word))
}

/// The key of a noun for a post or body; the forms for women and men are one.
pub(crate) fn noun_key(doc: Doc<'_>, at: usize) -> Key {
    let text = doc.text_of(at);
    let person = text.len() >= 8 && (text.ends_with("man") || text.ends_with("person"));
    let stems = ["spokes", "chair", "congress", "police", "business"].into_iter().filter(|_| person);
    let stem = stems.into_iter().find(|stem| {
        let rest = text
            .get(..stem.len())
            .filter(|head| head.eq_ignore_ascii_case(stem))
            .map(|_| &text[stem.len()..]);
        matches!(rest, Some("man" | "woman" | "person"))
    });
    stem.map_or_else(|| doc.lexicon.in_full(doc.word(at).key), Key::of)
}

/// The key of a noun with the word of its field before it (`foreign minister`), if there is one.
pub(crate) fn field_key(doc: Doc<'_>, found: &Found) -> Option<Key> {
    field_before(doc, found).map(|at| doc.word(at).key.then(noun_key(doc, found.noun as usize)))
}

/// The word before a mention's noun, if it says of what field the noun is.
fn field_before(doc: Doc<'_>, found: &Found) -> Option<usize> {
    let class = Class::DETERMINER | Class::DEMONYM | Class::PLACE | Class::PRONOUN | Class::FUNCTION;
    let noun = found.noun as usize;
    let before = noun.checked_sub(1).filter(|at| *at >= found.first as usize)?;
    let plain = doc.has(before, class)
        || doc.token(before).kind != Kind::Word
        || doc.is_clitic(before)
        || is_unknown_origin(doc, before)
        || doc.has_trait(before, Trait::NoField);
    (!plain).then_some(before)
}

/// The country that words of a mention before `end` are of, by a demonym or a name; 0 for none.
pub(crate) fn country_before(doc: Doc<'_>, found: &Found, end: u32) -> u16 {
    let mut tokens = found.first as usize..end as usize;
    tokens.find_map(|at| country_at(doc, at, end as usize)).unwrap_or_default()
}

fn country_at(doc: Doc<'_>, at: usize, end: usize) -> Option<u16> {
    let told = Class::DEMONYM | Class::PLACE | Class::SEAT;
    if doc.is_small(at) && !doc.has(at, told | Class::PHRASE) {
        return None;
    }
    let phrase = || doc.phrase(at, end).map(|phrase| phrase.country);
    let own = || doc.has(at, told).then(|| doc.word(at).country);
    let unknown = || is_unknown_origin(doc, at).then(|| stem(doc, at));
    let some = |country: &u16| *country != 0;
    phrase().filter(some).or_else(|| own().filter(some)).or_else(unknown)
}

/// The country that a mention by a noun is of: before the noun, or behind `from` and `of` after it.
pub(crate) fn origin(doc: Doc<'_>, found: &Found) -> u16 {
    let before = country_before(doc, found, found.noun + 1);
    let tied = found.noun as usize + 2 < found.last as usize
        && matches!(doc.text_of(found.noun as usize + 1), "from" | "of");
    if before != 0 || !tied {
        return before;
    }
    country_before(doc, &Found { first: found.noun + 2, ..*found }, found.last)
}

/// A capitalized word that the lexicon does not know: before a post, where its holder is from (`the Tarsian president`).
fn is_unknown_origin(doc: Doc<'_>, at: usize) -> bool {
    const KNOWN: Class = Class::KNOWN_WORD;
    doc.is_name(at) && !doc.is_upper(at) && !doc.has(at, KNOWN)
}

/// What a country's name and the word for what comes from it begin with, as a number beyond those of the lexicon.
fn stem(doc: Doc<'_>, at: usize) -> u16 {
    let text = doc.text_of(at);
    let end = text.char_indices().nth(4).map_or(text.len(), |(end, _)| end);
    (Key::of(&text[..end]).0 >> 20) as u16 | 0x8000
}

/// `De la Cruz` and `Van der Velde` are family names; `Van Jones` is not.
fn is_leading_particle(doc: Doc<'_>, at: usize) -> bool {
    let joined = doc.is_small(at + 1) && doc.has(at + 1, Class::PARTICLE);
    doc.has(at, Class::PARTICLE) && (doc.is_small(at) || joined || !doc.has(at, Class::FIRST))
}
