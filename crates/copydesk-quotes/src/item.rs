//! A unit of text that is read as one sentence, as a list of items: words, marks, and whole quotations.

use copydesk_text::{Case, Kind, Outline, Quotation, Token, furniture};

use crate::lexicon::{EntryId, Roles, UNKNOWN, lexicon};
use crate::tag::Tag;
use crate::tagger::tag;

/// A word, a mark, or a whole quotation.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Item {
    pub(crate) start: u32,
    pub(crate) end: u32,
    pub(crate) tag: Tag,
    pub(crate) word: EntryId,
    pub(crate) roles: Roles,
    /// The quotation, as an index, of an item that is one.
    pub(crate) quotation: u32,
    pub(crate) is_by: bool,
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

/// Reads a unit into `items`, which [`finish`] then tags.
pub(crate) fn read(text: &str, outline: &Outline, place: Place, items: &mut Vec<Item>) {
    items.clear();
    let mut quotation = outline
        .quotations
        .partition_point(|quotation| quotation.start < outline.tokens[place.first_token].start);
    let mut skip_to = 0;
    for token in &outline.tokens[place.first_token..place.last_token] {
        if token.start < skip_to {
            continue;
        }
        while outline.quotations.get(quotation).is_some_and(|found| found.start < token.start) {
            quotation += 1;
        }
        let found = outline.quotations.get(quotation).filter(|found| found.start == token.start);
        match found {
            Some(found) if is_whole(found, outline) => {
                skip_to = found.end;
                items.push(whole(found, quotation));
            }
            _ => items.extend(item(text, token, items.last())),
        }
    }
}

/// Tags the items of a unit, or of a piece of one.
pub(crate) fn finish(text: &str, items: &mut [Item]) {
    mark_title(text, items);
    tag(text, items);
}

fn whole(found: &Quotation, at: usize) -> Item {
    Item {
        start: found.start,
        end: found.end,
        tag: Tag::Quote,
        word: UNKNOWN,
        roles: Roles::default(),
        quotation: at as u32,
        is_by: false,
        in_title: false,
    }
}

fn item(text: &str, token: &Token, previous: Option<&Item>) -> Option<Item> {
    let word = token.of(text);
    let tag = match token.kind {
        Kind::Word => word_tag(word, token, previous),
        Kind::Number => Tag::Number,
        Kind::Symbol if word == "%" => Tag::Noun,
        Kind::Symbol => Tag::Other,
        Kind::Mark => mark_tag(word),
        Kind::QuotationMark => {
            let plural = matches!(word, "'" | "’") && text[..token.start as usize].ends_with('s');
            return plural.then(|| plain(token, Tag::Genitive, UNKNOWN));
        }
    };
    let id = if token.kind == Kind::Word && tag != Tag::Genitive && tag != Tag::Be {
        lexicon().find(word)
    } else {
        UNKNOWN
    };
    Some(Item { is_by: word.eq_ignore_ascii_case("by"), ..plain(token, tag, id) })
}

fn plain(token: &Token, tag: Tag, word: EntryId) -> Item {
    Item {
        start: token.start,
        end: token.end,
        tag,
        word,
        roles: lexicon().roles(word),
        quotation: u32::MAX,
        is_by: false,
        in_title: false,
    }
}

/// Endings of adjectives that no noun of news has.
const ADJECTIVES: [&str; 7] = ["ous", "ful", "less", "able", "ible", "ical", "ual"];

fn word_tag(word: &str, token: &Token, previous: Option<&Item>) -> Tag {
    if matches!(word, "'s" | "’s" | "'S") {
        let pronoun = previous.is_some_and(|item| {
            let closed = lexicon().entry(item.word).and_then(|entry| entry.closed);
            matches!(closed, Some(Tag::Subject | Tag::Pronoun | Tag::There | Tag::That | Tag::Wh))
        });
        return if pronoun { Tag::Be } else { Tag::Genitive };
    }
    if token.case != Case::Lower {
        return Tag::Name;
    }
    if word.len() > 4 && word.ends_with("ly") {
        return Tag::Adverb;
    }
    if word.len() > 5 && word != "individual" && ADJECTIVES.iter().any(|end| word.ends_with(end)) {
        return Tag::Adjective;
    }
    if word.len() > 4 && word.ends_with("men") && word != "specimen" && word != "regimen" {
        return Tag::Plural;
    }
    if word.len() > 3 && word.ends_with('s') && !word.ends_with("ss") && !word.ends_with("us") {
        Tag::Plural
    } else {
        Tag::Noun
    }
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
    let verb = |item: &Item| lexicon().entry(item.word).is_some_and(|entry| !entry.forms.is_empty());
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
