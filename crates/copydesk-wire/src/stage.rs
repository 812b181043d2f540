//! The stage `wire`.

use copydesk_core::declare_stage;
use copydesk_core::prelude::*;
use copydesk_text::{furniture, lines};

use crate::line::Line;
use crate::{
    AgencyInLine, Byline, BylineValue, Credit, DateInLine, Dateline, DatelineValue, DeskNote, Heading,
    NoValue, Place,
};

declare_stage! {
    /// Finds what stands around a wire story's text and writes it down for the stages after it. It never edits.
    ///
    /// | layer | what | where |
    /// |---|---|---|
    /// | `desk_note` | `(Updates with reaction)` | the first eight lines |
    /// | `byline` | `By Jane Doe`, `par Jeanne Dupont`, `Von Hans Weber` | the first eight lines |
    /// | `dateline` | `ARLEN, March 9 (Newswire) -` | the first eight lines |
    /// | `heading` | a line all in capitals | anywhere |
    /// | `credit` | `(Reporting by Jane Doe; Editing by John Roe)`, `© Newswire` | the last six lines |
    ///
    /// A dateline must name its place in capitals or carry an agency in brackets. A byline is a whole line of names.
    /// Every annotation stays when a later stage deletes its text, as an empty span whose `source` says where it was.
    pub static WIRE: Wire = {
        name: "wire",
        summary: "finds desk notes, bylines, datelines, credits and headings",
        requires: [],
        uses: [],
        provides: [DeskNote, Byline, Dateline, Heading, Credit],
        edits: false,
        idempotent: true,
        example: include_str!("../cases/example.md"),
    }
}

/// Lines at the head that may hold a desk note, a byline or the dateline.
const HEAD: usize = 8;

/// Lines at the end that may hold a credit.
const FOOT: usize = 6;

/// The stage.
pub(crate) struct Wire;

impl Stage for Wire {
    type Config = NoOptions;
    type Scratch = Vec<std::ops::Range<usize>>;

    fn new(_: NoOptions, _: &Setup) -> Result<Self, BuildError> {
        Ok(Self)
    }

    fn run(
        &self,
        doc: View<'_>,
        out: &mut Output<'_>,
        scratch: &mut Self::Scratch,
    ) -> Result<(), StageError> {
        scratch.clear();
        scratch.extend(lines(doc.text()));
        let mut head = true;
        for (index, range) in scratch.iter().enumerate() {
            let line = Line::new(doc.text(), range.clone());
            head &= index < HEAD;
            let foot = index + FOOT >= scratch.len();
            if head && dateline(line, out) {
                head = false;
            } else if !(head && before_story(line, out)) {
                around_story(line, foot, out);
            }
        }
        Ok(())
    }
}

/// Records a dateline; nothing of the head stands after it.
fn dateline(line: Line<'_>, out: &mut Output<'_>) -> bool {
    let Some(found) = furniture::dateline(line.text) else { return false };
    let place = |range| Place { span: line.span(range), name: line.text[range.clone()].to_owned() };
    let value = DatelineValue {
        places: found.places.iter().map(place).collect(),
        date: found.date.as_ref().map(|(range, day)| DateInLine {
            span: line.span(range),
            month: day.month,
            day: day.day,
            year: day.year,
        }),
        agency: found
            .agency
            .as_ref()
            .map(|range| AgencyInLine { span: line.span(range), name: line.text[range.clone()].to_owned() }),
        body: line.span(&(found.body..line.text.len())),
    };
    out.annotate::<Dateline>(line.span(&found.range), value);
    true
}

fn before_story(line: Line<'_>, out: &mut Output<'_>) -> bool {
    if furniture::is_desk_note(line.text) {
        out.annotate::<DeskNote>(line.whole(), NoValue {});
        return true;
    }
    let Some(found) = furniture::byline(line.text) else { return false };
    let names = found.names.iter().map(|name| line.span(name)).collect();
    out.annotate::<Byline>(line.whole(), BylineValue { names, language: found.language });
    true
}

fn around_story(line: Line<'_>, foot: bool, out: &mut Output<'_>) {
    if foot && furniture::is_credit(line.text) {
        out.annotate::<Credit>(line.whole(), NoValue {});
    } else if furniture::is_heading(line.text) {
        out.annotate::<Heading>(line.whole(), NoValue {});
    }
}
