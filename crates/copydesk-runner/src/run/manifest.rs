//! `manifest.json`: what a run has read, done and written.

use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::identity::{Identity, InputVersion, StageVersion};
use super::journal::{InputDone, InputEnd, Output};
use super::tally::{StageTally, Tally};
use super::whole;

/// What a run has read, done and written.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Manifest {
    /// The version of the program.
    pub(crate) copydesk: String,
    /// `complete` or `failed`.
    pub(crate) status: String,
    /// Why it failed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) error: Option<String>,
    /// Which part of a run it is, as `2/8`.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub(crate) shard: Option<String>,
    /// The pipeline file.
    pub(crate) config: Config,
    /// What became of the records.
    pub(crate) documents: Documents,
    /// What each stage did.
    pub(crate) stages: Vec<Stage>,
    /// What was read.
    pub(crate) inputs: Vec<Input>,
    /// What was written.
    pub(crate) outputs: Vec<Output>,
    /// Seconds from start to end.
    pub(crate) seconds: f64,
}

/// The pipeline file of a run.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Config {
    /// Where it is.
    pub(crate) path: String,
    /// Digest of the stages and their options.
    pub(crate) digest: String,
    /// Digests of the files that the stages read.
    pub(crate) files: std::collections::BTreeMap<String, String>,
    /// What else the results depend on.
    pub(crate) settings: std::collections::BTreeMap<String, String>,
}

/// What became of records.
#[derive(Clone, Debug, Default, Serialize, Deserialize)]
pub(crate) struct Documents {
    /// Records read.
    pub(crate) read: u64,
    /// Records written.
    pub(crate) written: u64,
    /// Records left out, by stage and reason.
    pub(crate) dropped: std::collections::BTreeMap<String, super::tally::Counts>,
    /// Records that a stage failed on, by stage and message.
    pub(crate) failed: std::collections::BTreeMap<String, super::tally::Counts>,
    /// What could not be read, by reason.
    pub(crate) unreadable: super::tally::Counts,
}

/// A stage, and what it did.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Stage {
    /// Its name and version.
    #[serde(flatten)]
    pub(crate) version: StageVersion,
    /// What it did.
    #[serde(flatten)]
    pub(crate) tally: StageTally,
}

/// An input, and what became of it.
#[derive(Clone, Debug, Serialize, Deserialize)]
pub(crate) struct Input {
    /// What it is called.
    pub(crate) path: String,
    /// How its reading ended.
    #[serde(flatten)]
    pub(crate) end: InputEnd,
    /// Records read.
    pub(crate) read: u64,
    /// Records written.
    pub(crate) written: u64,
}

impl Manifest {
    /// Of a run that has come to its end.
    pub(crate) fn new(
        identity: &Identity,
        config: &Path,
        total: &Tally,
        done: &[InputDone],
        seconds: f64,
    ) -> Self {
        let inputs = identity.inputs.iter().zip(done).map(|(input, done)| Input::of(input, done));
        let names = identity.stages.iter().cloned();
        let tallies = total.stages.iter().cloned().chain(std::iter::repeat(StageTally::default()));
        Self {
            copydesk: identity.copydesk.clone(),
            status: "complete".to_owned(),
            error: None,
            shard: identity.settings.get("shard").cloned(),
            config: Config {
                path: config.display().to_string(),
                digest: identity.config.clone(),
                files: identity.files.clone(),
                settings: identity.settings.clone(),
            },
            documents: Documents::of(total),
            stages: names.zip(tallies).map(|(version, tally)| Stage { version, tally }).collect(),
            inputs: inputs.collect(),
            outputs: done.iter().filter_map(|input| input.output.clone()).collect(),
            seconds,
        }
    }

    /// The counts again.
    pub(crate) fn total(&self) -> Tally {
        let Documents { read, written, dropped, failed, unreadable } = self.documents.clone();
        let stages = self.stages.iter().map(|stage| stage.tally.clone()).collect();
        Tally { read, written, dropped, failed, unreadable, stages }
    }

    /// Takes other counts.
    pub(crate) fn count(&mut self, total: Tally) {
        self.documents = Documents::of(&total);
        self.stages.iter_mut().zip(total.stages).for_each(|(stage, tally)| stage.tally = tally);
    }

    /// Writes it whole.
    pub(crate) fn write(&self, path: &Path) -> io::Result<()> {
        let mut json = serde_json::to_vec_pretty(self).expect("plain data");
        json.push(b'\n');
        whole::write(path, &json)
    }

    /// Reads one.
    pub(crate) fn read(path: &Path) -> Result<Self, String> {
        let text = std::fs::read(path).map_err(|error| format!("cannot read {}: {error}", path.display()))?;
        serde_json::from_slice(&text).map_err(|error| format!("{} is no manifest: {error}", path.display()))
    }
}

impl Documents {
    fn of(total: &Tally) -> Self {
        let Tally { read, written, dropped, failed, unreadable, .. } = total.clone();
        Self { read, written, dropped, failed, unreadable }
    }
}

impl Input {
    fn of(input: &InputVersion, done: &InputDone) -> Self {
        let (path, end) = (input.path.clone(), done.end.clone());
        Self { path, end, read: done.tally.read, written: done.tally.written }
    }
}
