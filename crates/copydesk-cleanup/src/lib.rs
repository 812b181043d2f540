//! The stage cleanup: what translation left behind.
