//! `copydesk restore`: the records of results as they were read.

use std::io::{self, BufRead, BufWriter, ErrorKind, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use copydesk_io::{Gauge, Shape, Source, open, restore_file, restore_line};

use crate::exit::FAILED;
use crate::results;
use crate::run::plan::Input;
use crate::talk::say;

/// Writes the records of results to standard output as they were read, byte for byte.
///
/// Records that were dropped or rejected are not in the results, so they are not restored.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A file of results, a folder of them, or `-` for standard input.
    output: PathBuf,
}

/// Why restoring ends early.
enum Stopped {
    /// Nobody reads any more.
    ClosedPipe,
    /// A line is no record of a run, or something cannot be read or written.
    Failed(String),
}

/// Restores a file or a folder.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let inputs = results::files(&arguments.output)?;
    let mut to = BufWriter::with_capacity(1 << 20, io::stdout().lock());
    let restored = inputs.iter().try_for_each(|input| restore(input, &mut to));
    match restored.and_then(|()| to.flush().map_err(|error| written(&error))) {
        Ok(()) | Err(Stopped::ClosedPipe) => Ok(ExitCode::SUCCESS),
        Err(Stopped::Failed(message)) => {
            say(&format!("error: {message}"));
            Ok(ExitCode::from(FAILED))
        }
    }
}

fn restore(input: &Input, to: &mut impl Write) -> Result<(), Stopped> {
    match (input.shape, &input.source) {
        (Shape::Jsonl, _) => {}
        (Shape::Parquet, Source::File(path)) => {
            let told = |error: io::Error| Stopped::Failed(format!("{}: {error}", input.name));
            return restore_file(path, to).map_err(|error| match error.kind() {
                ErrorKind::BrokenPipe => Stopped::ClosedPipe,
                _ => told(error),
            });
        }
        _ => return Err(Stopped::Failed(format!("{}: restoring is for results of a run", input.name))),
    }
    let at =
        |line: u64, error: &dyn std::fmt::Display| Stopped::Failed(format!("{}:{line}: {error}", input.name));
    let mut lines = open(&input.source, input.codec, &Gauge::default()).map_err(|error| at(0, &error))?;
    let (mut line, mut restored) = (String::new(), Vec::new());
    for number in 1.. {
        line.clear();
        restored.clear();
        if lines.read_line(&mut line).map_err(|error| at(number, &error))? == 0 {
            break;
        }
        restore_line(&line, &mut restored).map_err(|error| at(number, &error))?;
        to.write_all(&restored).map_err(|error| written(&error))?;
    }
    Ok(())
}

fn written(error: &io::Error) -> Stopped {
    if error.kind() == ErrorKind::BrokenPipe {
        return Stopped::ClosedPipe;
    }
    Stopped::Failed(format!("cannot write to standard output: {error}"))
}
