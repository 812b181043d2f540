//! The program as a user meets it.

mod accounts;
mod bad_input;
mod cargo;
mod check;
mod completions;
mod diff;
mod explain;
mod generated;
mod json_schema;
mod new_stage;
mod parquet;
mod parquet_in;
mod program;
mod record_schema;
mod report;
mod resume;
mod rules;
mod run;
mod sample;
mod schema;
mod score;
mod stages;
mod test;
mod workshop;
mod writing_a_stage;
