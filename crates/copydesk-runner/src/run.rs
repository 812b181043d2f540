//! Running a pipeline over a corpus.

pub(crate) mod budget;
pub(crate) mod desk;
pub(crate) mod engine;
pub(crate) mod form;
pub(crate) mod identity;
pub(crate) mod job;
pub(crate) mod journal;
pub(crate) mod keeper;
pub(crate) mod manifest;
pub(crate) mod metrics;
pub(crate) mod names;
pub(crate) mod order;
pub(crate) mod plan;
pub(crate) mod progress;
pub(crate) mod reader;
pub(crate) mod rejected;
pub(crate) mod shard;
pub(crate) mod sink;
pub(crate) mod stop;
pub(crate) mod summary;
pub(crate) mod tables;
pub(crate) mod tally;
pub(crate) mod watch;
pub(crate) mod whole;
pub(crate) mod workplace;
pub(crate) mod writer;
