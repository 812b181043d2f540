//! The program as a user meets it.

mod check;
mod explain;
mod generated;
mod program;
mod rules;
mod schema;
mod stages;
mod writing_a_stage;
