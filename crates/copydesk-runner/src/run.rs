//! Running a pipeline over a corpus.
#![expect(dead_code, reason = "the manifest and rejected.jsonl are still to come")]

pub(crate) mod budget;
pub(crate) mod desk;
pub(crate) mod engine;
pub(crate) mod order;
pub(crate) mod plan;
pub(crate) mod reader;
pub(crate) mod rejected;
pub(crate) mod sink;
pub(crate) mod summary;
pub(crate) mod tally;
pub(crate) mod writer;
