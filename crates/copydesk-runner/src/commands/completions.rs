//! `copydesk completions`: what a shell needs to complete the command line.

use std::process::ExitCode;

use crate::talk::print;

/// Writes the completions of a shell.
///
/// For bash: `copydesk completions bash > ~/.local/share/bash-completion/completions/copydesk`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The shell.
    shell: clap_complete::Shell,
}

/// Writes them to standard output.
pub(crate) fn run(arguments: &Arguments, mut program: clap::Command) -> Result<ExitCode, String> {
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut program, "copydesk", &mut script);
    print(&String::from_utf8_lossy(&script))
}
