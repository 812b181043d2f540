//! What the words of a sentence do in it, from the lexicon and their neighbours.

use crate::ending::{Ending, by_ending};
use crate::forms::Forms;
use crate::item::Item;
use crate::lexicon::{ENTRIES, Entry, EntryId, ROLES, UNKNOWN, Usage, entry};
use crate::pick::{SET, pick};
use crate::roles::Roles;
use crate::tag::Tag;
use crate::verb_or_noun::verb_or_noun;

/// The tags of function words that are what they are wherever they stand in small letters, by their entries.
static SETTLED: [Option<Tag>; ROLES.len()] = {
    let mut tags = [None; ROLES.len()];
    let mut id = 0;
    while id < ENTRIES.len() {
        tags[id] = match ENTRIES[id].closed {
            // What the others are, their neighbours say.
            Some(Tag::To | Tag::Sub | Tag::Pronoun | Tag::That | Tag::Adjective) => None,
            closed => closed,
        };
        id += 1;
    }
    tags
};

/// The tag of a word in small letters that needs no look at its neighbours.
#[inline]
pub(crate) fn settled(word: EntryId) -> Option<Tag> {
    SETTLED[usize::from(word) % SETTLED.len()]
}

/// Tags the words whose tags are open, in one pass from the left.
pub(crate) fn tag(text: &str, items: &mut [Item]) {
    for from in (0..items.len()).step_by(SET) {
        let set = &items[from..items.len().min(from + SET)];
        for at in pick(set, |item| item.open) {
            items[from + at].tag = tag_at(text, items, from + at);
        }
    }
}

fn tag_at(text: &str, items: &[Item], at: usize) -> Tag {
    let item = &items[at];
    if item.word != UNKNOWN {
        return choose(text, items, at, entry(item.word));
    }
    match by_ending(text, item) {
        Ending::Open(tag) => tag,
        Ending::Verb(forms) => choose(text, items, at, Entry::verb(forms)),
    }
}

fn choose(text: &str, items: &[Item], at: usize, entry: Entry) -> Tag {
    let item = items[at];
    let heads = at == 0 || starts_clause(items[at - 1].tag);
    if heads && item.tag == Tag::Name && is_name_at_head(items, at, entry) {
        return Tag::Name;
    }
    if item.tag == Tag::Name && !heads && !item.in_title {
        // A capital inside a sentence: a name, but for days and the pronoun `I`.
        return match entry.closed {
            Some(Tag::Time | Tag::Subject | Tag::SubjectModal) => entry.closed.expect("matched"),
            _ => Tag::Name,
        };
    }
    if entry.closed == Some(Tag::Time) && is_given_name(text, items, at) {
        return Tag::Name;
    }
    let verbal = entry.closed == Some(Tag::Adjective)
        && entry.forms.any(Forms::BASE)
        && matches!(
            before(items, at),
            Some(Tag::To | Tag::Modal | Tag::Do | Tag::SubjectModal | Tag::Subject)
        );
    if let Some(closed) = entry.closed.filter(|_| !verbal) {
        return closed_tag(text, items, at, closed);
    }
    if entry.forms.is_empty() {
        return match by_ending(text, &item) {
            Ending::Open(tag) if item.tag == Tag::Noun => tag,
            _ => item.tag,
        };
    }
    verb_or_noun(text, items, at, entry)
}

/// `Cross called`, `Page says`, `Shook said`: a verb's plain form at the head with a verb after it is a name; another form
/// with one that reports.
fn is_name_at_head(items: &[Item], at: usize, entry: Entry) -> bool {
    if entry.closed.is_some() {
        return false;
    }
    if !entry.forms.any(Forms::BASE) {
        return items.get(at + 1).is_some_and(|next| {
            next.tag != Tag::Name
                && next.roles.any(Roles::SPEECH_VERB)
                && self::entry(next.word).forms.any(Forms::PAST.with(Forms::S))
        });
    }
    items.get(at + 1).is_some_and(|item| {
        let next = self::entry(item.word);
        item.tag == Tag::Name
            || next.forms.any(Forms::PAST.with(Forms::S))
            || next.closed.is_some_and(Tag::is_finite)
    })
}

/// `April Lowe said`: a month before a name, with no `in` before it.
fn is_given_name(text: &str, items: &[Item], at: usize) -> bool {
    let item = items[at];
    let word = &text.as_bytes()[item.start as usize..item.end as usize];
    let next =
        items.get(at + 1).is_some_and(|next| next.tag == Tag::Name && entry(next.word).closed.is_none());
    let dated =
        at > 0 && matches!(items[at - 1].tag, Tag::Prep | Tag::Sub | Tag::Det | Tag::Adjective | Tag::Number);
    next && !dated && matches!(word, b"April" | b"June" | b"August")
}

fn starts_clause(tag: Tag) -> bool {
    matches!(tag, Tag::Stop | Tag::Colon | Tag::Dash | Tag::Open | Tag::Quote)
}

fn closed_tag(text: &str, items: &[Item], at: usize, closed: Tag) -> Tag {
    match closed {
        Tag::To if at > 0 && is_preposition(text, &items[at - 1]) => Tag::Prep,
        Tag::Sub if before(items, at) == Some(Tag::Have) => Tag::Adverb,
        Tag::Pronoun if counts(text, items, at) => Tag::Number,
        Tag::That if is_determiner(items, at) => Tag::Det,
        Tag::Adjective if before(items, at).is_some_and(|tag| tag == Tag::Have) => Tag::Adverb,
        _ => closed,
    }
}

/// `one list`, `one young witness`: not `one said`.
fn counts(text: &str, items: &[Item], at: usize) -> bool {
    let item = items[at];
    let one = text.as_bytes()[item.start as usize..item.end as usize].eq_ignore_ascii_case(b"one");
    one && items.get(at + 1).is_some_and(|next| {
        let known = entry(next.word);
        let noun = matches!(known.closed, None | Some(Tag::Adjective | Tag::Noun));
        next.tag == Tag::Noun
            && noun
            && (known.forms.is_empty() || known.usage <= Usage::Both && known.forms.any(Forms::BASE))
    })
}

/// `according to`, `due to`.
fn is_preposition(text: &str, before: &Item) -> bool {
    let word = &text[before.start as usize..before.end as usize];
    ["according", "due", "prior", "thanks"].iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// `that` before a noun and after a preposition: `at that time`.
fn is_determiner(items: &[Item], at: usize) -> bool {
    before(items, at).is_some_and(|tag| matches!(tag, Tag::Prep | Tag::To))
}

/// The tag before, adverbs passed over.
pub(crate) fn before(items: &[Item], at: usize) -> Option<Tag> {
    items[..at].iter().rev().map(|item| item.tag).find(|tag| !matches!(tag, Tag::Adverb | Tag::Neg))
}
