//! `copydesk completions`.

use crate::program::{copydesk, written};

#[test]
fn every_shell_gets_every_subcommand() {
    for shell in ["bash", "zsh", "fish", "elvish", "powershell"] {
        let script = written(&copydesk(&["completions", shell]));
        assert!(script.contains("explain") && script.contains("new-stage"), "{shell}:\n{script}");
    }
}
