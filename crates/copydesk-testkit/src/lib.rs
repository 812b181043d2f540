//! Markdown cases and the conformance kit for stage authors.
//!
//! [`cases`] runs a folder of cases: a pipeline, a text, and what becomes of
//! it. [`conformance!`] writes the tests that every stage must pass.

mod cases;
pub mod conformance;
mod hostile;
mod show;

pub use cases::{cases, complete};
