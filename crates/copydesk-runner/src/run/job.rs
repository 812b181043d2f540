//! A whole run: from what it is to do to its exit code.

use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::sync::Arc;

use copydesk_core::OnError;
use copydesk_io::{Format, Source};

use super::desk::Wanted;
use super::engine::{self, Run};
use super::identity::Identity;
use super::manifest::Manifest;
use super::names::Names;
use super::plan::Input;
use super::progress::{Progress, Teller};
use super::reader::Reader;
use super::shard::Shard;
use super::sink::{Folder, Sink, end_table};
use super::summary::summary;
use super::watch::Watch;
use super::workplace::Workplace;
use super::writer::{Ended, Rules, Stop, Writer};
use super::{form, stop, whole};
use crate::exit::FAILED;
use crate::load::Loaded;
use crate::talk::say;

/// Where results go.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Destination {
    /// A file for each input, in a folder.
    Folder(PathBuf),
    /// Standard output.
    Stdout,
}

/// What a run is to do.
pub(crate) struct Job<'a> {
    /// Where the pipeline file is.
    pub(crate) config: &'a Path,
    /// What it says.
    pub(crate) loaded: &'a Loaded,
    /// What is read.
    pub(crate) inputs: Vec<Input>,
    /// The form of each result.
    pub(crate) formats: Vec<Format>,
    /// What is wanted of every record.
    pub(crate) wanted: Wanted,
    /// Where results go.
    pub(crate) to: Destination,
    /// Which part of the run this is.
    pub(crate) shard: Option<Shard>,
    /// How many threads there may be.
    pub(crate) threads: usize,
    /// Whether to write over what is there.
    pub(crate) overwrite: bool,
    /// Where metrics go.
    pub(crate) metrics: Option<PathBuf>,
}

/// Does it.
///
/// # Errors
///
/// If it cannot begin.
pub(crate) fn run(job: &Job<'_>) -> Result<ExitCode, String> {
    form::check(&job.inputs, &job.formats, &job.wanted.sheet)?;
    job.results_have_a_place()?;
    job.tables_have_a_place()?;
    let names = match &job.to {
        Destination::Folder(dir) => Some(Names::new(dir, job.shard)),
        Destination::Stdout => None,
    };
    let identity = job.identity();
    let mut place = names.as_ref().map(|names| job.take(names, &identity)).transpose()?;
    let point = place.as_mut().and_then(|place| place.point.take());
    if let Some(point) = &point {
        tracing::info!("going on with an unfinished run: {} records are done", point.total.read);
    }
    let sink = match &names {
        Some(names) => {
            let tables = job.wanted.tables.files(names).map_err(|error| error.to_string())?;
            Folder::open(names.clone(), tables, point.as_ref()).map(|folder| Sink::Folder(Box::new(folder)))
        }
        None => Ok(Sink::Stdout(std::io::stdout())),
    };
    let sink = sink.map_err(|error| format!("cannot write to the output folder: {error}"))?;
    let ended = job.go(sink, point)?;
    let failed = ended.stop.as_ref().map(told).or_else(|| job.failure(&ended));
    let whole = ended.done.len() == job.inputs.len() && ended.stop.is_none();
    if let (Some(names), Some(place), true) = (&names, place, whole) {
        let wrapped = job.wrap_up(names, &identity, &ended, failed.as_ref());
        wrapped
            .and_then(|()| place.leave())
            .map_err(|error| format!("cannot write the manifest: {error}"))?;
    }
    if ended.stop == Some(Stop::ClosedPipe) {
        return Ok(ExitCode::SUCCESS);
    }
    say(&summary(&job.stages(), &ended.total, ended.seconds));
    let Some(failed) = failed else { return Ok(ExitCode::SUCCESS) };
    say(&format!("error: {failed}"));
    Ok(ExitCode::from(FAILED))
}

impl Job<'_> {
    /// The file of rejected records has a name that no result may have.
    fn results_have_a_place(&self) -> Result<(), String> {
        let Destination::Folder(dir) = &self.to else { return Ok(()) };
        let names = Names::new(dir, self.shard);
        let taken = |(input, format): &(&Input, &Format)| {
            names.dir.join(names.result(&input.stem, **format)) == names.rejected()
        };
        match self.inputs.iter().zip(&self.formats).find(taken) {
            Some((input, _)) => Err(format!(
                "the result of {} would have the name of the file for rejected records, {}\n\
                 give the input another name, or the result another form with `--format`",
                input.name,
                names.rejected().display()
            )),
            None => Ok(()),
        }
    }

    /// Flat tables are files of their own.
    fn tables_have_a_place(&self) -> Result<(), String> {
        let tables = &self.wanted.tables;
        let Destination::Folder(dir) = &self.to else {
            let told = "the flat tables under [output] `tables` need an output folder: `-o DIR`";
            return if tables.is_empty() { Ok(()) } else { Err(told.to_owned()) };
        };
        let names = Names::new(dir, self.shard);
        let results = self.inputs.iter().zip(&self.formats);
        let results: Vec<_> = results.map(|(input, format)| names.result(&input.stem, *format)).collect();
        let tables = tables.files(&names).map_err(|error| error.to_string())?;
        match tables.iter().find(|table| results.contains(&table.name)) {
            Some(table) => Err(format!(
                "{} would be both the result of an input and a flat table\nname another `table_format` under [output]",
                table.name.display()
            )),
            None => Ok(()),
        }
    }

    fn stages(&self) -> Vec<&'static str> {
        self.loaded.pipeline.steps.iter().map(|step| step.info.name).collect()
    }

    fn identity(&self) -> Identity {
        let Loaded { text, files, pipeline, sections, .. } = self.loaded;
        let mut identity = Identity::new(text, files, pipeline, &self.inputs);
        let fields = &self.wanted.fields;
        let mut set = |name: &str, value: String| identity.settings.insert(name.to_owned(), value);
        set("text", fields.text.name().to_owned());
        set("offsets", format!("{:?}", self.wanted.offsets).to_lowercase());
        set("max_document_bytes", self.wanted.longest.to_string());
        set("on_error", format!("{:?}", sections.run.on_error).to_lowercase());
        if let Some(id) = &fields.id {
            set("id", id.name().to_owned());
        }
        if let Some(date) = &fields.date {
            set("date", date.name().to_owned());
        }
        if self.wanted.split {
            set("split", "blank-lines".to_owned());
        }
        if let Some(shard) = self.shard {
            set("shard", shard.to_string());
        }
        if !self.wanted.tables.is_empty() {
            set(
                "tables",
                format!("{} {}", self.wanted.tables.layers(), self.wanted.tables.format.extension()),
            );
        }
        if self.formats.contains(&Format::Parquet) {
            set("prefix", sections.output.prefix.clone());
        }
        let mut forms: Vec<_> = self.formats.iter().map(|format| format.extension()).collect();
        forms.dedup();
        set("format", forms.join(" "));
        identity
    }

    /// Takes the output folder. A run over standard input cannot go on with another.
    fn take(&self, names: &Names, identity: &Identity) -> Result<Workplace, String> {
        let results: Vec<_> = self
            .inputs
            .iter()
            .zip(&self.formats)
            .map(|(input, format)| names.result(&input.stem, *format))
            .collect();
        let tables = self.wanted.tables.files(names).map_err(|error| error.to_string())?;
        let results = [results, tables.into_iter().map(|table| table.name).collect()].concat();
        let fresh =
            self.inputs.iter().any(|input| input.source == Source::Stdin) && names.identity().exists();
        Workplace::take(names, identity, &results, self.overwrite || fresh)
    }

    fn go(&self, sink: Sink, point: Option<super::journal::Point>) -> Result<Ended, String> {
        let cannot = |error: std::io::Error| format!("cannot start the run: {error}");
        let run = &self.loaded.sections.run;
        let fail_fast = run.on_error == OnError::Fail;
        let rules = Rules { budget: run.max_failures, fail_fast, part: self.shard.is_some() };
        let progress = Arc::new(Progress::new(self.size()));
        let names = self.inputs.iter().map(|input| input.name.clone()).collect();
        let watch = Arc::new(Watch::new(self.threads, run.slow_document, names));
        let stop = stop::on_signal().map_err(cannot)?;
        let reader = Reader::new(&self.inputs, self.wanted.longest)
            .for_formats(&self.formats)
            .telling(Arc::clone(&progress))
            .until(Arc::clone(&stop))
            .only(self.shard)
            .from(point.as_ref());
        let writer =
            Writer::new(&self.inputs, &self.formats, &self.wanted, sink, point, Arc::clone(&progress))
                .with(rules);
        let teller = Teller::start(progress, Arc::clone(&watch), self.metrics.clone()).map_err(cannot)?;
        let run = Run {
            pipeline: &self.loaded.pipeline,
            inputs: &self.inputs,
            formats: &self.formats,
            wanted: &self.wanted,
            threads: self.threads,
            watch: &watch,
        };
        let ended = engine::run(&run, reader, writer).map_err(cannot);
        teller.end();
        let mut ended = ended?;
        if stop.load(std::sync::atomic::Ordering::Relaxed) && ended.done.len() < self.inputs.len() {
            ended.stop.get_or_insert(Stop::Interrupted);
        }
        Ok(ended)
    }

    /// Bytes of all inputs, if they are known.
    fn size(&self) -> u64 {
        let size = |input: &Input| match &input.source {
            Source::File(path) => std::fs::metadata(path).ok().map(|meta| meta.len()),
            Source::Stdin => None,
        };
        self.inputs.iter().map(size).sum::<Option<u64>>().unwrap_or(0)
    }

    /// Why a run that came to its end has failed.
    fn failure(&self, ended: &Ended) -> Option<String> {
        let total = &ended.total;
        let broken = ended.done.iter().filter(|input| input.end.error.is_some()).count();
        let budget = self.loaded.sections.run.max_failures.filter(|budget| budget.exceeded(total));
        match (budget, broken) {
            _ if !total.balances() => Some("the counts do not balance: please report this".to_owned()),
            (Some(budget), _) => Some(told(&Stop::Budget(budget))),
            _ if total.read > 0 && total.failed() + total.unreadable() == total.read => {
                Some("no document went through".to_owned())
            }
            (None, 0) => None,
            (None, 1) => Some("an input could not be read to its end".to_owned()),
            (None, broken) => Some(format!("{broken} inputs could not be read to their end")),
        }
    }

    /// Puts the rejected records and the manifest beside the results.
    fn wrap_up(
        &self,
        names: &Names,
        identity: &Identity,
        ended: &Ended,
        failed: Option<&String>,
    ) -> std::io::Result<()> {
        if names.rejected_part().exists() {
            whole::rename(&names.rejected_part(), &names.rejected())?;
        }
        let mut tables = Vec::new();
        for (number, table) in self.wanted.tables.files(names)?.iter().enumerate() {
            tables.push(end_table(names, number, table)?);
        }
        let config = self.config.canonicalize().unwrap_or_else(|_| self.config.to_owned());
        let mut manifest = Manifest::new(identity, &config, &ended.total, &ended.done, ended.seconds);
        if let Some(error) = failed {
            "failed".clone_into(&mut manifest.status);
            manifest.error = Some(error.clone());
        }
        manifest.outputs.extend(tables);
        manifest.write(&names.manifest())
    }
}

/// Says why a run stopped, and what to do.
fn told(stop: &Stop) -> String {
    match stop {
        Stop::ClosedPipe => "nobody reads the records any more".to_owned(),
        Stop::Interrupted => "interrupted; the same command goes on from here".to_owned(),
        Stop::CannotWrite(error) => {
            format!(
                "cannot write the results: {error}\nwhat is done is kept; the same command goes on from here"
            )
        }
        Stop::Failed(what) => format!("{what}\n`on_error` is \"fail\", so the run ends here"),
        Stop::Budget(budget) => format!("more documents failed than `max_failures` allows: {budget}"),
    }
}
