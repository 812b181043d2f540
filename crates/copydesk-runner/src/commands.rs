//! The subcommands: a file each, with its arguments and what it does.

pub(crate) mod build;
pub(crate) mod check;
pub(crate) mod completions;
pub(crate) mod diff;
pub(crate) mod explain;
pub(crate) mod merge_manifests;
pub(crate) mod new_stage;
pub(crate) mod report;
pub(crate) mod restore;
pub(crate) mod retry;
pub(crate) mod rules;
pub(crate) mod run;
pub(crate) mod schema;
pub(crate) mod score;
pub(crate) mod stages;
pub(crate) mod test;
