//! Every stage of the project: `use copydesk_stages as _;` links them all.
//!
//! A stage crate that nothing names is silently left out by the linker, so
//! `build.rs` names each dependency of this crate.

include!(concat!(env!("OUT_DIR"), "/links.rs"));
