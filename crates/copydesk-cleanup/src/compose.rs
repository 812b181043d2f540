//! Edits of several passes, as edits of the text that the first pass saw.

use std::ops::Range;

/// An edit of the present text.
#[derive(Debug)]
pub(crate) struct Edit {
    pub(crate) span: Range<usize>,
    pub(crate) with: String,
    pub(crate) unit: usize,
}

/// A place of the first text and what has become of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Change {
    pub(crate) old: Range<usize>,
    pub(crate) new: Range<usize>,
    pub(crate) unit: usize,
}

/// Applies edits, in text order and apart from each other, to `text`, and brings the changes so far up to date. Where an
/// edit meets an earlier change, the two become one; `weaker` says by whose rule.
pub(crate) fn apply(
    text: &mut String,
    changes: &mut Vec<Change>,
    edits: &[Edit],
    weaker: impl Fn(usize, usize) -> usize,
) {
    let earlier = std::mem::take(changes);
    let mut merge = Merge { earlier: &earlier, edits, to_old: 0, to_new: 0, weaker };
    while let Some(change) = merge.next() {
        changes.push(change);
    }
    let mut edited = String::with_capacity(text.len());
    let mut kept = 0;
    for edit in edits {
        edited.push_str(&text[kept..edit.span.start]);
        edited.push_str(&edit.with);
        kept = edit.span.end;
    }
    edited.push_str(&text[kept..]);
    *text = edited;
}

struct Merge<'a, W> {
    earlier: &'a [Change],
    edits: &'a [Edit],
    /// What leads from the present text to the first one, and to the next, at the place reached.
    to_old: isize,
    to_new: isize,
    weaker: W,
}

impl<W: Fn(usize, usize) -> usize> Merge<'_, W> {
    /// The next change: one that no edit meets, an edit, or all that overlap.
    fn next(&mut self) -> Option<Change> {
        let starts = (self.earlier.first().map(|c| c.new.start), self.edits.first().map(|e| e.span.start));
        let start = match starts {
            (Some(a), Some(b)) => a.min(b),
            (a, b) => a.or(b)?,
        };
        let (old_start, new_start) = (shifted(start, self.to_old), shifted(start, self.to_new));
        let mut end = start;
        let mut unit = None;
        loop {
            let taken =
                self.take_earlier(start, end, &mut unit).or_else(|| self.take_edit(start, end, &mut unit));
            match taken {
                Some(to) => end = end.max(to),
                None => break,
            }
        }
        Some(Change {
            old: old_start..shifted(end, self.to_old),
            new: new_start..shifted(end, self.to_new),
            unit: unit.expect("the first one starts here"),
        })
    }

    fn take_earlier(&mut self, start: usize, end: usize, unit: &mut Option<usize>) -> Option<usize> {
        let (first, rest) = self.earlier.split_first()?;
        if !meets(&first.new, start, end) {
            return None;
        }
        self.earlier = rest;
        self.to_old = first.old.end.cast_signed() - first.new.end.cast_signed();
        *unit = Some(unit.map_or(first.unit, |other| (self.weaker)(other, first.unit)));
        Some(first.new.end)
    }

    fn take_edit(&mut self, start: usize, end: usize, unit: &mut Option<usize>) -> Option<usize> {
        let (first, rest) = self.edits.split_first()?;
        if !meets(&first.span, start, end) {
            return None;
        }
        self.edits = rest;
        self.to_new += first.with.len().cast_signed() - first.span.len().cast_signed();
        *unit = Some(unit.map_or(first.unit, |other| (self.weaker)(other, first.unit)));
        Some(first.span.end)
    }
}

/// Whether a place starts what stands at `start..end`, or overlaps it.
fn meets(place: &Range<usize>, start: usize, end: usize) -> bool {
    place.start == start || place.start < end
}

fn shifted(at: usize, by: isize) -> usize {
    at.checked_add_signed(by).expect("a place of one text is one of the other")
}

/// A span of the present text, in the first one.
pub(crate) fn back(changes: &[Change], span: Range<usize>) -> Range<usize> {
    let place = |at: usize, end: bool| {
        let last = changes
            .partition_point(|c| if end { c.new.start < at } else { c.new.start <= at })
            .checked_sub(1);
        let Some(last) = last.map(|last| &changes[last]) else { return at };
        match (at < last.new.end, end) {
            (true, false) => last.old.start,
            (true, true) => last.old.end,
            (false, _) => at - last.new.end + last.old.end,
        }
    };
    let start = place(span.start, false);
    let end = if span.is_empty() { start } else { place(span.end, true) };
    start..end.max(start)
}
