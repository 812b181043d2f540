//! What the words of a sentence do in it, from the lexicon and their neighbours.

use crate::ending::{Ending, by_ending};
use crate::forms::Forms;
use crate::groups::Groups;
use crate::item::Item;
use crate::lexicon::{ENTRIES, Entry, EntryId, ROLES, UNKNOWN, Usage, entry, reports};
use crate::pick::{SET, pick};
use crate::roles::Roles;
use crate::tag::Tag;

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
fn before(items: &[Item], at: usize) -> Option<Tag> {
    items[..at].iter().rev().map(|item| item.tag).find(|tag| !matches!(tag, Tag::Adverb | Tag::Neg))
}

fn verb_or_noun(text: &str, items: &[Item], at: usize, entry: Entry) -> Tag {
    let left = before(items, at);
    let noun = if items[at].tag == Tag::Name { Tag::Name } else { noun_tag(entry) };
    let forms = entry.forms;
    match left {
        Some(Tag::To | Tag::Modal | Tag::Do | Tag::SubjectModal) if forms.any(Forms::BASE) => {
            return Tag::Base;
        }
        // `another says`
        Some(Tag::Det) if items[at].roles.any(Roles::SPEECH_VERB) && is_singular(text, &items[at - 1]) => {}
        Some(Tag::Det | Tag::Poss | Tag::Genitive | Tag::Number)
            if !forms.any(Forms::PARTICIPLE) && (forms.any(Forms::ING) || entry.usage < Usage::Only) =>
        {
            return noun;
        }
        Some(Tag::Adjective | Tag::Prep)
            if !forms.any(Forms::PARTICIPLE.with(Forms::ING)) && entry.usage < Usage::Only =>
        {
            return noun;
        }
        _ => {}
    }
    if forms.any(Forms::ING) {
        return Tag::Ing;
    }
    if forms.any(Forms::PAST.with(Forms::PARTICIPLE)) {
        return past(text, items, at, entry, left);
    }
    if forms.any(Forms::S) {
        return third(text, items, at, entry, left, noun);
    }
    plain(text, items, at, entry, left, noun)
}

fn noun_tag(entry: Entry) -> Tag {
    if entry.forms.any(Forms::S) { Tag::Plural } else { Tag::Noun }
}

fn past(text: &str, items: &[Item], at: usize, entry: Entry, left: Option<Tag>) -> Tag {
    let both = entry.forms.any(Forms::PAST) && entry.forms.any(Forms::PARTICIPLE);
    match left {
        Some(Tag::Be | Tag::Have | Tag::SubjectModal) => Tag::Participle,
        Some(Tag::Det) if stands_alone(text, &items[at - 1]) && entry.forms.any(Forms::PAST) => Tag::Past,
        Some(Tag::Adjective | Tag::Prep) if entry.forms.any(Forms::PAST) && is_uttered(&items[at]) => {
            Tag::Past
        }
        // `he first heard`
        Some(Tag::Adjective) if follows_subject(items, at) && entry.forms.any(Forms::PAST) => Tag::Past,
        // `said retired General Hale`.
        Some(Tag::Past | Tag::Third | Tag::Base) if both => Tag::Adjective,
        Some(Tag::Det | Tag::Poss | Tag::Genitive | Tag::Adjective | Tag::Prep) => {
            if entry.forms.any(Forms::PARTICIPLE) { Tag::Adjective } else { Tag::Past }
        }
        None if both => Tag::Participle,
        Some(Tag::Wh | Tag::Sub) if both && opens_reduced(text, &items[at - 1]) => Tag::Participle,
        _ if !both => {
            if entry.forms.any(Forms::PAST) {
                Tag::Past
            } else {
                Tag::Participle
            }
        }
        Some(Tag::Noun | Tag::Plural | Tag::Name | Tag::Comma) if next_word_is_by(items, at) => {
            Tag::Participle
        }
        _ => Tag::Past,
    }
}

/// `when asked`, `if elected`: whether a verb without a subject may follow.
fn opens_reduced(text: &str, item: &Item) -> bool {
    let word = &text[item.start as usize..item.end as usize];
    ["when", "if", "unless"].iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Whether a pronoun stands before the one word before.
fn follows_subject(items: &[Item], at: usize) -> bool {
    at > 1 && items[at - 1].tag == Tag::Adjective && items[at - 2].tag == Tag::Subject
}

/// Determiners that may be a whole subject: `Another said`, `most agreed`.
fn stands_alone(text: &str, item: &Item) -> bool {
    const ALONE: [&str; 9] = ["another", "many", "most", "some", "both", "several", "few", "all", "each"];
    let word = &text[item.start as usize..item.end as usize];
    ALONE.iter().any(|alone| alone.eq_ignore_ascii_case(word))
}

/// Those of them after which no plural stands.
fn is_singular(text: &str, item: &Item) -> bool {
    let word = &text[item.start as usize..item.end as usize];
    word.eq_ignore_ascii_case("another") || word.eq_ignore_ascii_case("each")
}

fn is_uttered(item: &Item) -> bool {
    reports(item.word).groups.any(Groups::UTTER)
}

fn next_word_is_by(items: &[Item], at: usize) -> bool {
    items.get(at + 1).is_some_and(|next| next.roles.any(Roles::BY))
}

/// `plans`: a verb after a subject, unless it is seldom one and nothing after it asks for one.
fn third(text: &str, items: &[Item], at: usize, entry: Entry, left: Option<Tag>, noun: Tag) -> Tag {
    let seldom = entry.usage == Usage::Other || entry.usage == Usage::Both;
    match left {
        Some(Tag::Subject | Tag::Pronoun | Tag::Wh | Tag::That) => Tag::Third,
        Some(
            Tag::Noun | Tag::Name | Tag::Plural | Tag::Comma | Tag::Quote | Tag::Close | Tag::Cc | Tag::Time,
        ) => {
            if !seldom || opens_complement(text, items, at + 1) || ends_attribution(items, at) {
                Tag::Third
            } else {
                noun
            }
        }
        Some(Tag::Past | Tag::Third | Tag::Base | Tag::Ing | Tag::Participle) => noun,
        _ if seldom => noun,
        _ => Tag::Third,
    }
}

fn plain(text: &str, items: &[Item], at: usize, entry: Entry, left: Option<Tag>, noun: Tag) -> Tag {
    let seldom = entry.usage == Usage::Other || entry.usage == Usage::Both;
    match left {
        Some(Tag::Subject | Tag::Wh | Tag::There) => Tag::Base,
        Some(Tag::Plural)
            if !seldom
                || opens_complement(text, items, at + 1)
                || ends_attribution(items, at)
                || closes_clause(text, items, at) =>
        {
            Tag::Base
        }
        // `Arlen and Veld claim they lost`, `the crews, led by Lowe, say they sail`
        Some(Tag::Name | Tag::Comma | Tag::Close) if reports_of_them(items, at, left) => Tag::Base,
        Some(Tag::Name)
            if is_plural_name(&text[..items[at].start as usize])
                && (!seldom || opens_complement(text, items, at + 1)) =>
        {
            Tag::Base
        }
        Some(Tag::Pronoun | Tag::Cc | Tag::Quote) | None if !seldom => Tag::Base,
        Some(Tag::Past | Tag::Third) => noun,
        // `People close to the owner say the mill is lost`.
        Some(Tag::Name | Tag::Noun)
            if !seldom && items[at].roles.any(Roles::VERB) && opens_complement(text, items, at + 1) =>
        {
            Tag::Base
        }
        Some(Tag::Comma) if !seldom && follows_aside(text, items, at) => Tag::Base,
        _ if entry.usage == Usage::Only => Tag::Base,
        _ => noun,
    }
}

/// `Officials, some of them new, say the mill is lost`; `The mill is lost, say officials`. Not `For more, see the list`,
/// `If it is lost, tell the officials` and `the mill, say when it is lost`.
fn follows_aside(text: &str, items: &[Item], at: usize) -> bool {
    if !(opens_complement(text, items, at + 1) || names_several(text, items, at + 1)) {
        return false;
    }
    let opens = matches!(items[0].tag, Tag::Prep | Tag::To | Tag::Sub | Tag::Wh);
    let set_off = items[..at - 1].iter().any(|item| item.tag == Tag::Comma);
    let roles = items[at].roles;
    let may = if roles.any(Roles::SPEECH_VERB) { !opens || set_off } else { !opens && set_off };
    may && roles.any(Roles::VERB) && entry(items[at + 1].word).closed != Some(Tag::Wh)
}

/// Words before the plural of who says something: `local water experts`.
const DESCRIBING: usize = 3;

/// `officials`, `leading scientists`: whether a plural in small letters ends there.
fn names_several(text: &str, items: &[Item], at: usize) -> bool {
    let words = items[at..].iter().take_while(|item| item.tag == Tag::Noun).take(DESCRIBING + 1).count();
    let Some(last) = words.checked_sub(1).map(|last| items[at + last]) else { return false };
    let word = &text[last.start as usize..last.end as usize];
    let ends = matches!(
        items.get(at + words).map(|item| item.tag),
        None | Some(Tag::Stop | Tag::Comma | Tag::Prep | Tag::Wh)
    );
    ends && ["s", "men", "people", "police"].iter().any(|end| word.ends_with(end))
}

/// `“…,” Lowe notes.`: whether a verb that reports ends an attribution behind words in quotation marks.
fn ends_attribution(items: &[Item], at: usize) -> bool {
    let ends = items.get(at + 1).is_none_or(|next| matches!(next.tag, Tag::Stop | Tag::Comma));
    let named = |item: &&Item| {
        matches!(
            item.tag,
            Tag::Name | Tag::Noun | Tag::Plural | Tag::Prep | Tag::Det | Tag::Adjective | Tag::Genitive
        )
    };
    let name = items[..at].iter().rev().take(6).take_while(named).count();
    ends && items[at].roles.any(Roles::SPEECH_VERB)
        && name > 0
        && at > name
        && items[at - name - 1].tag == Tag::Quote
}

/// `…, the researchers note.`: whether a verb that reports ends its sentence behind a plural that a comma parts from all
/// before.
fn closes_clause(text: &str, items: &[Item], at: usize) -> bool {
    let ends = items.get(at + 1).is_none_or(|next| next.tag == Tag::Stop);
    let named = |item: &&Item| {
        matches!(item.tag, Tag::Name | Tag::Noun | Tag::Plural | Tag::Det | Tag::Adjective | Tag::Genitive)
    };
    let name = items[..at].iter().rev().take(6).take_while(named).count();
    let one = |item: &Item| matches!(&text[item.start as usize..item.end as usize], "a" | "an");
    ends && items[at].roles.any(Roles::SPEECH_VERB)
        && name > 0
        && at > name
        && items[at - name - 1].tag == Tag::Comma
        && !one(&items[at - name])
}

/// Whether a verb that reports stands before a pronoun that opens what is said, and behind several or an aside.
fn reports_of_them(items: &[Item], at: usize, left: Option<Tag>) -> bool {
    let opens = items.get(at + 1).is_some_and(|next| next.tag == Tag::Subject);
    let several = || items[..at].iter().rev().take(4).any(|item| item.tag == Tag::Cc);
    opens && items[at].roles.any(Roles::SPEECH_VERB) && (left != Some(Tag::Name) || several())
}

/// `remarks that were heard`, `rules that bind`: a verb right behind `that` has it as its subject.
fn is_relative(items: &[Item], that: usize) -> bool {
    let Some(next) = items.get(that + 1) else { return false };
    let known = entry(next.word);
    known.closed.is_some_and(|tag| tag.is_finite() && tag != Tag::SubjectModal)
        || known.closed.is_none()
            && known.usage > Usage::Both
            && !known.forms.any(Forms::ING)
            && next.tag != Tag::Name
}

/// Whether the name before may be of several: `Republicans`, `Fishermen`.
fn is_plural_name(before: &str) -> bool {
    ["s ", "men ", "ople "].iter().any(|end| before.ends_with(end))
}

/// Whether what follows asks for a verb before it: a clause, an object, an infinitive, words in quotation marks.
fn opens_complement(text: &str, items: &[Item], at: usize) -> bool {
    let Some(item) = items.get(at) else { return false };
    if let Some(closed) = entry(item.word).closed {
        return closed == Tag::That && !is_relative(items, at)
            || matches!(
                closed,
                Tag::Det
                    | Tag::Poss
                    | Tag::Subject
                    | Tag::SubjectModal
                    | Tag::Pronoun
                    | Tag::Object
                    | Tag::To
                    | Tag::Wh
                    | Tag::There
            );
    }
    item.tag == Tag::Quote
        || item.tag == Tag::Name && text[item.start as usize..].starts_with(char::is_uppercase)
}
