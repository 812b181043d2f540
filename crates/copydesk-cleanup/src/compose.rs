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

/// Of edits that overlap, keeps the one that starts first, or the longer one.
pub(crate) fn keep_apart(edits: &mut Vec<Edit>) {
    edits.sort_by(|a, b| (a.span.start, b.span.end, a.unit).cmp(&(b.span.start, a.span.end, b.unit)));
    let mut last: Option<Range<usize>> = None;
    edits.retain(|edit| {
        let free =
            last.as_ref().is_none_or(|last| edit.span.start >= last.end && edit.span.start > last.start);
        if free {
            last = Some(edit.span.clone());
        }
        free
    });
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
    /// The next change: one that no edit meets, an edit, or all that overlap. Places that only touch stay apart.
    fn next(&mut self) -> Option<Change> {
        let first = match (self.earlier.first().map(|c| &c.new), self.edits.first().map(|e| &e.span)) {
            // Of two at one point, the empty one comes first: it is a deletion, or an insertion, before the other.
            (Some(a), Some(b)) => {
                if (b.start, !b.is_empty()) < (a.start, !a.is_empty()) {
                    b
                } else {
                    a
                }
            }
            (a, b) => a.or(b)?,
        };
        let (start, mut end) = (first.start, first.end);
        let (old_start, new_start) = (shifted(start, self.to_old), shifted(start, self.to_new));
        let mut unit = None;
        while let Some(to) =
            self.take_earlier(start, end, &mut unit).or_else(|| self.take_edit(start, end, &mut unit))
        {
            end = end.max(to);
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

/// Whether a place shares a byte with `start..end`, or both are the same point.
fn meets(place: &Range<usize>, start: usize, end: usize) -> bool {
    place.start < end || place.start == start && place.is_empty() && start == end
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

#[cfg(test)]
mod tests {
    use super::*;

    fn edit(span: Range<usize>, with: &str, unit: usize) -> Edit {
        Edit { span, with: with.to_owned(), unit }
    }

    fn applied(text: &str, passes: &[&[Edit]]) -> (String, Vec<(Range<usize>, usize)>) {
        let (mut text, mut changes) = (text.to_owned(), Vec::new());
        for edits in passes {
            apply(&mut text, &mut changes, edits, usize::max);
        }
        (text, changes.into_iter().map(|change| (change.old, change.unit)).collect())
    }

    #[test]
    fn edits_that_touch_stay_two() {
        let passes: [&[Edit]; 2] = [&[edit(0..3, "", 1)], &[edit(0..3, "x", 2)]];
        assert_eq!(applied("abcdef", &passes), ("x".into(), vec![(0..3, 1), (3..6, 2)]));
        let passes: [&[Edit]; 2] = [&[edit(0..3, "", 1), edit(3..5, "de", 3)], &[edit(2..3, "y", 2)]];
        assert_eq!(applied("abcdef", &passes), ("dey".into(), vec![(0..3, 1), (3..5, 3), (5..6, 2)]));
    }

    #[test]
    fn edits_that_overlap_become_one() {
        let passes: [&[Edit]; 2] = [&[edit(1..3, "xyz", 1)], &[edit(2..5, "-", 2)]];
        assert_eq!(applied("abcdef", &passes), ("ax-ef".into(), vec![(1..4, 2)]));
    }
}
