//! Exit codes.

/// The run failed its promises or its budget.
pub(crate) const FAILED: u8 = 1;

/// Wrong use, or a wrong pipeline file.
pub(crate) const WRONG_USE: u8 = 2;
