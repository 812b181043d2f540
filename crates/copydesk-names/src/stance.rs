//! Mentions put in order, and how each stands in its sentence.

use crate::NameKind;
use std::cmp::Reverse;

use crate::class::Class;
use crate::doc::Doc;
use crate::found::{Found, index};
use crate::headline::Headline;
use crate::traits::Trait;

/// Sorts the mentions, keeps them from crossing, and reads the stance of each.
pub(crate) fn settle(doc: Doc<'_>, found: &mut Vec<Found>) {
    sort(found, place);
    found.dedup_by_key(|mention| (mention.first, mention.last));
    uncross(found);
    let (mut sentence, mut story) = (0, 0);
    let mut before = (false, 0);
    for mention in found.iter_mut() {
        let at = doc.token(mention.first as usize).start;
        while doc.outline.sentences.get(sentence + 1).is_some_and(|next| next.start <= at) {
            sentence += 1;
            let paragraph = doc.outline.sentences[sentence].paragraph as usize;
            story += u32::from(doc.words.headlines[paragraph] == Headline::None);
        }
        (mention.sentence, mention.story) = (index(sentence), story);
        read(doc, mention);
        // `in Arlen and Veld`: the preposition is of both.
        let joined = mention.first > 0 && before.1 + 1 == mention.first && doc.is(before.1 as usize, "and");
        mention.stance.oblique |= joined && before.0;
        before = (mention.stance.oblique, mention.last);
    }
    mark_subjects(doc, found);
}

/// Sorts mentions of which each stands at most a phrase from its place.
pub(crate) fn sort<K: PartialOrd>(found: &mut [Found], key: impl Fn(&Found) -> K) {
    for at in 1..found.len() {
        let mut to = at;
        while to > 0 && key(&found[to - 1]) > key(&found[at]) {
            to -= 1;
        }
        if to < at {
            found[to..=at].rotate_right(1);
        }
    }
}

/// Where a mention stands; of two that start together the outer comes first.
fn place(mention: &Found) -> (u32, Reverse<u32>) {
    (mention.first, Reverse(mention.last))
}

/// Deeper than any phrase nests: only made-up text gets there.
const DEEPEST: usize = 4;

/// Makes a mention that another begins in take in all of that.
fn uncross(found: &mut [Found]) {
    let mut open = [0; DEEPEST];
    let mut depth = 0;
    for at in 0..found.len() {
        let (first, last) = (found[at].first, found[at].last);
        while depth > 0 && found[open[depth - 1]].last <= first {
            depth -= 1;
        }
        for outer in &open[..depth] {
            found[*outer].last = found[*outer].last.max(last);
        }
        if depth < DEEPEST {
            open[depth] = at;
            depth += 1;
        }
    }
}

fn read(doc: Doc<'_>, mention: &mut Found) {
    let (first, last) = (mention.first as usize, mention.last as usize);
    let sentence = doc.outline.sentences[mention.sentence as usize].tokens();
    let before = first.checked_sub(1).filter(|at| *at >= sentence.start);
    let stance = &mut mention.stance;
    stance.quoted = doc.word(first).quoted();
    stance.possessive = last < sentence.end && doc.is_possessive(last);
    stance.oblique = before.is_some_and(|at| doc.has(at, Class::PREPOSITION) && doc.is_small(at));
    stance.speaks = says(doc, last, sentence.end)
        || helped(doc, last, sentence.end)
        || before.is_some_and(|at| is_inverted(doc, at) || is_according(doc, at))
        || !stance.oblique && speaks_after(doc, last, sentence.end);
}

fn says(doc: Doc<'_>, at: usize, end: usize) -> bool {
    at < end && doc.has(at, Class::SAYING) && doc.is_small(at)
}

/// `Price has said`, `Price later said`.
fn helped(doc: Doc<'_>, last: usize, end: usize) -> bool {
    says(doc, last + 1, end)
        && matches!(doc.text_of(last), "has" | "had" | "have" | "also" | "then" | "later" | "never")
}

/// `“…”, said Price`, but not `told Price`.
fn is_inverted(doc: Doc<'_>, before: usize) -> bool {
    says(doc, before, before + 1) && !doc.has_trait(before, Trait::Addressing)
}

/// `according to Price`.
fn is_according(doc: Doc<'_>, before: usize) -> bool {
    doc.is(before, "to") && before > 0 && doc.text_of(before - 1).eq_ignore_ascii_case("according")
}

/// `Wang Yi, who also spoke with reporters, said`: a verb of saying behind what stands between two commas.
fn speaks_after(doc: Doc<'_>, last: usize, end: usize) -> bool {
    if last + 3 >= end || !doc.is_comma(last) {
        return false;
    }
    let from = last + 2;
    let aside = &doc.of_tokens[from..(end - 1).min(last + ASIDE)];
    let close = aside.iter().position(|word| doc.is_comma_token(&word.token));
    close.is_some_and(|at| says(doc, from + at + 1, end))
}

/// No aside has more tokens.
const ASIDE: usize = 30;

/// The first mention of each sentence that can act is its subject.
fn mark_subjects(doc: Doc<'_>, found: &mut [Found]) {
    let mut sentence = crate::found::NONE;
    for mention in found {
        if mention.sentence == sentence {
            continue;
        }
        let stance = &mention.stance;
        let acts =
            !(stance.oblique || stance.possessive || stance.quoted || mention.kind == NameKind::Document);
        if acts && !is_in_noun_phrase(doc, mention) {
            sentence = mention.sentence;
            mention.stance.subject = true;
        }
    }
}

/// `a PCR test`: a name whose article is that of a noun behind it.
fn is_in_noun_phrase(doc: Doc<'_>, mention: &Found) -> bool {
    let (first, last) = (mention.first as usize, mention.last as usize);
    let article = first.checked_sub(1).is_some_and(|at| doc.has(at, Class::DETERMINER) && doc.is_small(at));
    let noun =
        last < doc.of_tokens.len() && doc.is_small(last) && !doc.has(last, Class::FUNCTION | Class::SAYING);
    mention.is_named() && article && noun && !doc.is_clitic(last)
}
