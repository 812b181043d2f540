//! The program as a user meets it.

mod check;
mod program;
mod stages;
