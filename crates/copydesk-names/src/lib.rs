//! The stage names: people and organisations, and which mentions are the same.
