//! Where each place of one version of a text lies in another.

use crate::Span;

/// A replaced place in two versions of a text.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shift {
    pub(crate) old: Span,
    pub(crate) new: Span,
}

/// Where each place of one version of a text lies in the next version.
///
/// One entry per edit, not per byte. An end of a span that falls inside an
/// edit moves outward to the end of that edit.
#[derive(Clone, Debug, Default)]
pub struct OffsetMap(pub(crate) Vec<Shift>);

impl OffsetMap {
    /// Carries a span to the new text. `None` if all its text was deleted.
    #[must_use]
    pub fn forward(&self, span: Span) -> Option<Span> {
        alive(span, self.forward_or_point(span))
    }

    /// Carries a span to the new text; a deleted one becomes the point where it was.
    #[must_use]
    pub fn forward_or_point(&self, span: Span) -> Span {
        carry(&self.0, span, |shift| (shift.old, shift.new))
    }

    /// Carries a span back to the old text. `None` if all its text was inserted.
    #[must_use]
    pub fn backward(&self, span: Span) -> Option<Span> {
        alive(span, carry(&self.0, span, |shift| (shift.new, shift.old)))
    }
}

fn alive(before: Span, after: Span) -> Option<Span> {
    (before.is_empty() || !after.is_empty()).then_some(after)
}

/// Carries `span` over replacements in text order; `sides` gives each one's
/// place in the text of `span` and in the other.
pub(crate) fn carry<T>(replaced: &[T], span: Span, sides: impl Fn(&T) -> (Span, Span)) -> Span {
    let place = |at: u32, end: bool| {
        // The last replacement that starts before `at` decides.
        let i = replaced.partition_point(|r| {
            let from = sides(r).0;
            from.start < at || (from.start == at && !end && from.is_empty())
        });
        let Some(last) = i.checked_sub(1).map(|i| &replaced[i]) else { return at };
        let (from, to) = sides(last);
        match (at < from.end, end) {
            (true, false) => to.start,
            (true, true) => to.end,
            (false, _) => at - from.end + to.end,
        }
    };
    let start = place(span.start, false);
    if span.is_empty() {
        return Span::point(start);
    }
    Span { start, end: place(span.end, true).max(start) }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::edit::Edits;
    use crate::{Grade, Rule};

    const RULE: Rule = Rule::new("test", Grade::Shape);

    fn edit(text: &str, edits: &[(&str, &str)]) -> (String, OffsetMap) {
        let mut recorded = Edits::default();
        for (find, with) in edits {
            let at = text.find(find).unwrap();
            recorded.push(Span::from(at..at + find.len()), with, &RULE);
        }
        applied(recorded, text)
    }

    fn applied(mut edits: Edits, text: &str) -> (String, OffsetMap) {
        let (mut to, mut map) = (String::new(), OffsetMap::default());
        edits.apply(text, &mut to, &mut map).unwrap();
        (to, map)
    }

    /// The text that the span of `of` covers after the edits.
    fn carried(text: &str, edits: &[(&str, &str)], of: &str) -> Option<String> {
        let (to, map) = edit(text, edits);
        let at = text.find(of).unwrap();
        let moved = map.forward(Span::from(at..at + of.len()))?;
        Some(moved.of(&to).to_owned())
    }

    const NEWS: &str = "About two thousand and twelve people met in Rome.";
    const TO_DIGITS: &[(&str, &str)] = &[("two thousand and twelve", "2012"), ("About", "Some")];

    #[test]
    fn a_span_after_an_edit_moves() {
        assert_eq!(carried(NEWS, TO_DIGITS, "Rome").as_deref(), Some("Rome"));
    }

    #[test]
    fn a_span_around_an_edit_takes_it_along() {
        let of = "two thousand and twelve people";
        assert_eq!(carried(NEWS, TO_DIGITS, of).as_deref(), Some("2012 people"));
    }

    #[test]
    fn a_span_inside_an_edit_grows_to_all_of_it() {
        assert_eq!(carried(NEWS, TO_DIGITS, "twelve").as_deref(), Some("2012"));
    }

    #[test]
    fn a_deleted_span_is_gone_or_a_point() {
        assert_eq!(carried(NEWS, &[(" people", "")], "people"), None);
        let (to, map) = edit(NEWS, &[(" people", "")]);
        let at = NEWS.find("people").unwrap();
        let point = map.forward_or_point(Span::from(at..at + 6));
        assert_eq!((point.is_empty(), &to[point.range().start..]), (true, " met in Rome."));
    }

    #[test]
    fn a_span_goes_there_and_back() {
        let (to, map) = edit(NEWS, TO_DIGITS);
        for (new, old) in [("2012", "two thousand and twelve"), ("Rome", "Rome")] {
            let at = to.find(new).unwrap();
            let back = map.backward(Span::from(at..at + new.len())).unwrap();
            assert_eq!(back.of(NEWS), old);
        }
    }

    #[test]
    fn an_empty_span_stays_empty() {
        let mut edits = Edits::default();
        edits.push(Span::point(3), "xx", &RULE);
        let (_, map) = applied(edits, "abcdef");
        assert_eq!(map.forward(Span::point(3)), Some(Span::point(5)));
    }

    /// Every span against every byte's own way, on many small texts.
    #[test]
    fn spans_go_where_their_bytes_go() {
        let mut seed = 1_u32;
        let mut next = |n: u32| {
            seed = seed.wrapping_mul(1_664_525).wrapping_add(1_013_904_223);
            (seed >> 16) % n
        };
        for _ in 0..2000 {
            let text: String = ('a'..='l').collect();
            let (mut edits, mut at) = (Edits::default(), 0);
            let mut owner: Vec<Option<usize>> = vec![None; 12]; // which edit replaces a byte
            for i in 0.. {
                let start = at + next(4);
                let end = (start + next(4)).min(12);
                if start > 12 {
                    break;
                }
                edits.push(Span { start, end }, &"XYZ"[..next(4) as usize], &RULE);
                (start..end).for_each(|b| owner[b as usize] = Some(i));
                at = end.max(start) + 1;
            }
            let (to, map) = applied(edits, &text);
            for start in 0..12_usize {
                for end in start + 1..=12 {
                    let mut want: Vec<usize> = Vec::new();
                    for (letter, owner) in text[start..end].chars().zip(&owner[start..end]) {
                        match *owner {
                            None => want.push(to.find(letter).unwrap()),
                            Some(i) => want.extend(map.0[i].new.range()),
                        }
                    }
                    let want = want.iter().min().map(|min| (*min, want.iter().max().unwrap() + 1));
                    let got = map.forward(Span::from(start..end)).map(|s| (s.start as usize, s.end as usize));
                    assert_eq!(got, want, "{text} -> {to}, {start}..{end}");
                }
            }
        }
    }
}
