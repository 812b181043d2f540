//! A unit of text that is read as one sentence, as a list of items: words, marks, and whole quotations.

use copydesk_text::{Case, Kind, Outline, Quotation, Token, furniture};

use crate::lexicon::{self, EntryId, UNKNOWN};
use crate::roles::Roles;
use crate::tag::Tag;
use crate::tagger::tag;

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
}

/// Units of more items than this are read in pieces, so that no text takes more than linear time.
pub(crate) const LONGEST: usize = 300;

/// Where a unit lies in the outline.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Place {
    pub(crate) paragraph: usize,
    pub(crate) first_token: usize,
    pub(crate) last_token: usize,
}

/// Cuts the outline into units: sentences, but for those that a quotation holds together.
pub(crate) fn units(text: &str, outline: &Outline, units: &mut Vec<Place>) {
    units.clear();
    let mut quotations = Tops { outline, at: 0 };
    for (paragraph, place) in outline.paragraphs.iter().enumerate() {
        let mut from = after_dateline(text, outline, paragraph);
        for sentence in &outline.sentences[place.sentences()] {
            let last = sentence.tokens().end;
            if last <= from {
                continue;
            }
            if last == place.tokens().end || !quotations.holding(sentence.end) {
                units.push(Place { paragraph, first_token: from, last_token: last });
                from = last;
            }
        }
    }
}

/// Paragraphs at the head that may start with a dateline.
const HEAD: usize = 8;

/// The first token of a paragraph's own words.
fn after_dateline(text: &str, outline: &Outline, paragraph: usize) -> usize {
    let place = &outline.paragraphs[paragraph];
    if paragraph >= HEAD {
        return place.tokens().start;
    }
    let dateline = furniture::dateline(&text[place.range()]);
    dateline.map_or(place.tokens().start, |found| outline.token_at(place.start + found.body as u32))
}

/// The whole quotations, asked in the order of the text.
struct Tops<'a> {
    outline: &'a Outline,
    at: usize,
}

impl Tops<'_> {
    /// Whether a quotation is still open after the byte `end`.
    fn holding(&mut self, end: u32) -> bool {
        let quotations = &self.outline.quotations;
        while quotations.get(self.at).is_some_and(|found| found.end <= end || !is_whole(found, self.outline))
        {
            self.at += 1;
        }
        quotations.get(self.at).is_some_and(|found| found.start < end)
    }
}

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
        match token.kind {
            Kind::Word => {
                let word = word(text, token, items.last());
                seen.roles = seen.roles.with(word.roles);
                items.push(word);
            }
            Kind::Number => items.push(plain(token, Tag::Number)),
            Kind::Symbol => items.push(plain(token, symbol_tag(token.of(text)))),
            Kind::Mark => {
                let tag = mark_tag(token.of(text));
                seen.colon |= tag == Tag::Colon;
                items.push(plain(token, tag));
            }
            Kind::QuotationMark => {
                let quotation = whole(outline, token);
                if let Some(quotation) = &quotation {
                    seen.quotation = true;
                    skip_to = quotation.end;
                }
                items.extend(quotation.or_else(|| plural_genitive(text, token)));
            }
        }
    }
    seen
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
    }
}

/// A word. Its tag says only whether it is a name; the tagger finds the others.
fn word(text: &str, token: &Token, previous: Option<&Item>) -> Item {
    let (bytes, start, end) = (text.as_bytes(), token.start as usize, token.end as usize);
    if matches!(bytes[start], b'\'' | 0xe2) && matches!(token.of(text), "'s" | "’s" | "'S") {
        return plain(token, clitic_tag(previous));
    }
    let word = lexicon::find(bytes, start, end);
    let tag = if token.case == Case::Lower { Tag::Noun } else { Tag::Name };
    Item { word, roles: lexicon::entry(word).roles, ..plain(token, tag) }
}

/// `it’s` or `the mayor’s`.
fn clitic_tag(previous: Option<&Item>) -> Tag {
    match previous.and_then(|item| lexicon::entry(item.word).closed) {
        Some(Tag::Subject | Tag::Pronoun | Tag::There | Tag::That | Tag::Wh) => Tag::Be,
        _ => Tag::Genitive,
    }
}

fn symbol_tag(symbol: &str) -> Tag {
    if symbol == "%" { Tag::Noun } else { Tag::Other }
}

fn mark_tag(mark: &str) -> Tag {
    match mark {
        "," => Tag::Comma,
        ";" => Tag::Semicolon,
        ":" => Tag::Colon,
        "-" | "--" | "---" | "–" | "—" | "―" | "‒" => Tag::Dash,
        "(" | "[" => Tag::Open,
        ")" | "]" => Tag::Close,
        "." | "!" | "?" | "…" | "..." => Tag::Stop,
        _ => Tag::Other,
    }
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
