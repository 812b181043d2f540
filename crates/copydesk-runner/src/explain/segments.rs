//! A text cut where annotations begin and end, so that each piece has one look.

use std::ops::Range;

use super::Explained;

/// A piece of the text, and the layers over it.
pub(super) struct Segment {
    /// Where it lies in the text as written.
    pub(super) range: Range<usize>,
    /// What covers it, as (layer, annotation), the longest first.
    pub(super) covers: Vec<(usize, usize)>,
}

/// The text of a document in pieces. Every edit begins and ends a piece too. What is about the whole document is on none.
pub(super) fn segments(shown: &Explained) -> Vec<Segment> {
    let mut spans = Vec::new();
    for (l, layer) in shown.layers.iter().enumerate() {
        let lying = layer
            .annotations
            .iter()
            .enumerate()
            .filter(|(_, annotation)| !annotation.span.is_empty() && !annotation.whole);
        spans.extend(lying.map(|(a, annotation)| (annotation.span.clone(), (l, a))));
    }
    spans.sort_by_key(|(span, of)| (span.start, std::cmp::Reverse(span.end), *of));
    let ends = spans.iter().flat_map(|(span, _)| [span.start, span.end]);
    let edits = shown.edits.iter().flat_map(|edit| [edit.written.start, edit.written.end]);
    let mut cuts: Vec<_> = ends.chain(edits).chain([0, shown.text.len()]).collect();
    cuts.sort_unstable();
    cuts.dedup();
    let (mut open, mut next) = (Vec::<(Range<usize>, (usize, usize))>::new(), spans.into_iter().peekable());
    let piece = |pair: &[usize]| {
        let range = pair[0]..pair[1];
        open.retain(|(span, _)| span.end > range.start);
        while let Some(span) = next.next_if(|(span, _)| span.start <= range.start) {
            open.push(span);
        }
        open.sort_by_key(|(span, of)| (std::cmp::Reverse(span.len()), *of));
        Segment { range, covers: open.iter().map(|(_, of)| *of).collect() }
    };
    cuts.windows(2).map(piece).collect()
}
