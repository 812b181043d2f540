//! Quotations in headlines and crossheads, linked to the words of the story that they repeat.

use copydesk_core::Span;
use copydesk_text::{Outline, Paragraph, Quotation, furniture};

use crate::found::Found;
use crate::layer::{Attribution, Polarity, QuoteType, QuoteValue};
use crate::retyped::Words;

/// Headings looked at, and quotations each is compared with: more stand in no story.
const HEADINGS: usize = 12;
const QUOTATIONS: usize = 200;
/// Words of a quotation that are compared, and of one in a heading.
const MOST_WORDS: usize = 200;
const MOST_WANTED: usize = 30;

/// The longest headline without a full stop, in tokens.
const LONGEST: usize = 25;

/// Adds a quotation for every one in a headline that echoes one of the story.
pub(crate) fn link(text: &str, outline: &Outline, found: &mut Vec<Found>) {
    let headings = (0..outline.paragraphs.len()).filter(|at| is_headline(text, outline, *at));
    let mut echoes = Vec::new();
    for paragraph in headings.take(HEADINGS) {
        let first =
            outline.quotations.partition_point(|quotation| (quotation.paragraph as usize) < paragraph);
        let here = outline.quotations[first..]
            .iter()
            .take_while(|quotation| quotation.paragraph as usize == paragraph);
        for quotation in here.filter(|quotation| quotation.depth == 0 && quotation.closed) {
            let taken = found.iter().take(QUOTATIONS).any(|other| covers(other, quotation));
            if let Some(source) = echoed(text, quotation, found).filter(|_| !taken) {
                echoes.push(echo(paragraph, quotation, source));
            }
        }
    }
    found.append(&mut echoes);
}

fn covers(found: &Found, quotation: &Quotation) -> bool {
    found.value.spans.iter().any(|span| span.overlaps(Span::from(quotation.start..quotation.end)))
}

fn is_headline(text: &str, outline: &Outline, at: usize) -> bool {
    let paragraph: &Paragraph = &outline.paragraphs[at];
    let line = &text[paragraph.range()];
    furniture::is_heading(line)
        || at == 0 && paragraph.tokens().len() <= LONGEST && !line.ends_with(['.', ':'])
}

/// The span of the story whose words a headline's quotation repeats.
fn echoed(text: &str, quotation: &Quotation, found: &[Found]) -> Option<Span> {
    let inner = Span { start: quotation.inner_start, end: quotation.inner_end };
    let wanted = Words::of(inner.of(text), MOST_WANTED);
    if wanted.len() < 2 {
        return None;
    }
    let spans = found.iter().take(QUOTATIONS).flat_map(|found| &found.value.spans);
    let mut words = Words::default();
    let counted = spans.map(|span| {
        words.read(span.of(text), MOST_WORDS);
        (repeated(&wanted, &words), *span)
    });
    let best = counted.max_by_key(|(count, _)| *count)?;
    (best.0 * 3 >= wanted.len() * 2).then_some(best.1)
}

/// How many of the words stand in others, in their order: the longest common subsequence. 0 where it is less than two
/// thirds of them, as the first third of them tells.
fn repeated(wanted: &Words, others: &Words) -> usize {
    let some =
        wanted.iter().take(wanted.len() / 3 + 1).any(|word| others.iter().any(|other| word.is_like(other)));
    if !some {
        return 0;
    }
    let mut row = [0; MOST_WANTED + 1];
    for word in others.iter() {
        let mut diagonal = 0;
        for (at, other) in wanted.iter().enumerate() {
            let above = row[at + 1];
            row[at + 1] = if other.is_like(word) { diagonal + 1 } else { above.max(row[at]) };
            diagonal = above;
        }
    }
    row[wanted.len()]
}

fn echo(paragraph: usize, quotation: &Quotation, source: Span) -> Found {
    Found {
        value: QuoteValue {
            r#type: QuoteType::Direct,
            spans: vec![Span::from(quotation.start..quotation.end)],
            cue: None,
            speaker: None,
            addressee: None,
            medium: None,
            polarity: Polarity::Positive,
            scope: Attribution::Speech,
            echoes: Some(source),
            confidence: 0.8,
            rule: "headline-echo",
            alternatives: Vec::new(),
        },
        antecedent: None,
        paragraph,
        goes_on: false,
    }
}
