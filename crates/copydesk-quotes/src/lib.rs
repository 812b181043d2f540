//! The stage quotes: who said what.
