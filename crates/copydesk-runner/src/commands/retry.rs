//! `copydesk retry`: the rejected records of a run once more.

use std::fmt::Display;
use std::fs::{self, File};
use std::io::{self, BufRead, BufReader, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use copydesk_core::Registry;
use copydesk_io::{Shape, named};
use serde::Deserialize;

use super::run::{formats, threads, wanted};
use crate::field_names::FieldNames;
use crate::load::load;
use crate::log::{self, LogFormat};
use crate::run::job::{self, Destination, Job};
use crate::run::manifest::Manifest;
use crate::run::names::Names;
use crate::run::plan;
use crate::talk::{count, say};

/// Runs the rejected records of a finished run once more, and only those.
///
/// For when a stage or the pipeline file was mended. The records go through
/// the pipeline file of the run, as it is now, into a new folder.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The output folder of the run.
    output: PathBuf,
    /// Where the results go; `retry-1` in the folder, or the next free number, where it is left out.
    #[arg(short, long, value_name = "DIR")]
    to: Option<PathBuf>,
    /// Another pipeline file than that of the run.
    #[arg(long, value_name = "FILE")]
    config: Option<PathBuf>,
    #[command(flatten)]
    fields: FieldNames,
    /// Threads; 0 is one for each core.
    #[arg(long, value_name = "N")]
    threads: Option<usize>,
    /// How events are told on standard error.
    #[arg(long, value_enum, default_value_t)]
    log_format: LogFormat,
}

/// What is needed of a line of `rejected.jsonl`.
#[derive(Deserialize)]
struct Kept {
    file: String,
    line: u64,
    record: Option<String>,
    record_base64: Option<String>,
}

/// Runs the rejected records.
pub(crate) fn run(arguments: &Arguments, registry: &Registry) -> Result<ExitCode, String> {
    let names = Names::new(&arguments.output, None);
    let manifest = Manifest::read(&names.manifest())?;
    let rejected = names.all_rejected();
    let rejected =
        rejected.map_err(|error| format!("cannot read {}: {error}", arguments.output.display()))?;
    if rejected.is_empty() {
        say("nothing was rejected");
        return Ok(ExitCode::SUCCESS);
    }
    let config = arguments.config.clone().unwrap_or_else(|| manifest.config.path.clone().into());
    let mut loaded = match load(&config, registry) {
        Ok(loaded) => loaded,
        Err(code) => return Ok(code),
    };
    arguments.fields.put_over(&mut loaded.sections.input);
    log::start(arguments.log_format);
    let dir = arguments.to.clone().unwrap_or_else(|| free(&arguments.output));
    let records = Records::take_out(&rejected, &dir.with_extension("records"))?;
    let inputs = plan::inputs(&[records.dir.to_string_lossy().into_owned()], Path::new(""), None)?;
    let to = Destination::Folder(dir.clone());
    let code = job::run(&Job {
        config: &config,
        formats: formats(None, &inputs, &to),
        wanted: wanted(&loaded, None),
        inputs,
        to,
        shard: None,
        threads: threads(arguments.threads.unwrap_or(loaded.sections.run.threads)),
        overwrite: false,
        metrics: None,
        loaded: &loaded,
    });
    say(&format!("the results are in {}", dir.display()));
    code
}

/// The first name that is not taken.
fn free(output: &Path) -> PathBuf {
    let mut names = (1..).map(|number| output.join(format!("retry-{number}")));
    names.find(|path| !path.exists()).expect("some number is free")
}

/// Rejected records as files again, for as long as they are read.
struct Records {
    dir: PathBuf,
}

impl Records {
    fn take_out(rejected: &[PathBuf], dir: &Path) -> Result<Self, String> {
        let cannot = |error: io::Error| format!("cannot write the records to {}: {error}", dir.display());
        fs::create_dir_all(dir).map_err(cannot)?;
        let records = Self { dir: dir.to_owned() };
        let mut lines = BufWriter::new(File::create(dir.join("retried.jsonl")).map_err(cannot)?);
        let mut without = 0;
        for path in rejected {
            let told =
                |error: &dyn Display| format!("cannot take the records out of {}: {error}", path.display());
            for line in BufReader::new(File::open(path).map_err(|error| told(&error))?).lines() {
                let line = line.map_err(|error| told(&error))?;
                let kept: Kept = serde_json::from_str(&line).map_err(|error| told(&error))?;
                let written = kept.bytes().map(|bytes| kept.write(&bytes, dir, &mut lines));
                without += usize::from(written.is_none());
                written.unwrap_or(Ok(())).map_err(cannot)?;
            }
        }
        lines.flush().map_err(cannot)?;
        if without > 0 {
            let records = count(without, "record was", "records were");
            tracing::warn!(
                "{records} too long to be kept: raise `max_document_bytes` and run their input again"
            );
        }
        Ok(records)
    }
}

impl Drop for Records {
    fn drop(&mut self) {
        // What cannot be removed is in nobody's way.
        let _kept = fs::remove_dir_all(&self.dir);
    }
}

impl Kept {
    fn bytes(&self) -> Option<Vec<u8>> {
        let decoded = || BASE64_STANDARD.decode(self.record_base64.as_ref()?).ok();
        self.record.as_ref().map(|record| record.clone().into_bytes()).or_else(decoded)
    }

    /// Writes its bytes to the other lines, or as the text file that they were.
    fn write(&self, bytes: &[u8], dir: &Path, lines: &mut impl Write) -> io::Result<()> {
        match self.text_file() {
            Some(stem) => fs::write(free_name(dir, &stem), bytes),
            None => lines.write_all(bytes).and_then(|()| lines.write_all(b"\n")),
        }
    }

    /// The stem for a text that was a file of its own, or a part of one.
    fn text_file(&self) -> Option<String> {
        let (stem, shape, _) = named(Path::new(&self.file))?;
        let whole = if self.line == 1 { String::new() } else { format!("-{}", self.line) };
        (shape == Shape::Text).then(|| format!("{stem}{whole}"))
    }
}

/// A name for a text; files of different folders may have had one stem.
fn free_name(dir: &Path, stem: &str) -> PathBuf {
    let first = dir.join(format!("{stem}.txt"));
    let mut names =
        std::iter::once(first).chain((2..).map(|number| dir.join(format!("{stem}-{number}.txt"))));
    names.find(|path| !path.exists()).expect("some number is free")
}
