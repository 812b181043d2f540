//! Markdown cases and the conformance kit for stage authors.
