//! What a word is that may be a verb: one of its forms, or a noun.

use crate::forms::Forms;
use crate::groups::Groups;
use crate::item::Item;
use crate::lexicon::{Entry, Usage, reports};
use crate::roles::Roles;
use crate::tag::Tag;
use crate::tagger::before;
use crate::verb_signs::{
    closes_clause, ends_attribution, follows_aside, heads_with_several, is_plural_name, is_singular,
    opens_complement, points_at_one, reports_of_them, stands_alone,
};

pub(crate) fn verb_or_noun(text: &str, items: &[Item], at: usize, entry: Entry) -> Tag {
    let left = before(items, at);
    let noun = if items[at].tag == Tag::Name { Tag::Name } else { noun_tag(entry) };
    let forms = entry.forms;
    match left {
        Some(Tag::To | Tag::Modal | Tag::Do | Tag::SubjectModal) if forms.any(Forms::BASE) => {
            return Tag::Base;
        }
        // `this suggests`
        Some(Tag::Det) if forms.any(Forms::S) && points_at_one(text, &items[at - 1]) => return Tag::Third,
        // `many say the mill is lost`
        Some(Tag::Det)
            if forms.any(Forms::BASE)
                && items[at].roles.any(Roles::SPEECH_VERB)
                && stands_alone(text, &items[at - 1])
                && !is_singular(text, &items[at - 1])
                && opens_complement(text, items, at + 1) =>
        {
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
        // `this coincided with the strike`
        Some(Tag::Det)
            if entry.forms.any(Forms::PAST) && points(text, &items[at - 1]) && opens_object(items, at) =>
        {
            Tag::Past
        }
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

/// `this` and its like, which stand alone as a subject too.
fn points(text: &str, item: &Item) -> bool {
    let word = &text[item.start as usize..item.end as usize];
    ["this", "that", "these", "those"].iter().any(|known| known.eq_ignore_ascii_case(word))
}

/// Whether what follows is a verb's and no noun that an adjective could belong to.
fn opens_object(items: &[Item], at: usize) -> bool {
    let next = items.get(at + 1).and_then(|next| crate::lexicon::entry(next.word).closed);
    matches!(next, Some(Tag::Prep | Tag::To | Tag::Det | Tag::Poss | Tag::Object | Tag::Adverb))
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
            // `greatly boosts`
            let modified = items[at - 1].tag == Tag::Adverb && !matches!(left, Some(Tag::Cc | Tag::Quote));
            if !seldom || modified || opens_complement(text, items, at + 1) || ends_attribution(items, at) {
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
        Some(Tag::Name | Tag::Noun)
            if items[at].roles.any(Roles::SPEECH_VERB)
                && !seldom
                && (heads_with_several(text, items, at) || closes_clause(text, items, at)) =>
        {
            Tag::Base
        }
        Some(Tag::Comma) if !seldom && follows_aside(text, items, at) => Tag::Base,
        _ if entry.usage == Usage::Only => Tag::Base,
        _ => noun,
    }
}
