//! What one unit leaves for the next: a quotation that goes on, one that waits for its speaker, a colon before one.

use copydesk_core::Span;

use crate::candidate::Candidate;
use crate::found::{Found, found};
use crate::item::Item;
use crate::layer::QuoteType;
use crate::neighbour::{is_quotation, leading, signed, speaker_of_open};
use crate::options::Quotes;
use crate::roles::Roles;
use crate::tag::Tag;
use crate::unit::Unit;

/// The quotations of a story so far.
#[derive(Default)]
pub(crate) struct Story {
    pub(crate) found: Vec<Found>,
    /// A quotation that nobody has been given yet.
    open: Option<Open>,
    /// An attribution whose colon ends its unit.
    colon: Option<Found>,
}

pub(crate) struct Open {
    spans: Vec<Span>,
    pub(crate) paragraph: usize,
    /// Whether a few of the writer's words stand behind it.
    mixed: bool,
    /// What it goes on with, as an index, if nobody turns out to say it.
    after: Option<usize>,
    /// The attribution before it, as an index, to whose speaker it falls else.
    echoes: Option<usize>,
}

/// Words in quotation marks that carry on with those before, though a few of the writer's stand behind them.
const MOSTLY: usize = 6;

impl Story {
    pub(crate) fn clear(&mut self) {
        self.found.clear();
        self.open = None;
        self.colon = None;
    }

    /// Passes over a unit in which nobody says anything.
    pub(crate) fn pass(&mut self, span: Span, paragraph: usize) {
        if !self.goes_on_to_end(span, paragraph) {
            self.colon = None;
            self.close(None, Some(paragraph));
        }
    }

    /// Whether a quotation waits for its speaker.
    pub(crate) fn waits(&self) -> bool {
        self.open.is_some()
    }

    /// Ends the story: what still waits goes on with what was before it.
    pub(crate) fn end(&mut self) {
        self.close(None, None);
    }

    /// Adds what was chosen in a unit.
    pub(crate) fn add(
        &mut self,
        unit: &Unit<'_>,
        paragraph: usize,
        kept: &[Candidate],
        lost: &[Candidate],
        options: Quotes,
    ) {
        let Some(span) = unit.span(&(0..unit.len())) else { return };
        if self.goes_on_to_end(span, paragraph) {
            return;
        }
        let colon = self.colon.take().filter(|colon| colon.paragraph + 1 >= paragraph);
        if kept.is_empty() {
            self.add_bare(unit, paragraph, colon, options);
        } else {
            let speaker = speaker_of_open(unit, paragraph, kept, self.open.as_ref(), options);
            self.close(speaker, Some(paragraph));
            let first = self.found.len();
            self.found.extend(kept.iter().filter_map(|kept| found(unit, paragraph, kept, options)));
            if options.explain {
                self.found[first..].iter_mut().for_each(|found| found.explain(unit, lost));
            }
        }
        self.colon = leading(unit, kept).and_then(|candidate| found(unit, paragraph, &candidate, options));
    }

    /// Gives the quotation that waits to whoever says it, or else to whoever spoke before; `paragraph` is that of the
    /// words behind it.
    fn close(&mut self, speaker: Option<Found>, paragraph: Option<usize>) {
        let Some(open) = self.open.take() else { return };
        if let Some(mut found) = speaker {
            found.value.spans = open.spans;
            self.found.push(found);
        } else if let Some(before) = open.after {
            let before = &mut self.found[before];
            before.value.spans.extend(open.spans);
            if open.mixed {
                before.value.r#type = QuoteType::Mixed;
            }
            before.paragraph = open.paragraph;
        } else if let Some(before) = open.echoes.filter(|_| paragraph != Some(open.paragraph)) {
            let found = self.found[before].spoken_after(open.spans, open.paragraph);
            self.found.push(found);
        }
    }

    /// Adds a unit to what the name at the head of its paragraph says.
    fn goes_on_to_end(&mut self, unit: Span, paragraph: usize) -> bool {
        let labelled = |last: &&mut Found| last.value.rule == "name-colon" && last.paragraph == paragraph;
        let Some(last) = self.found.last_mut().filter(labelled) else { return false };
        if let Some(last) = last.value.spans.last_mut() {
            *last = last.cover(unit);
        }
        true
    }

    /// A unit in which no sieve found anything.
    fn add_bare(&mut self, unit: &Unit<'_>, paragraph: usize, colon: Option<Found>, options: Quotes) {
        if is_quotation(unit) || self.mostly_goes_on(unit, paragraph) {
            self.quotation(unit, paragraph, colon);
        } else {
            let speaker = speaker_of_open(unit, paragraph, &[], self.open.as_ref(), options);
            self.close(speaker, Some(paragraph));
            self.found.extend(signed(unit, paragraph, options));
        }
    }

    /// `“…,” she said. “We sail when we can” and not before.`
    fn mostly_goes_on(&self, unit: &Unit<'_>, paragraph: usize) -> bool {
        let same = self.found.last().is_some_and(|last| last.paragraph == paragraph);
        let spoken = || unit.tag(0) == Tag::Quote && unit.words_inside(0) >= MOSTLY;
        let own = |item: &Item| item.roles.any(Roles::SPEECH_VERB) || item.tag == Tag::Dash;
        same && spoken() && !unit.items.iter().any(own) && self.speaking(paragraph).is_some()
    }

    fn quotation(&mut self, unit: &Unit<'_>, paragraph: usize, colon: Option<Found>) {
        let Some(span) = unit.span(&(0..unit.len())) else { return };
        if self
            .found
            .last()
            .is_some_and(|last| last.value.rule == "interposed" && last.value.spans[0].start == span.start)
        {
            return;
        }
        if let Some(mut colon) = colon {
            colon.value.spans = vec![span];
            colon.paragraph = paragraph;
            self.found.push(colon);
            return;
        }
        let mixed = !is_quotation(unit);
        if let Some(open) = self.open.as_mut().filter(|open| open.paragraph == paragraph) {
            open.spans.push(span);
            open.mixed |= mixed;
            return;
        }
        self.close(None, Some(paragraph));
        let after = self.speaking(paragraph);
        let echoes = if mixed { None } else { self.told(unit, paragraph) };
        self.open = Some(Open { spans: vec![span], paragraph, mixed, after, echoes });
    }

    /// The attribution, as an index, in the paragraph before, if it ends the story so far and tells what its speaker said
    /// without quoting it: `Lowe said she was glad.`, and in the next paragraph `“I am glad.”`
    fn told(&self, unit: &Unit<'_>, paragraph: usize) -> Option<usize> {
        let last = self.found.last().filter(|last| last.paragraph + 1 == paragraph)?;
        let tells =
            matches!(last.value.rule, "cue-clause" | "cue-that" | "clause-name-cue" | "clause-cue-name");
        let spoken = unit.is_parted(0) && unit.words_inside(0) >= MOSTLY;
        (tells && spoken && last.speaker().is_some() && !last.is_belief()).then(|| self.found.len() - 1)
    }

    /// The quotation, as an index, with which words in quotation marks go on here.
    fn speaking(&self, paragraph: usize) -> Option<usize> {
        // `“…,” she said when asked whether …`: it is not whoever asked that goes on.
        let asked = |found: &&Found| found.value.rule == "passive-told" && found.speaker().is_none();
        let told = &self.found[..self.found.len() - self.found.iter().rev().take_while(asked).count()];
        let last = told.last().filter(|last| last.paragraph + 1 >= paragraph)?;
        // `“…,” she said, adding that …`: her words go on, not what is told of them.
        let same = told.iter().rev().take_while(|found| found.speaker() == last.speaker());
        let back = same.take(4).position(|found| found.goes_on)?;
        Some(told.len() - 1 - back)
    }
}
