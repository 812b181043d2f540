//! A unit with the questions that the sieves ask of it.

use copydesk_core::Span;
use copydesk_text::Quotation;

use crate::companion;
use crate::frames::Frames;
use crate::groups::Groups;
use crate::item::Item;
use crate::lexicon::{Cue, reports};
use crate::roles::Roles;
use crate::tag::Tag;

/// A unit of a text.
#[derive(Clone, Copy)]
pub(crate) struct Unit<'a> {
    pub(crate) text: &'a str,
    pub(crate) items: &'a [Item],
    pub(crate) quotations: &'a [Quotation],
}

/// Items of a unit, by index: from the first to before the second.
pub(crate) type Range = std::ops::Range<usize>;

impl<'a> Unit<'a> {
    pub(crate) fn len(&self) -> usize {
        self.items.len()
    }

    /// The tag of an item; a full stop beyond the unit.
    pub(crate) fn tag(&self, at: usize) -> Tag {
        self.items.get(at).map_or(Tag::Stop, |item| item.tag)
    }

    /// The tag of the item before; a full stop before the unit.
    pub(crate) fn tag_before(&self, at: usize) -> Tag {
        at.checked_sub(1).map_or(Tag::Stop, |before| self.tag(before))
    }

    pub(crate) fn word(&self, at: usize) -> &'a str {
        self.items.get(at).map_or("", |item| &self.text[item.start as usize..item.end as usize])
    }

    fn letters(&self, at: usize) -> &'a [u8] {
        let item = self.items.get(at);
        item.map_or(b"", |item| &self.text.as_bytes()[item.start as usize..item.end as usize])
    }

    pub(crate) fn is(&self, at: usize, word: &str) -> bool {
        self.letters(at).eq_ignore_ascii_case(word.as_bytes())
    }

    pub(crate) fn is_any(&self, at: usize, words: &[&str]) -> bool {
        let letters = self.letters(at);
        words.iter().any(|word| letters.eq_ignore_ascii_case(word.as_bytes()))
    }

    /// Whether the item is a noun for where something is said.
    pub(crate) fn is_medium(&self, at: usize) -> bool {
        self.has_role(at, Roles::MEDIUM)
    }

    pub(crate) fn has_role(&self, at: usize, role: Roles) -> bool {
        self.items.get(at).is_some_and(|item| item.roles.any(role))
    }

    pub(crate) fn is_of(&self, at: usize, group: Groups) -> bool {
        self.items.get(at).is_some_and(|item| reports(item.word).groups.any(group))
    }

    /// The frame of content that a preposition leads to.
    pub(crate) fn leads_to(&self, at: usize) -> Frames {
        self.items.get(at).map_or(Frames::default(), |item| reports(item.word).leads_to)
    }

    /// The bytes of some items; `None` for none.
    pub(crate) fn span(&self, range: &Range) -> Option<Span> {
        let items = self.items.get(range.clone()).filter(|items| !items.is_empty())?;
        Some(Span { start: items[0].start, end: items[items.len() - 1].end })
    }

    /// The text between the marks of a quotation item.
    pub(crate) fn inner(&self, at: usize) -> &'a str {
        let Some(quotation) = self.quotations.get(self.items[at].quotation as usize) else { return "" };
        &self.text[quotation.inner_start as usize..quotation.inner_end as usize]
    }

    /// Whether the words of a quotation item end with a mark that parts them from what follows.
    pub(crate) fn is_parted(&self, at: usize) -> bool {
        self.inner(at)
            .trim_end_matches(['\'', '’', '”', '"', ' '])
            .ends_with([',', '.', '!', '?', '…', '-', '—', '–'])
    }

    /// Whether a quotation item is a title behind its preposition or owner: `on “Meet the Harbour,”`, `Arlen’s “Today”`.
    pub(crate) fn is_title(&self, at: usize) -> bool {
        let small = |word: &str| word.len() >= 4 && !word.starts_with(char::is_uppercase);
        matches!(self.tag_before(at), Tag::Prep | Tag::Genitive)
            && self.words_inside(at) <= 6
            && self.inner(at).starts_with(char::is_uppercase)
            && !self.inner(at).split_ascii_whitespace().any(small)
    }

    /// How many words a quotation item holds.
    pub(crate) fn words_inside(&self, at: usize) -> usize {
        self.inner(at).split_ascii_whitespace().take(20).count()
    }

    /// The unit's end without its full stops.
    pub(crate) fn end(&self) -> usize {
        let stops = self.items.iter().rev().take_while(|item| item.tag == Tag::Stop).count();
        self.len() - stops
    }

    /// Where the unit's own words start: after an opening `But` or `And`.
    pub(crate) fn start(&self) -> usize {
        let mut at = 0;
        while at < self.len() && matches!(self.tag(at), Tag::Dash | Tag::Comma | Tag::Other | Tag::Stop) {
            at += 1;
        }
        if self.tag(at) == Tag::Cc && self.tag(at + 1) != Tag::Comma { at + 1 } else { at }
    }

    /// Where the verb's helpers start: `has been`, `also`, `will not`.
    pub(crate) fn group_start(&self, verb: usize) -> usize {
        let mut start = verb;
        while start > 0
            && (self.tag(start - 1).helps_verb()
                || self.is(start - 1, "long") && self.tag_before(start - 1) == Tag::Have)
        {
            start -= 1;
        }
        // An adverb at the head belongs to the clause before, if a subject does not stand before it.
        while start < verb && self.tag(start) == Tag::Adverb && !self.tag_before(start).is_nominal() {
            start += 1;
        }
        start
    }

    /// Whether somebody reports something from here on: `Ms. Lowe told`, `officials have said`.
    pub(crate) fn attributes(&self, at: usize) -> bool {
        let Some(phrase) = crate::phrase::starting(self, at) else { return false };
        let verb = (phrase.end..self.len().min(phrase.end + 5))
            .find(|at| !self.tag(*at).helps_verb() && self.tag(*at) != Tag::Time);
        let Some(verb) = verb else { return false };
        matches!(self.tag(verb), Tag::Past | Tag::Third | Tag::Base | Tag::Participle)
            && self.verb_cue(verb).is_some_and(|(cue, _)| !cue.belief)
    }

    /// Whether a form of `be` helps the verb.
    pub(crate) fn is_passive(&self, verb: usize) -> bool {
        self.tag(verb) == Tag::Participle && self.helpers(verb).any(|at| self.tag(at) == Tag::Be)
    }

    /// The helpers of a verb.
    pub(crate) fn helpers(&self, verb: usize) -> Range {
        self.group_start(verb)..verb
    }

    /// The reporting verbs that a verb item may be, with the item after the verb and its particle.
    pub(crate) fn verb_cue(&self, at: usize) -> Option<(&'static Cue, usize)> {
        if !self.tag(at).is_verb() || !self.has_role(at, Roles::VERB) {
            return None;
        }
        let cues = reports(self.items[at].word).verbs();
        // `called on Sunday` is no `call on`, and `insisted on Radio Arlen that …` no `insist on`.
        let circumstance = || self.tag(at + 2) == Tag::Time || companion::is_before_that(self, at + 1);
        let particled =
            cues.iter().find(|cue| cue.particle.is_some_and(|particle| self.is(at + 1, particle)));
        match particled.filter(|_| !circumstance()) {
            Some(cue) => Some((cue, at + 2)),
            // `wrote off the loss`, `made out a cheque`
            None if self.tag(at + 1) == Tag::Prep && self.is(at + 1, "off") => None,
            None => cues.iter().find(|cue| cue.particle.is_none()).map(|cue| (cue, at + 1)),
        }
    }
}
