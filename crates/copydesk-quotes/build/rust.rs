//! What is written over tables in Rust.

/// For tables of numbers that stand for something else.
pub(crate) const UNREAD: &str =
    "#[expect(clippy::unreadable_literal, reason = \"sets of bits and packed letters, not numbers\")]\n";
