//! What has become of the records, and what the stages have done.

use std::collections::BTreeMap;

use copydesk_core::{Counters, StepStats};
use serde::{Deserialize, Serialize};

/// Counts by name.
pub(crate) type Counts = BTreeMap<String, u64>;

/// What has become of the records of a block, a file or a run.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct Tally {
    /// Records that were read, each of which is one of the following.
    pub(crate) read: u64,
    /// Records that were written.
    pub(crate) written: u64,
    /// Records that a stage left out, by stage and reason.
    pub(crate) dropped: BTreeMap<String, Counts>,
    /// Records that a stage failed on, by stage and what it said.
    pub(crate) failed: BTreeMap<String, Counts>,
    /// What could not be read as a record, by reason.
    pub(crate) unreadable: Counts,
    /// What each stage did, in the order of the pipeline.
    pub(crate) stages: Vec<StageTally>,
}

/// What a stage did.
#[derive(Clone, Debug, Default, PartialEq, Serialize, Deserialize)]
pub(crate) struct StageTally {
    /// Documents it was given.
    pub(crate) documents: u64,
    /// Bytes of their texts.
    pub(crate) bytes: u64,
    /// Edits it made.
    pub(crate) edits: u64,
    /// Annotations it made.
    pub(crate) annotations: u64,
    /// Documents it failed on.
    pub(crate) failed: u64,
    /// Documents it left out, by reason.
    pub(crate) dropped: Counts,
    /// Its own counts.
    pub(crate) counters: Counts,
    /// Time spent in it, of all threads.
    pub(crate) seconds: f64,
}

/// Different messages of one stage are counted apart up to this many.
const MESSAGES: usize = 50;

impl Tally {
    /// Counts a failure of a stage.
    pub(crate) fn fail(&mut self, stage: &str, message: &str) {
        add_message(self.failed.entry(stage.to_owned()).or_default(), message, 1);
    }

    /// Records that stages left out.
    pub(crate) fn dropped(&self) -> u64 {
        self.dropped.values().flat_map(BTreeMap::values).sum()
    }

    /// Records that stages failed on.
    pub(crate) fn failed(&self) -> u64 {
        self.failed.values().flat_map(BTreeMap::values).sum()
    }

    /// What could not be read.
    pub(crate) fn unreadable(&self) -> u64 {
        self.unreadable.values().sum()
    }

    /// Whether every record that was read is accounted for.
    pub(crate) fn balances(&self) -> bool {
        self.read == self.written + self.dropped() + self.failed() + self.unreadable()
    }

    /// Adds the counts of another part.
    pub(crate) fn merge(&mut self, other: &Self) {
        self.read += other.read;
        self.written += other.written;
        for (stage, reasons) in &other.dropped {
            add_all(self.dropped.entry(stage.clone()).or_default(), reasons);
        }
        for (stage, messages) in &other.failed {
            let mine = self.failed.entry(stage.clone()).or_default();
            for (message, n) in messages {
                add_message(mine, message, *n);
            }
        }
        add_all(&mut self.unreadable, &other.unreadable);
        self.stages.resize_with(self.stages.len().max(other.stages.len()), StageTally::default);
        self.stages.iter_mut().zip(&other.stages).for_each(|(mine, theirs)| mine.merge(theirs));
    }
}

impl StageTally {
    /// Megabytes of text for each second spent on them.
    #[expect(clippy::cast_precision_loss, reason = "a figure for people")]
    pub(crate) fn rate(&self) -> f64 {
        if self.seconds > 0.0 { self.bytes as f64 / 1e6 / self.seconds } else { 0.0 }
    }

    fn merge(&mut self, other: &Self) {
        self.documents += other.documents;
        self.bytes += other.bytes;
        self.edits += other.edits;
        self.annotations += other.annotations;
        self.failed += other.failed;
        add_all(&mut self.dropped, &other.dropped);
        add_all(&mut self.counters, &other.counters);
        self.seconds += other.seconds;
    }
}

impl From<&StepStats> for StageTally {
    fn from(stats: &StepStats) -> Self {
        Self {
            documents: stats.documents,
            bytes: stats.bytes,
            edits: stats.edits,
            annotations: stats.annotations,
            failed: stats.failed,
            dropped: counts(&stats.dropped),
            counters: counts(&stats.counters),
            seconds: stats.time.as_secs_f64(),
        }
    }
}

fn counts(counters: &Counters) -> Counts {
    counters.iter().map(|(name, n)| (name.to_owned(), n)).collect()
}

/// Counts one.
pub(crate) fn count(counts: &mut Counts, name: &str) {
    match counts.get_mut(name) {
        Some(n) => *n += 1,
        None => {
            counts.insert(name.to_owned(), 1);
        }
    }
}

fn add_all(to: &mut Counts, from: &Counts) {
    for (name, n) in from {
        *to.entry(name.clone()).or_default() += n;
    }
}

fn add_message(messages: &mut Counts, message: &str, n: u64) {
    let known = messages.len() < MESSAGES || messages.contains_key(message);
    *messages.entry(if known { message } else { "(other messages)" }.to_owned()).or_default() += n;
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn parts_add_up() {
        let mut all = Tally::default();
        for i in 0..60 {
            let mut part = Tally { read: 2, written: 1, ..Tally::default() };
            part.fail("stage", &format!("message {i}"));
            all.merge(&part);
        }
        assert!(all.balances());
        assert_eq!((all.failed(), all.failed["stage"].len()), (60, MESSAGES + 1));
        all.read += 1;
        assert!(!all.balances());
    }
}
