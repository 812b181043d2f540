//! Pipelines over corpora: files, threads, progress, reports, the command line.

mod cli;
mod commands;
pub mod config;
mod draw;
mod exit;
mod expectation;
mod load;
mod talk;

pub use cli::main;
