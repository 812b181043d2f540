//! `copydesk run`: a pipeline over a corpus.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use copydesk_core::Registry;
use copydesk_io::{Added, Codec, Format, Sheet};

use crate::config::{Sections, Split};
use crate::documents::{LONGEST, fields};
use crate::field_names::FieldNames;
use crate::load::{Loaded, folder_of, load};
use crate::log::{self, LogFormat};
use crate::run::desk::Wanted;
use crate::run::identity::stages_digest;
use crate::run::job::{self, Destination, Job};
use crate::run::plan::{self, Input};
use crate::run::shard::Shard;
use crate::run::tables::{self, Tables};

/// Runs a pipeline over a corpus.
///
/// Arguments and options override what the pipeline file says. The same
/// command goes on where a run was interrupted or killed.
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
    #[command(flatten)]
    fields: FieldNames,
    /// What parts a text file into documents.
    #[arg(long)]
    split: Option<Split>,
    /// Write over the results that the folder holds.
    #[arg(long)]
    overwrite: bool,
    /// Only this part of the blocks, as `2/8`: for one of several machines, which may share the output folder.
    #[arg(long, value_name = "I/N")]
    shard: Option<Shard>,
    /// Write figures of the run to this file, in the text form of Prometheus.
    #[arg(long, value_name = "FILE")]
    metrics: Option<PathBuf>,
    /// How events are told on standard error.
    #[arg(long, value_enum, default_value_t)]
    log_format: LogFormat,
}

fn format(name: &str) -> Result<Format, String> {
    serde_json::from_value(name.into()).map_err(|error| error.to_string())
}

/// Runs the pipeline.
pub(crate) fn run(arguments: &Arguments, registry: &Registry) -> Result<ExitCode, String> {
    let mut loaded = match load(&arguments.config, registry) {
        Ok(loaded) => loaded,
        Err(code) => return Ok(code),
    };
    arguments.fields.put_over(&mut loaded.sections.input);
    log::start(arguments.log_format);
    let to = destination(arguments, &loaded.sections)?;
    if to == Destination::Stdout && arguments.shard.is_some() {
        return Err("a part of a run needs an output folder: `-o DIR`".to_owned());
    }
    let inputs = inputs(arguments, &loaded.sections, &to)?;
    let asked = arguments.format.or(loaded.sections.output.format);
    job::run(&Job {
        config: &arguments.config,
        formats: formats(asked, &inputs, &to),
        wanted: wanted(&loaded, arguments.split),
        inputs,
        to,
        shard: arguments.shard,
        threads: threads(arguments.threads.unwrap_or(loaded.sections.run.threads)),
        overwrite: arguments.overwrite,
        metrics: arguments.metrics.clone(),
        loaded: &loaded,
    })
}

fn destination(arguments: &Arguments, sections: &Sections) -> Result<Destination, String> {
    match (arguments.output.as_deref(), &sections.output.dir) {
        (Some("-"), _) => Ok(Destination::Stdout),
        (Some(dir), _) => folder(dir),
        (None, Some(dir)) if dir == "-" => Ok(Destination::Stdout),
        (None, Some(dir)) => Ok(Destination::Folder(folder_of(&arguments.config).join(dir))),
        (None, None) => Err("nothing says where the results go\n\
                             add `-o DIR`, `-o -` for standard output, or `dir = \"…\"` under [output]"
            .to_owned()),
    }
}

/// A folder that is called like a file of records is none that anybody asked for.
fn folder(dir: &str) -> Result<Destination, String> {
    let path = Path::new(dir);
    if copydesk_io::named(path).is_some() && !path.is_dir() {
        return Err(format!(
            "`-o {dir}` names a file, but results go into a folder\n\
             say `-o DIR`, or `-o - > {dir}` for records in one file"
        ));
    }
    Ok(Destination::Folder(path.to_owned()))
}

fn inputs(arguments: &Arguments, sections: &Sections, to: &Destination) -> Result<Vec<Input>, String> {
    let output = if let Destination::Folder(dir) = to { Some(dir.as_path()) } else { None };
    if !arguments.input.is_empty() {
        return plan::inputs(&arguments.input, Path::new(""), output);
    }
    let paths: Vec<_> = sections.input.paths.iter().map(|path| path.get_ref().clone()).collect();
    if paths.is_empty() {
        return Err("nothing says what to read\n\
                    name files or folders after the pipeline file, or as `paths` under [input]"
            .to_owned());
    }
    plan::inputs(&paths, folder_of(&arguments.config), output)
}

/// The form of each result: the one that was asked for, or that of its input.
pub(crate) fn formats(asked: Option<Format>, inputs: &[Input], to: &Destination) -> Vec<Format> {
    if *to == Destination::Stdout {
        return vec![Format::Jsonl; inputs.len()];
    }
    let following = |input: &Input| Format::following(input.shape, input.codec.unwrap_or(Codec::Plain));
    inputs.iter().map(|input| asked.unwrap_or_else(|| following(input))).collect()
}

/// What is wanted of every record.
pub(crate) fn wanted(loaded: &Loaded, split: Option<Split>) -> Wanted {
    let Loaded { sections, pipeline, .. } = loaded;
    let (input, output) = (&sections.input, &sections.output);
    let fields = fields(input);
    Wanted {
        sheet: Sheet {
            added: Added::new(&tables::layers(pipeline), &output.prefix),
            fields: fields.clone(),
            offsets: output.offsets,
            pipeline: stages_digest(&loaded.text),
        },
        tables: Tables::new(&output.tables, output.table_format, pipeline),
        fields,
        offsets: sections.output.offsets,
        longest: sections.run.max_document_bytes.map_or(LONGEST, |size| size.0),
        split: split.or(input.split).is_some(),
    }
}

/// So many threads, or one for each core.
pub(crate) fn threads(asked: usize) -> usize {
    match asked {
        0 => std::thread::available_parallelism().map_or(1, usize::from),
        threads => threads,
    }
}
