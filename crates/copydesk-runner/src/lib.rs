//! Pipelines over corpora: files, threads, progress, reports, the command line.

mod check;
mod cli;
pub mod config;
mod draw;
mod stages;
mod talk;

pub use cli::main;
