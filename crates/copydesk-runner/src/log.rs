//! What happens during a run, for people or for programs.

use std::io::{self, Write};
use std::sync::{Mutex, PoisonError};

use clap::ValueEnum;
use indicatif::ProgressBar;
use tracing_subscriber::EnvFilter;

/// How what happens is told.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, ValueEnum)]
pub(crate) enum LogFormat {
    /// Lines for people.
    #[default]
    Text,
    /// A JSON object a line.
    Json,
}

/// Which events are told: as in `COPYDESK_LOG=debug`.
const VARIABLE: &str = "COPYDESK_LOG";

/// The bar that lines must not run into.
static BAR: Mutex<Option<ProgressBar>> = Mutex::new(None);

/// Tells events on standard error from now on.
pub(crate) fn start(format: LogFormat) {
    let filter = EnvFilter::try_from_env(VARIABLE).unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(|| AroundBar);
    let started = match format {
        LogFormat::Text => log.without_time().with_target(false).with_ansi(false).try_init(),
        LogFormat::Json => log.json().try_init(),
    };
    // A program that runs this twice keeps what it has.
    drop(started);
}

/// Keeps lines from running into a bar.
pub(crate) fn around(bar: Option<ProgressBar>) {
    *BAR.lock().unwrap_or_else(PoisonError::into_inner) = bar;
}

/// Standard error, around the bar that is there.
struct AroundBar;

impl Write for AroundBar {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let bar = BAR.lock().unwrap_or_else(PoisonError::into_inner);
        match &*bar {
            Some(bar) => bar.suspend(|| io::stderr().write(bytes)),
            None => io::stderr().write(bytes),
        }
    }

    fn flush(&mut self) -> io::Result<()> {
        io::stderr().flush()
    }
}
