//! What happens during a run, for people or for programs.

use std::io;

use clap::ValueEnum;
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

/// Tells events on standard error from now on.
pub(crate) fn start(format: LogFormat) {
    let filter = EnvFilter::try_from_env(VARIABLE).unwrap_or_else(|_| EnvFilter::new("info"));
    let log = tracing_subscriber::fmt().with_env_filter(filter).with_writer(io::stderr);
    let started = match format {
        LogFormat::Text => log.without_time().with_target(false).with_ansi(false).try_init(),
        LogFormat::Json => log.json().try_init(),
    };
    // A program that runs this twice keeps what it has.
    drop(started);
}
