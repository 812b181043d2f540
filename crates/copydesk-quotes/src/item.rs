//! A unit of text that is read as one sentence, as a list of items: words, marks, and whole quotations.

use std::hint::select_unpredictable;

use copydesk_text::{Case, Kind, Outline, Quotation, Token};

use crate::lexicon::{self, EntryId, UNKNOWN};
use crate::lookup;
use crate::mark::{self, TAGS};
use crate::roles::Roles;
use crate::tag::Tag;
use crate::tagger::{self, tag};
use crate::units::Place;

/// A word, a mark, or a whole quotation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    pub(crate) start: u32,
    pub(crate) end: u32,
    /// The quotation, as an index, of an item that is one.
    pub(crate) quotation: u32,
    pub(crate) word: EntryId,
    pub(crate) roles: Roles,
    pub(crate) tag: Tag,
    /// Whether it stands in a line whose every word is written with a capital.
    pub(crate) in_title: bool,
    /// Whether its tag is still to be found, from its neighbours or its ending.
    pub(crate) open: bool,
}

/// Units of more items than this are read in pieces, so that no text takes more than linear time.
pub(crate) const LONGEST: usize = 300;

/// Whether a quotation stands as one item: the outermost, and closed or gone on with.
pub(crate) fn is_whole(quotation: &Quotation, outline: &Outline) -> bool {
    let leads = outline.paragraphs[quotation.paragraph as usize].start == quotation.start;
    quotation.depth == 0 && (quotation.closed || quotation.continues.is_some() || leads)
}

/// What a unit holds that sieves look for.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Seen {
    pub(crate) roles: Roles,
    pub(crate) quotation: bool,
    pub(crate) colon: bool,
}

/// Reads a unit into `items`, which [`finish`] then tags.
pub(crate) fn read(text: &str, outline: &Outline, place: Place, items: &mut Vec<Item>) -> Seen {
    items.clear();
    let mut seen = Seen::default();
    let mut skip_to = 0;
    for token in &outline.tokens[place.first_token..place.last_token] {
        if token.start < skip_to {
            continue;
        }
        let first = text.as_bytes()[token.start as usize];
        if is_special(token, first) && !is_plain_word(text, token) {
            let Some(item) = special(text, outline, token, items.last()) else { continue };
            if item.tag == Tag::Quote {
                seen.quotation = true;
                skip_to = item.end;
            }
            items.push(item);
            continue;
        }
        let item = common(token, first);
        seen.colon |= item.tag == Tag::Colon;
        items.push(item);
    }
    for items in items.chunks_mut(lookup::TOGETHER) {
        seen.roles = seen.roles.with(look_up(text, items));
    }
    seen
}

/// Whether a token needs a closer look: a quotation mark, a mark of several bytes, what may be the possessive `'s`.
#[inline]
fn is_special(token: &Token, first: u8) -> bool {
    let mark = matches!(token.kind, Kind::Mark) && token.end - token.start > 1;
    mark | matches!(token.kind, Kind::QuotationMark | Kind::Symbol) | matches!(first, b'\'' | 0xe2)
}

/// A word, a number or a mark of one byte, without a branch: they alternate as no processor could guess.
#[inline]
fn common(token: &Token, first: u8) -> Item {
    let cased = select_unpredictable(token.case == Case::Lower, Tag::Noun, Tag::Name);
    let counted = select_unpredictable(token.kind == Kind::Number, Tag::Number, cased);
    let tag = select_unpredictable(token.kind == Kind::Mark, TAGS[usize::from(first)], counted);
    Item { open: token.kind == Kind::Word, ..plain(token, tag) }
}

/// Looks up the words among some items; says what they can be to the sieves.
fn look_up(text: &str, items: &mut [Item]) -> Roles {
    // What is no word is looked up as one without letters.
    let words = items.iter().map(|item| {
        let start = item.start as usize;
        start..select_unpredictable(item.open, item.end as usize, start)
    });
    let ids = lookup::find_all(text.as_bytes(), words);
    items.iter_mut().zip(ids).fold(Roles::default(), |roles, (item, word)| {
        let settled = tagger::settled(word);
        let small = select_unpredictable(item.open, item.tag == Tag::Noun, false);
        item.word = word;
        item.roles = lexicon::roles(word);
        item.tag = select_unpredictable(small, settled.unwrap_or(Tag::Noun), item.tag);
        item.open &= select_unpredictable(small, settled.is_none(), word != UNKNOWN);
        roles.with(item.roles)
    })
}

/// Whether a token is a word or a number for all that its first byte is.
#[inline(never)]
fn is_plain_word(text: &str, token: &Token) -> bool {
    matches!(token.kind, Kind::Word | Kind::Number) && !matches!(token.of(text), "'s" | "’s" | "'S")
}

/// A token of another kind, or the possessive. Some say nothing of their own.
#[inline(never)]
fn special(text: &str, outline: &Outline, token: &Token, previous: Option<&Item>) -> Option<Item> {
    match token.kind {
        Kind::Word | Kind::Number => Some(plain(token, clitic_tag(text, previous))),
        Kind::Symbol => Some(plain(token, symbol_tag(token.of(text)))),
        Kind::Mark => Some(plain(token, mark::tag(token.of(text)))),
        Kind::QuotationMark => whole(outline, token).or_else(|| plural_genitive(text, token)),
    }
}

/// Tags the items of a unit, or of a piece of one.
pub(crate) fn finish(text: &str, items: &mut [Item]) {
    mark_title(text, items);
    tag(text, items);
}

/// The quotation that a mark opens, if it stands as one item.
fn whole(outline: &Outline, mark: &Token) -> Option<Item> {
    let at = outline.quotations.partition_point(|quotation| quotation.start < mark.start);
    let found = outline.quotations.get(at).filter(|found| found.start == mark.start);
    let found = found.filter(|found| is_whole(found, outline))?;
    Some(Item { end: found.end, quotation: at as u32, ..plain(mark, Tag::Quote) })
}

/// The apostrophe behind a plural.
fn plural_genitive(text: &str, mark: &Token) -> Option<Item> {
    let plural = matches!(mark.of(text), "'" | "’") && text[..mark.start as usize].ends_with('s');
    plural.then(|| plain(mark, Tag::Genitive))
}

fn plain(token: &Token, tag: Tag) -> Item {
    Item {
        start: token.start,
        end: token.end,
        quotation: u32::MAX,
        word: UNKNOWN,
        roles: Roles::default(),
        tag,
        in_title: false,
        open: false,
    }
}

/// `it’s` or `the mayor’s`.
fn clitic_tag(text: &str, previous: Option<&Item>) -> Tag {
    let word = |item: &Item| lookup::find(text.as_bytes(), item.start as usize..item.end as usize);
    match previous.and_then(|item| lexicon::entry(word(item)).closed) {
        Some(Tag::Subject | Tag::Pronoun | Tag::There | Tag::That | Tag::Wh) => Tag::Be,
        _ => Tag::Genitive,
    }
}

fn symbol_tag(symbol: &str) -> Tag {
    if symbol == "%" { Tag::Noun } else { Tag::Other }
}

/// Marks the words of a line that writes all its longer words with a capital.
fn mark_title(text: &str, items: &mut [Item]) {
    let long = |item: &&Item| {
        item.end - item.start >= 4 && text[item.start as usize..].starts_with(char::is_alphabetic)
    };
    let verb = |item: &Item| !lexicon::entry(item.word).forms.is_empty();
    if items.iter().any(|item| item.tag == Tag::Quote || item.tag != Tag::Name && verb(item)) {
        return;
    }
    let words = items.iter().filter(long).count();
    let capital = items.iter().filter(long).filter(|item| item.tag == Tag::Name).count();
    if words >= 4 && capital * 5 >= words * 4 {
        for item in items {
            item.in_title = true;
        }
    }
}
