//! Talk goes to standard error, so that standard output stays data.

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

/// Says something. Where nobody listens there is nobody to tell, so a failure is passed over.
pub(crate) fn say(text: &str) {
    let _unheard = writeln!(std::io::stderr(), "{}", text.trim_end());
}

/// Writes data to standard output; a reader that went away is no error.
pub(crate) fn print(text: &str) -> Result<ExitCode, String> {
    match std::io::stdout().write_all(text.as_bytes()) {
        Err(error) if error.kind() != ErrorKind::BrokenPipe => {
            Err(format!("cannot write to standard output: {error}"))
        }
        _ => Ok(ExitCode::SUCCESS),
    }
}

/// A number of things, in words: `1 stage`, `2 stages`.
pub(crate) fn count(n: usize, one: &str, more: &str) -> String {
    format!("{n} {}", if n == 1 { one } else { more })
}
