//! Talk goes to standard error, so that standard output stays data.

use std::io::{ErrorKind, Write};
use std::process::ExitCode;

/// Says something. Where nobody listens there is nobody to tell, so a failure is passed over.
pub(crate) fn say(text: &str) {
    let _unheard = writeln!(std::io::stderr(), "{}", text.trim_end());
}

/// Says something in colours, which get lost where standard error is no terminal.
pub(crate) fn say_in_colour(text: &str) {
    let _unheard = writeln!(anstream::stderr(), "{}", text.trim_end());
}

/// Writes data to standard output; a reader that went away is no error.
pub(crate) fn print(text: &str) -> Result<ExitCode, String> {
    write(&mut std::io::stdout(), text)
}

/// Writes text with colours to standard output, which get lost where that is no terminal.
pub(crate) fn show(text: &str) -> Result<ExitCode, String> {
    write(&mut anstream::stdout(), text)
}

fn write(to: &mut dyn Write, text: &str) -> Result<ExitCode, String> {
    match to.write_all(text.as_bytes()) {
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

/// The columns of the terminal; of a page of usual width, where standard output is none.
pub(crate) fn columns() -> usize {
    const USUAL: usize = 100;
    const WIDEST: usize = 130;
    terminal_size::terminal_size().map_or(USUAL, |(width, _)| usize::from(width.0).min(WIDEST))
}
