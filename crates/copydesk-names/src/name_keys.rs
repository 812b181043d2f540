//! The words of a name that tell it from others.

use copydesk_text::Kind;

use crate::class::Class;
use crate::doc::Doc;
use crate::found::Found;
use crate::key::Key;

/// The keys of a mention's name.
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
}

impl NameKeys {
    pub(crate) fn of(doc: Doc<'_>, found: &Found) -> Self {
        let mut keys = Self::default();
        for at in words(doc, found) {
            let key = doc.word(at).key;
            keys.whole = if keys.words == 0 { key } else { keys.whole.then(key) };
            if keys.words == 0 {
                keys.first = key;
                keys.eastern = doc.has(at, Class::SURNAME_FIRST);
            }
            keys.last = key;
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

/// The words of a mention's head, without initials in the middle and without `Jr.`
fn words(doc: Doc<'_>, found: &Found) -> impl Iterator<Item = usize> {
    let head = found.head_tokens();
    let first = head.start;
    head.filter(move |at| {
        let text = doc.text_of(*at);
        let initial = text.trim_end_matches('.').chars().count() == 1;
        let suffix = matches!(text, "Jr" | "Jr." | "Sr" | "Sr." | "II" | "III" | "IV");
        doc.token(*at).kind == Kind::Word && (*at == first || !initial && !suffix)
    })
}

/// The capitals of a name of several words, as one word: `WHO` of `World Health Organization`.
pub(crate) fn initials(doc: Doc<'_>, found: &Found) -> Option<Key> {
    let mut letters = [0_u8; 8];
    let mut len = 0;
    for at in
        found.head_tokens().filter(|at| doc.token(*at).kind == Kind::Word && doc.token(*at).is_capitalized())
    {
        let letter = doc.text_of(at).bytes().next().filter(u8::is_ascii_uppercase)?;
        *letters.get_mut(len)? = letter;
        len += 1;
    }
    let word = std::str::from_utf8(&letters[..len]).ok().filter(|word| word.len() >= 2)?;
    Some(Key::of(word))
}

/// The key of a noun for a post or body; the forms for women and men are one.
pub(crate) fn noun_key(doc: Doc<'_>, at: usize) -> Key {
    let text = doc.text_of(at);
    let stem = ["spokes", "chair", "congress", "police", "business"].into_iter().find(|stem| {
        let rest = text
            .get(..stem.len())
            .filter(|head| head.eq_ignore_ascii_case(stem))
            .map(|_| &text[stem.len()..]);
        matches!(rest, Some("man" | "woman" | "person"))
    });
    stem.map_or(doc.word(at).key, Key::of)
}

/// The key of a noun with the word of its field before it (`foreign minister`), if there is one.
pub(crate) fn field_key(doc: Doc<'_>, found: &Found) -> Option<Key> {
    let noun = found.noun as usize;
    let before = noun.checked_sub(1).filter(|at| *at >= found.first as usize)?;
    let class = doc.class(before);
    let plain = class
        .has(Class::DETERMINER | Class::DEMONYM | Class::PLACE | Class::PRONOUN | Class::FUNCTION)
        || doc.token(before).kind != Kind::Word
        || doc.is_clitic(before)
        || matches!(
            doc.text_of(before),
            "former" | "Former" | "senior" | "new" | "outgoing" | "acting" | "deputy" | "local"
        );
    (!plain).then(|| doc.word(before).key.then(noun_key(doc, noun)))
}

/// The country that words of a mention before `end` are of, by a demonym or a name; 0 for none.
pub(crate) fn country_before(doc: Doc<'_>, found: &Found, end: u32) -> u16 {
    let mut tokens = found.first as usize..end as usize;
    tokens
        .find_map(|at| {
            let phrase = doc.phrase(at, end as usize).map_or(0, |phrase| phrase.country);
            let word = doc.word(at);
            let own =
                if word.class.has(Class::DEMONYM | Class::PLACE | Class::SEAT) { word.country } else { 0 };
            [phrase, own].into_iter().find(|country| *country != 0)
        })
        .unwrap_or_default()
}
