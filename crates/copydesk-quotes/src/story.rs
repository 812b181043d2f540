//! What one unit leaves for the next: a quotation that goes on, one that waits for its speaker, a colon before one.

use copydesk_core::Span;

use crate::candidate::{Candidate, NOTHING};
use crate::found::{Found, found};
use crate::options::Quotes;
use crate::preposed;
use crate::subject::subject_of;
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

struct Open {
    spans: Vec<Span>,
    paragraph: usize,
}

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
            self.open = None;
        }
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
            self.open = None;
            let first = self.found.len();
            self.found.extend(kept.iter().filter_map(|kept| found(unit, paragraph, kept, options)));
            if options.explain {
                self.found[first..].iter_mut().for_each(|found| found.explain(unit, lost));
            }
        }
        self.colon = leading(unit, kept).and_then(|candidate| found(unit, paragraph, &candidate, options));
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
        if is_quotation(unit) {
            self.quotation(unit, paragraph, colon);
        } else if let Some(open) = self.open.take().filter(|open| open.paragraph == paragraph)
            && let Some(lone) = preposed::lone(unit)
            && let Some(mut lone) = found(unit, paragraph, &lone, options)
        {
            lone.value.spans = open.spans;
            self.found.push(lone);
        }
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
        } else if let Some(open) = self.open.as_mut().filter(|open| open.paragraph == paragraph) {
            open.spans.push(span);
        } else if let Some(last) =
            self.found.last_mut().filter(|last| last.goes_on && last.paragraph + 1 >= paragraph)
        {
            last.value.spans.push(span);
            last.paragraph = paragraph;
        } else {
            self.open = Some(Open { spans: vec![span], paragraph });
        }
    }
}

/// Whether a unit is a quotation and nothing else.
fn is_quotation(unit: &Unit<'_>) -> bool {
    unit.tag(0) == Tag::Quote
        && unit.items.iter().all(|item| matches!(item.tag, Tag::Quote | Tag::Stop | Tag::Comma))
}

/// `She went on:` at the end of a unit, before a quotation in the next.
fn leading(unit: &Unit<'_>, kept: &[Candidate]) -> Option<Candidate> {
    let last = unit.len().checked_sub(1)?;
    if unit.tag(last) != Tag::Colon
        || kept.iter().any(|other| other.content.iter().any(|part| part.end > last))
    {
        return None;
    }
    let reporting = |at: &usize| unit.verb_cue(*at).is_some_and(|(cue, _)| !cue.belief);
    let verb = (0..last).rev().find(reporting);
    let verb = verb.or_else(|| (0..last).find(|at| unit.tag(*at).is_finite()))?;
    let word = unit.verb_cue(verb).map(|(cue, _)| cue);
    let subject = subject_of(unit, verb)?;
    let found =
        Candidate::new("colon-paragraph", if word.is_some() { 0.85 } else { 0.6 }, verb..verb + 1, NOTHING);
    // The content is put in place by the next unit; the quotation goes on as direct speech does.
    Some(Candidate { word, subject: Some(subject), ..found })
}
