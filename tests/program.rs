//! Runs the program.

use std::process::{Command, Output};

/// What the program does when called with the arguments.
pub(crate) fn copydesk(arguments: &[&str]) -> Output {
    Command::new(env!("CARGO_BIN_EXE_copydesk")).args(arguments).output().expect("the program starts")
}

/// What it said on standard error.
pub(crate) fn said(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// What it wrote to standard output.
pub(crate) fn written(output: &Output) -> String {
    String::from_utf8_lossy(&output.stdout).into_owned()
}
