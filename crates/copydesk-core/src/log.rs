//! The record of all edits of a document, from the text as read to the text as it is now.

use std::iter::{Peekable, Zip};
use std::slice::Iter;
use std::vec::Drain;

use crate::edit::{Edit, Edits};
use crate::offsets::{Shift, carry};
use crate::{OffsetMap, Rule, Span};

/// One changed place, by whichever stages changed it.
///
/// The entries of a log do not overlap and stand in the order of the text,
/// so putting each one's source text back restores the text as read.
#[derive(Clone, Debug)]
pub struct EditRecord {
    /// Where it lies in the text as read.
    pub source: Span,
    /// Where it lies in the text now.
    pub now: Span,
    /// The stage that changed it last.
    pub stage: &'static str,
    /// The rule that changed it last.
    pub rule: Rule,
    /// The edits of this place that the last one covered, oldest first.
    pub earlier: Vec<EarlierEdit>,
}

/// An edit that a later edit took up.
#[derive(Clone, Debug)]
pub struct EarlierEdit {
    /// The stage.
    pub stage: &'static str,
    /// The rule.
    pub rule: Rule,
    /// What stood there before it.
    pub before: String,
    /// What it wrote.
    pub after: String,
}

/// Every edit of a document so far.
#[derive(Clone, Debug, Default)]
pub struct EditLog {
    records: Vec<EditRecord>,
    /// Empty: the buffer of the log before the last stage.
    spare: Vec<EditRecord>,
}

impl EditLog {
    /// The changed places, in the order of the text.
    #[must_use]
    pub fn records(&self) -> &[EditRecord] {
        &self.records
    }

    /// Where a span of the present text lay in the text as read. Inserted
    /// text lies at the point where it was inserted.
    #[must_use]
    pub fn source(&self, span: Span) -> Span {
        carry(&self.records, span, |record| (record.now, record.source))
    }

    pub(crate) fn clear(&mut self) {
        self.records.clear();
    }

    /// Adds a stage's edits, already applied: `map` says where they went,
    /// and the texts are the ones as read, before the stage, and after it.
    pub(crate) fn add(&mut self, stage: &'static str, edits: &Edits, map: &OffsetMap, texts: Texts<'_>) {
        std::mem::swap(&mut self.records, &mut self.spare);
        let edits = edits.list().iter().zip(&map.0).peekable();
        let log = self.spare.drain(..).peekable();
        let merge = Merge { stage, texts, log, edits, to_source: 0, to_new: 0 };
        let changed = |record: &EditRecord| record.source.of(texts.source) != record.now.of(texts.after);
        self.records.extend(merge.filter(changed));
    }
}

/// The versions of a text that a merge looks at.
#[derive(Clone, Copy)]
pub(crate) struct Texts<'a> {
    pub(crate) source: &'a str,
    pub(crate) before: &'a str,
    pub(crate) after: &'a str,
}

/// Merges the log so far with the edits of one more stage. Both lie in the
/// text before that stage, and both are sorted.
struct Merge<'a> {
    stage: &'static str,
    texts: Texts<'a>,
    log: Peekable<Drain<'a, EditRecord>>,
    edits: Peekable<Zip<Iter<'a, Edit>, Iter<'a, Shift>>>,
    /// What to add to a place after the last record, to have it in the source.
    to_source: i64,
    /// What to add to a place after the last edit, to have it in the new text.
    to_new: i64,
}

impl Iterator for Merge<'_> {
    type Item = EditRecord;

    fn next(&mut self) -> Option<EditRecord> {
        let record = self.log.peek().map(|record| record.now);
        let edit = self.edits.peek().map(|(edit, _)| edit.span);
        let span = record.into_iter().chain(edit).min()?;
        let start = (shifted(span.start, self.to_source), shifted(span.start, self.to_new));
        let group = self.gather(span);
        let source = Span { start: start.0, end: shifted(group.span.end, self.to_source) };
        let now = Span { start: start.1, end: shifted(group.span.end, self.to_new) };
        Some(self.join(group, source, now))
    }
}

impl<'a> Merge<'a> {
    /// Takes everything that touches `span`, and everything that touches that.
    fn gather(&mut self, span: Span) -> Group<'a> {
        let mut group = Group { span, records: Last::default(), edits: Last::default() };
        loop {
            if let Some(record) = self.log.next_if(|record| meet(group.span, record.now)) {
                self.to_source = i64::from(record.source.end) - i64::from(record.now.end);
                group.span = group.span.cover(record.now);
                group.records.push(record);
            } else if let Some((edit, shift)) = self.edits.next_if(|(edit, _)| meet(group.span, edit.span)) {
                self.to_new = i64::from(shift.new.end) - i64::from(shift.old.end);
                group.span = group.span.cover(edit.span);
                group.edits.push((edit, shift.new));
            } else {
                return group;
            }
        }
    }

    fn join(&self, mut group: Group<'a>, source: Span, now: Span) -> EditRecord {
        let Some((last, _)) = group.edits.last.take() else {
            let record = group.records.last.expect("a group holds what it was opened for");
            return EditRecord { source, now, ..record };
        };
        let mut earlier = Vec::new();
        for mut record in group.records.before.into_iter().chain(group.records.last) {
            earlier.append(&mut record.earlier);
            earlier.push(EarlierEdit {
                stage: record.stage,
                before: record.source.of(self.texts.source).to_owned(),
                after: record.now.of(self.texts.before).to_owned(),
                rule: record.rule,
            });
        }
        earlier.extend(group.edits.before.into_iter().map(|(edit, new)| EarlierEdit {
            stage: self.stage,
            rule: edit.rule.clone(),
            before: edit.span.of(self.texts.before).to_owned(),
            after: new.of(self.texts.after).to_owned(),
        }));
        EditRecord { source, now, stage: self.stage, rule: last.rule.clone(), earlier }
    }
}

/// Records and edits that touch the same text.
struct Group<'a> {
    span: Span,
    records: Last<EditRecord>,
    edits: Last<(&'a Edit, Span)>,
}

/// Things of which there is nearly always one, which then takes no list.
struct Last<T> {
    before: Vec<T>,
    last: Option<T>,
}

impl<T> Last<T> {
    fn push(&mut self, next: T) {
        self.before.extend(self.last.replace(next));
    }
}

impl<T> Default for Last<T> {
    fn default() -> Self {
        Self { before: Vec::new(), last: None }
    }
}

/// Whether the order of two changes would be lost if they stayed apart.
fn meet(a: Span, b: Span) -> bool {
    a.overlaps(b) || (a.is_empty() && a == b)
}

fn shifted(at: u32, by: i64) -> u32 {
    u32::try_from(i64::from(at) + by).expect("both texts are capped at 4 GiB")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Grade;
    use proptest::prelude::*;

    const RULE: Rule = Rule::new("test", Grade::Shape);

    /// Applies one round of edits after another; each is (start, length, text), cut to fit.
    fn rounds(source: &str, rounds: &[Vec<(usize, usize, String)>]) -> (String, EditLog) {
        let (mut text, mut log) = (source.to_owned(), EditLog::default());
        for round in rounds {
            let (mut edits, mut free) = (Edits::default(), 0);
            for (skip, len, with) in round {
                let start = (free + skip).min(text.len());
                let end = (start + len).min(text.len());
                edits.push(Span::from(start..end), with, &RULE);
                free = end.max(start + 1);
                if free > text.len() {
                    break;
                }
            }
            let (mut after, mut map) = (String::new(), OffsetMap::default());
            edits.apply(&text, &mut after, &mut map).unwrap();
            log.add("test", &edits, &map, Texts { source, before: &text, after: &after });
            text = after;
        }
        (text, log)
    }

    fn restored(text: &str, source: &str, log: &EditLog) -> String {
        let (mut out, mut at) = (String::new(), 0);
        for record in log.records() {
            out += &text[at..record.now.range().start];
            out += record.source.of(source);
            at = record.now.range().end;
        }
        out + &text[at..]
    }

    proptest! {
        #[test]
        fn the_log_restores_the_source_over_any_rounds(
            source in "[a-z]{0,20}",
            edits in prop::collection::vec(prop::collection::vec((0_usize..5, 0_usize..4, "[A-Z]{0,3}"), 0..5), 0..4),
        ) {
            let (text, log) = rounds(&source, &edits);
            prop_assert_eq!(restored(&text, &source, &log), source.as_str());
            for pair in log.records().windows(2) {
                prop_assert!(pair[0].source.end <= pair[1].source.start);
                prop_assert!(pair[0].now.end <= pair[1].now.start);
            }
            for record in log.records().iter().filter(|record| !record.now.is_empty()) {
                prop_assert!(log.source(record.now).contains(record.source));
            }
        }
    }

    #[test]
    fn an_edit_of_an_edit_keeps_the_first_as_earlier() {
        let round = |at, len, with: &str| vec![(at, len, with.to_owned())];
        let (text, log) = rounds("a big dog", &[round(2, 3, "small"), round(4, 3, "x"), round(0, 1, "the")]);
        assert_eq!(text, "the smx dog");
        let [article, word] = log.records() else { panic!("{log:?}") };
        assert_eq!((article.source, article.earlier.len()), (Span::from(0_u32..1), 0));
        assert_eq!((word.source, word.now), (Span::from(2_u32..5), Span::from(4_u32..7)));
        assert_eq!((word.earlier[0].before.as_str(), word.earlier[0].after.as_str()), ("big", "small"));
    }
}
