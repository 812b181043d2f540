//! What around a word shows that it is a verb rather than a noun.

use crate::forms::Forms;
use crate::item::Item;
use crate::lexicon::{Usage, entry};
use crate::roles::Roles;
use crate::tag::Tag;

/// `Officials, some of them new, say the mill is lost`; `The mill is lost, say officials`. Not `For more, see the list`,
/// `If it is lost, tell the officials` and `the mill, say when it is lost`.
pub(crate) fn follows_aside(text: &str, items: &[Item], at: usize) -> bool {
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
pub(crate) fn ends_attribution(items: &[Item], at: usize) -> bool {
    let ends = items.get(at + 1).is_none_or(|next| matches!(next.tag, Tag::Stop | Tag::Comma));
    let name = name_before(&items[..at], 6);
    ends && items[at].roles.any(Roles::SPEECH_VERB)
        && name > 0
        && at > name
        && items[at - name - 1].tag == Tag::Quote
}

/// `…, the researchers note.`: whether a verb that reports ends its sentence behind a plural that a comma parts from all
/// before.
pub(crate) fn closes_clause(text: &str, items: &[Item], at: usize) -> bool {
    let ends = items.get(at + 1).is_none_or(|next| next.tag == Tag::Stop);
    let name = name_before(&items[..at], 8);
    let one = |item: &Item| matches!(&text[item.start as usize..item.end as usize], "a" | "an");
    ends && items[at].roles.any(Roles::SPEECH_VERB)
        && at > name
        && items[at - name..at].iter().any(|item| item.tag == Tag::Plural)
        && items[at - name - 1].tag == Tag::Comma
        && !one(&items[at - name])
}

/// Whether a verb that reports stands before a pronoun that opens what is said, and behind several or an aside.
pub(crate) fn reports_of_them(items: &[Item], at: usize, left: Option<Tag>) -> bool {
    let opens = items.get(at + 1).is_some_and(|next| next.tag == Tag::Subject);
    let several = || items[..at].iter().rev().take(4).any(|item| item.tag == Tag::Cc);
    opens && items[at].roles.any(Roles::SPEECH_VERB) && (left != Some(Tag::Name) || several())
}

/// How many of the last items may be a noun phrase, of `most` at the most.
fn name_before(items: &[Item], most: usize) -> usize {
    let named = |item: &&Item| is_named(item) || item.tag == Tag::Prep;
    items.iter().rev().take(most).take_while(named).count()
}

/// Whether an item may belong to a noun phrase without prepositions.
fn is_named(item: &Item) -> bool {
    matches!(item.tag, Tag::Name | Tag::Noun | Tag::Plural | Tag::Det | Tag::Adjective | Tag::Genitive)
}

/// `Farmers on the coast of Norland say`: whether all before is one phrase whose head is a plural.
pub(crate) fn heads_with_several(text: &str, items: &[Item], at: usize) -> bool {
    let head = items[..at].iter().take_while(|item| is_named(item)).last();
    let whole = items[..at].iter().all(|item| is_named(item) || item.tag == Tag::Prep);
    // A name is all that a word at the head shows itself to be.
    let plural = |head: &Item| {
        head.tag == Tag::Plural || head.start == items[0].start && text[..head.end as usize].ends_with('s')
    };
    // `members of the conservative press said`
    let led = items.get(at + 1).is_some_and(|next| {
        let known = entry(next.word);
        match known.closed {
            Some(tag) => !tag.is_finite() && !matches!(tag, Tag::Prep | Tag::To | Tag::Cc | Tag::Sub),
            None => !known.forms.any(Forms::PAST.with(Forms::S)),
        }
    });
    whole && led && head.is_some_and(plural)
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
pub(crate) fn is_plural_name(before: &str) -> bool {
    ["s ", "men ", "ople "].iter().any(|end| before.ends_with(end))
}

/// Whether what follows asks for a verb before it: a clause, an object, an infinitive, words in quotation marks.
pub(crate) fn opens_complement(text: &str, items: &[Item], at: usize) -> bool {
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

/// Determiners that may be a whole subject: `Another said`, `most agreed`.
pub(crate) fn stands_alone(text: &str, item: &Item) -> bool {
    const ALONE: [&str; 9] = ["another", "many", "most", "some", "both", "several", "few", "all", "each"];
    let word = &text[item.start as usize..item.end as usize];
    ALONE.iter().any(|alone| alone.eq_ignore_ascii_case(word))
}

/// `this`, `that`: no plural stands behind it.
pub(crate) fn points_at_one(text: &str, item: &Item) -> bool {
    let word = &text[item.start as usize..item.end as usize];
    word.eq_ignore_ascii_case("this") || word.eq_ignore_ascii_case("that")
}

/// Those of them after which no plural stands.
pub(crate) fn is_singular(text: &str, item: &Item) -> bool {
    let word = &text[item.start as usize..item.end as usize];
    word.eq_ignore_ascii_case("another") || word.eq_ignore_ascii_case("each")
}
