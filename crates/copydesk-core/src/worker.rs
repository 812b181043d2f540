//! What one thread keeps between documents, and the step that is all or nothing.

use std::any::Any;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::{Duration, Instant};

use crate::edit::Edits;
use crate::erased::DynStage;
use crate::log::Texts;
use crate::{Counters, Document, Layers, OffsetMap, Output, StageError, StageInfo, Verdict, View};

/// What a step has done so far, on one thread.
#[derive(Clone, Debug, Default)]
pub struct StepStats {
    /// Documents it was given.
    pub documents: u64,
    /// Bytes of their texts.
    pub bytes: u64,
    /// Edits it made.
    pub edits: u64,
    /// Annotations it made.
    pub annotations: u64,
    /// Documents it could not handle.
    pub failed: u64,
    /// Documents it left out, by reason.
    pub dropped: Counters,
    /// Its own counts.
    pub counters: Counters,
    /// Time spent in it.
    pub time: Duration,
}

impl StepStats {
    /// Adds the figures of another thread.
    pub fn merge(&mut self, other: &Self) {
        self.documents += other.documents;
        self.bytes += other.bytes;
        self.edits += other.edits;
        self.annotations += other.annotations;
        self.failed += other.failed;
        self.dropped.merge(&other.dropped);
        self.counters.merge(&other.counters);
        self.time += other.time;
    }
}

/// What one thread keeps between documents.
pub struct Worker {
    scratch: Vec<Box<dyn Any + Send>>,
    stats: Vec<StepStats>,
    edits: Edits,
    layers: Layers,
    counters: Counters,
    text: String,
    map: OffsetMap,
}

impl Worker {
    pub(crate) fn new<'a>(stages: impl Iterator<Item = &'a dyn DynStage>) -> Self {
        let scratch: Vec<_> = stages.map(DynStage::new_scratch).collect();
        Self {
            stats: vec![StepStats::default(); scratch.len()],
            scratch,
            edits: Edits::default(),
            layers: Layers::default(),
            counters: Counters::default(),
            text: String::new(),
            map: OffsetMap::default(),
        }
    }

    /// What every step has done so far, in the order of the pipeline.
    #[must_use]
    pub fn stats(&self) -> &[StepStats] {
        &self.stats
    }

    /// What every step has done since this was last asked.
    #[must_use]
    pub fn take_stats(&mut self) -> Vec<StepStats> {
        let fresh = vec![StepStats::default(); self.stats.len()];
        std::mem::replace(&mut self.stats, fresh)
    }

    /// Runs step `i` on a document: all of its changes, or none.
    pub(crate) fn step(
        &mut self,
        i: usize,
        info: &'static StageInfo,
        stage: &dyn DynStage,
        doc: &mut Document,
    ) -> Result<Verdict, StageError> {
        let start = Instant::now();
        self.stats[i].documents += 1;
        self.stats[i].bytes += doc.text.len() as u64;
        let done = self.attempt(i, info, stage, doc);
        let stats = &mut self.stats[i];
        match &done {
            Ok(Verdict::Drop { reason, .. }) => stats.dropped.add(reason.name(), 1),
            Ok(Verdict::Keep) => {}
            Err(_) => stats.failed += 1,
        }
        stats.time += start.elapsed();
        done
    }

    fn attempt(
        &mut self,
        i: usize,
        info: &'static StageInfo,
        stage: &dyn DynStage,
        doc: &mut Document,
    ) -> Result<Verdict, StageError> {
        let verdict = self.record(i, info, stage, doc)?;
        if let Some((layer, span)) = self.layers.off_characters(&doc.text) {
            return Err(StageError::off_characters(layer.name(), span));
        }
        self.edits.drop_idle(&doc.text);
        let edited = !self.edits.is_empty();
        if edited {
            self.edits.apply(&doc.text, &mut self.text, &mut self.map)?;
        }
        // Nothing can fail from here on.
        let stats = &mut self.stats[i];
        stats.counters.merge(&self.counters);
        stats.edits += self.edits.list().len() as u64;
        stats.annotations += self.layers.len() as u64;
        // In a text that nothing has edited, annotations come with the places where they are.
        if doc.is_edited() {
            self.layers.set_sources(|span| doc.log.source(span));
        }
        if edited {
            self.edit(info, doc);
        }
        doc.layers.absorb(&mut self.layers);
        Ok(verdict)
    }

    /// Lets the stage write down what it wants.
    fn record(
        &mut self,
        i: usize,
        info: &'static StageInfo,
        stage: &dyn DynStage,
        doc: &Document,
    ) -> Result<Verdict, StageError> {
        self.edits.clear();
        self.layers.clear();
        self.counters.clear();
        let mut verdict = Verdict::Keep;
        let mut out = Output {
            info,
            edits: &mut self.edits,
            layers: &mut self.layers,
            counters: &mut self.counters,
            verdict: &mut verdict,
        };
        let scratch = self.scratch[i].as_mut();
        // Whatever a panic leaves behind in these is thrown away or cleared.
        let ran = catch_unwind(AssertUnwindSafe(|| stage.run(View { doc, info }, &mut out, scratch)));
        match ran {
            Ok(result) => result.map(|()| verdict),
            Err(panic) => {
                self.scratch[i] = stage.new_scratch();
                Err(StageError::from_panic(panic.as_ref()))
            }
        }
    }

    /// Takes the edited text over.
    fn edit(&mut self, info: &'static StageInfo, doc: &mut Document) {
        if !doc.has_source {
            doc.source.clone_from(&doc.text);
            doc.has_source = true;
        }
        doc.readings.forget();
        std::mem::swap(&mut doc.text, &mut self.text);
        let texts = Texts { source: &doc.source, before: &self.text, after: &doc.text };
        doc.log.add(info.name, &self.edits, &self.map, texts);
        doc.layers.carry(&self.map);
        self.layers.carry(&self.map);
    }
}
