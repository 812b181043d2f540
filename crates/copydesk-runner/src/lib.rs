//! Pipelines over corpora: files, threads, progress, reports, the command line.

mod cli;
mod commands;
pub mod config;
mod draw;
mod exit;
mod expectation;
mod fields;
mod load;
mod pages;
mod schema;
mod talk;

pub use cli::main;
