//! `copydesk run`: a pipeline over a corpus.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::Instant;

use copydesk_core::{OnError, Registry};
use copydesk_io::{Codec, Format};

use crate::config::{Sections, Split};
use crate::documents::{LONGEST, fields};
use crate::exit::FAILED;
use crate::load::{Loaded, folder_of, load};
use crate::log::{self, LogFormat};
use crate::run::desk::Wanted;
use crate::run::engine::{self, Run};
use crate::run::plan::{self, Input};
use crate::run::sink::{Folder, Sink, WORK};
use crate::run::summary::summary;
use crate::run::writer::{Stop, Writer};
use crate::talk::say;

/// Runs a pipeline over a corpus.
///
/// Arguments and options override what the pipeline file says.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The pipeline file.
    config: PathBuf,
    /// Files, folders and globs, or `-` for standard input.
    input: Vec<String>,
    /// The folder of the results, or `-` for records on standard output.
    #[arg(short, long, value_name = "DIR|-")]
    output: Option<String>,
    /// Threads; 0 is one for each core.
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    /// The form of the results.
    #[arg(long, value_parser = format)]
    format: Option<Format>,
    /// What parts a text file into documents.
    #[arg(long)]
    split: Option<Split>,
    /// Write over the results that the folder holds.
    #[arg(long)]
    overwrite: bool,
    /// How events are told on standard error.
    #[arg(long, value_enum, default_value_t)]
    log_format: LogFormat,
}

fn format(name: &str) -> Result<Format, String> {
    serde_json::from_value(name.into()).map_err(|error| error.to_string())
}

/// Where results go.
enum Destination {
    Folder(PathBuf),
    Stdout,
}

/// Runs the pipeline.
pub(crate) fn run(arguments: &Arguments, registry: &Registry) -> Result<ExitCode, String> {
    let Loaded { sections, pipeline, .. } = match load(&arguments.config, registry) {
        Ok(loaded) => loaded,
        Err(code) => return Ok(code),
    };
    log::start(arguments.log_format);
    let to = destination(arguments, &sections)?;
    let inputs = inputs(arguments, &sections, &to)?;
    let formats = formats(arguments, &sections, &inputs, &to);
    let wanted = wanted(arguments, &sections);
    let threads = threads(arguments.threads.unwrap_or(sections.run.threads));
    let mut writer = Writer::new(&inputs, &formats, sink(&to, arguments.overwrite)?);
    writer.budget = sections.run.max_failures;
    writer.fail_fast = sections.run.on_error == OnError::Fail;
    let start = Instant::now();
    let run = Run { pipeline: &pipeline, inputs: &inputs, formats: &formats, wanted: &wanted, threads };
    let writer = engine::run(&run, writer);
    let stages: Vec<_> = pipeline.steps.iter().map(|step| step.info.name).collect();
    if writer.stop != Some(Stop::ClosedPipe) {
        say(&summary(&stages, &writer.total, start.elapsed().as_secs_f64()));
    }
    Ok(verdict(&writer))
}

/// Says how the run ended.
fn verdict(writer: &Writer<'_>) -> ExitCode {
    let total = &writer.total;
    let broken = writer.done.iter().filter(|input| input.end.error.is_some()).count();
    let failed = match &writer.stop {
        Some(Stop::CannotWrite(error)) => format!("cannot write the results: {error}"),
        Some(Stop::Failed(what)) => format!("{what}; `on_error` is \"fail\", so the run ends"),
        Some(Stop::Budget(budget)) => format!("more documents failed than `max_failures` allows: {budget}"),
        None if !total.balances() => "the counts do not balance: please report this".to_owned(),
        None if writer.budget.is_some_and(|budget| budget.exceeded(total)) => {
            let budget = writer.budget.map(|budget| budget.to_string()).unwrap_or_default();
            format!("more documents failed than `max_failures` allows: {budget}")
        }
        None if total.read > 0 && total.failed() + total.unreadable() == total.read => {
            "no document went through".to_owned()
        }
        None if broken == 1 => "an input could not be read to its end".to_owned(),
        None if broken > 1 => format!("{broken} inputs could not be read to their end"),
        Some(Stop::ClosedPipe) | None => return ExitCode::SUCCESS,
    };
    say(&format!("error: {failed}"));
    ExitCode::from(FAILED)
}

fn destination(arguments: &Arguments, sections: &Sections) -> Result<Destination, String> {
    match (arguments.output.as_deref(), &sections.output.dir) {
        (Some("-"), _) => Ok(Destination::Stdout),
        (Some(dir), _) => Ok(Destination::Folder(dir.into())),
        (None, Some(dir)) if dir == "-" => Ok(Destination::Stdout),
        (None, Some(dir)) => Ok(Destination::Folder(folder_of(&arguments.config).join(dir))),
        (None, None) => Err("nothing says where the results go\n\
                             add `-o DIR`, `-o -` for standard output, or `dir = \"…\"` under [output]"
            .to_owned()),
    }
}

fn inputs(arguments: &Arguments, sections: &Sections, to: &Destination) -> Result<Vec<Input>, String> {
    let output = if let Destination::Folder(dir) = to { Some(dir.as_path()) } else { None };
    if !arguments.input.is_empty() {
        return plan::inputs(&arguments.input, Path::new(""), output);
    }
    let paths: Vec<_> = sections.input.paths.iter().map(|path| path.get_ref().clone()).collect();
    if paths.is_empty() {
        return Err("nothing says what to read\nname files or folders after the pipeline file, or under [input] `paths`".to_owned());
    }
    plan::inputs(&paths, folder_of(&arguments.config), output)
}

fn formats(arguments: &Arguments, sections: &Sections, inputs: &[Input], to: &Destination) -> Vec<Format> {
    if matches!(to, Destination::Stdout) {
        return vec![Format::Jsonl; inputs.len()];
    }
    let asked = arguments.format.or(sections.output.format);
    inputs
        .iter()
        .map(|input| asked.unwrap_or(Format::following(input.shape, input.codec.unwrap_or(Codec::Plain))))
        .collect()
}

fn wanted(arguments: &Arguments, sections: &Sections) -> Wanted {
    let input = &sections.input;
    Wanted {
        fields: fields(input),
        offsets: sections.output.offsets,
        longest: sections.run.max_document_bytes.map_or(LONGEST, |size| size.0),
        split: arguments.split.or(input.split).is_some(),
    }
}

fn threads(asked: usize) -> usize {
    match asked {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        threads => threads,
    }
}

fn sink(to: &Destination, overwrite: bool) -> Result<Sink, String> {
    let Destination::Folder(dir) = to else { return Ok(Sink::Stdout(std::io::stdout())) };
    let cannot =
        |error: std::io::Error| format!("cannot write to the output folder {}: {error}", dir.display());
    let held = match std::fs::read_dir(dir) {
        Ok(mut entries) => entries.any(|entry| entry.is_ok_and(|entry| entry.file_name() != WORK)),
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => false,
        Err(error) => return Err(cannot(error)),
    };
    if held && !overwrite {
        return Err(format!(
            "the output folder {} holds files already\nname another, or write over them with `--overwrite`",
            dir.display()
        ));
    }
    Folder::new(dir).map(Sink::Folder).map_err(cannot)
}
