//! The units of a text, each read as one sentence.

use copydesk_text::{Outline, furniture};

use crate::item::is_whole;

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
