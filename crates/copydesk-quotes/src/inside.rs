//! What is attributed inside quotation marks: `“It is late - said Lowe - but we sail”`, and quotations in quotations.

use copydesk_core::Span;
use copydesk_text::Outline;

use crate::candidate::{Candidate, NOTHING};
use crate::found::{Found, found};
use crate::frames::Frames;
use crate::item::{self, Item};
use crate::options::Quotes;
use crate::phrase;
use crate::sieve;
use crate::starts::Starts;
use crate::subject::Subject;
use crate::tag::Tag;
use crate::unit::Unit;
use crate::units::Place;

/// Working memory.
#[derive(Default)]
pub(crate) struct Inner {
    items: Vec<Item>,
    proposed: Vec<Candidate>,
    kept: Vec<Candidate>,
}

/// Adds what is attributed inside the quotations of a unit.
pub(crate) fn add(
    text: &str,
    outline: &Outline,
    unit: &Unit<'_>,
    paragraph: usize,
    options: Quotes,
    inner: &mut Inner,
    all: &mut Vec<Found>,
) {
    for at in 0..unit.len() {
        if unit.tag(at) != Tag::Quote || !(options.nested || has_dashes(unit.inner(at))) {
            continue;
        }
        let quotation = &outline.quotations[unit.items[at].quotation as usize];
        let (first_token, last_token) =
            (outline.token_at(quotation.inner_start), outline.token_at(quotation.inner_end));
        let seen = item::read(text, outline, Place { paragraph, first_token, last_token }, &mut inner.items);
        for items in inner.items.chunks_mut(item::LONGEST) {
            item::finish(text, items);
            let part = Unit { text, items, quotations: &outline.quotations };
            let whole = Span::from(quotation.start..quotation.end);
            all.extend((0..part.len()).find_map(|at| interposed(&part, at, paragraph, whole, options)));
            if options.nested {
                sieve::propose(&part, false, Starts::of(seen, options), options, &mut inner.proposed);
                sieve::choose(&part, options, &mut inner.proposed, &mut inner.kept);
                all.extend(inner.kept.iter().filter_map(|kept| found(&part, paragraph, kept, options)));
            }
        }
    }
}

/// Whether two dashes may set an attribution off.
fn has_dashes(text: &str) -> bool {
    let dashes = memchr::memchr2_iter(b'-', 0xe2, text.as_bytes());
    let set_off = dashes.filter(|at| {
        [" - ", " – ", " — "].iter().any(|dash| {
            at.checked_sub(1).is_some_and(|before| text.as_bytes()[before..].starts_with(dash.as_bytes()))
        })
    });
    set_off.take(2).count() == 2
}

/// ` - said the mayor - ` between two dashes inside a quotation.
fn interposed(unit: &Unit<'_>, verb: usize, paragraph: usize, whole: Span, options: Quotes) -> Option<Found> {
    let (cue, after) = unit.verb_cue(verb)?;
    let open = verb.checked_sub(1).filter(|open| *open > 0 && unit.tag(*open) == Tag::Dash)?;
    let phrase = phrase::starting(unit, after)
        .filter(|phrase| unit.tag(phrase.end) == Tag::Dash && phrase.end + 1 < unit.len())?;
    if cue.belief || !cue.frames.any(Frames::QUOTE) {
        return None;
    }
    let close = phrase.end;
    let subject = Subject { start: phrase.start, phrase, antecedent: None, direct: true };
    let candidate = Candidate {
        word: Some(cue),
        subject: Some(subject),
        ..Candidate::new("interposed", 0.85, verb..after, NOTHING)
    };
    let mut found = found(unit, paragraph, &candidate, options)?;
    let before = Span { start: whole.start, end: unit.items[open - 1].end };
    let behind = Span { start: unit.items[close + 1].start, end: whole.end };
    found.value.spans = vec![before, behind];
    Some(found)
}
