//! `copydesk test`: the tests that a pipeline file holds.

use std::path::PathBuf;
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use copydesk_core::Registry;

use crate::exit::FAILED;
use crate::load::load;
use crate::outcome::{Difference, Outcome, outcome};
use crate::talk::{count, say, say_in_colour};

/// Runs the tables `[[test]]` of a pipeline file: each a text, and what should become of it.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The pipeline file.
    config: PathBuf,
    /// Only tests whose names hold this.
    filter: Option<String>,
}

const BOLD: Style = Style::new().bold();
const RIGHT: Style = AnsiColor::Green.on_default();
const WRONG: Style = AnsiColor::Red.on_default();

/// Runs the tests, and says what differs.
pub(crate) fn run(arguments: &Arguments, registry: &Registry) -> ExitCode {
    let loaded = match load(&arguments.config, registry) {
        Ok(loaded) => loaded,
        Err(code) => return code,
    };
    let filter = arguments.filter.as_deref().unwrap_or_default();
    let tests: Vec<_> = loaded.tests.iter().filter(|test| test.get_ref().name.contains(filter)).collect();
    let mut worker = loaded.pipeline.worker();
    let mut failed = 0;
    for test in &tests {
        let line = loaded.text[..test.span().start].matches('\n').count() + 1;
        let place = format!("{}:{line}", arguments.config.display());
        let outcome = outcome(test.get_ref(), &loaded.pipeline, &mut worker);
        failed += usize::from(!outcome.differences.is_empty());
        say_in_colour(&told(&test.get_ref().name, &place, &outcome));
    }
    let passed = tests.len() - failed;
    match (tests.len(), failed) {
        (0, _) => say(&format!("{}: no test", arguments.config.display())),
        (_, 0) => say_in_colour(&format!("{RIGHT}{} passed{RIGHT:#}", count(passed, "test", "tests"))),
        _ => say_in_colour(&format!(
            "{WRONG}{} failed{WRONG:#}, {passed} passed",
            count(failed, "test", "tests")
        )),
    }
    if failed == 0 { ExitCode::SUCCESS } else { ExitCode::from(FAILED) }
}

fn told(name: &str, place: &str, outcome: &Outcome) -> String {
    if outcome.differences.is_empty() {
        return format!("{RIGHT}ok{RIGHT:#}    {name}");
    }
    let differences: String = outcome.differences.iter().map(difference).collect();
    format!("{WRONG}wrong{WRONG:#} {BOLD}{name}{BOLD:#}  {place}\n{differences}")
}

/// What was expected, and below it what came.
fn difference(difference: &Difference) -> String {
    let Difference { what, expected, found } = difference;
    let lines = |sign: &str, style: Style, lines: &[String]| -> String {
        lines.iter().map(|line| format!("        {style}{sign} {line}{style:#}\n")).collect()
    };
    format!("      {what}\n{}{}", lines("-", WRONG, expected), lines("+", RIGHT, found))
}
