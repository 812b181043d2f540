//! Pipelines over corpora: files, threads, progress, reports, the command line.

mod cli;
mod commands;
mod comparison;
pub mod config;
mod documents;
mod draw;
mod exit;
mod expectation;
mod explain;
mod field_names;
mod fields;
mod html;
mod load;
mod log;
mod outcome;
mod pages;
mod partial;
mod report;
mod results;
mod run;
mod scaffold;
mod schema;
mod score;
mod size;
mod talk;
mod wrap;

pub use cli::main;
