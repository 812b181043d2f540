//! `copydesk merge-manifests`: the parts of a run added up.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use crate::exit::FAILED;
use crate::run::manifest::Manifest;
use crate::run::names::Names;
use crate::run::shard::Shard;
use crate::run::summary::summary;
use crate::run::tally::Tally;
use crate::talk::{count, say};

/// Adds up the manifests of a run in parts, and says which parts are missing.
///
/// Reads every `manifest.I-of-N.json` in the folder and writes `manifest.json`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The output folder that the parts share.
    output: PathBuf,
}

/// Adds them up.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let dir = &arguments.output;
    let of = parts(dir)?;
    let shards: Vec<_> = (1..=of).filter_map(|index| Shard::new(index, of)).collect();
    let path = |shard: Shard| Names::new(dir, Some(shard)).manifest();
    let missing: Vec<_> =
        shards.iter().filter(|shard| !path(**shard).exists()).map(ToString::to_string).collect();
    if !missing.is_empty() {
        let noun = if missing.len() == 1 { "part is" } else { "parts are" };
        return Ok(fail(&format!("{noun} missing: {}\nrun each with `--shard`", missing.join(", "))));
    }
    let manifests: Vec<_> =
        shards.iter().map(|shard| Manifest::read(&path(*shard))).collect::<Result<_, _>>()?;
    if let Some(other) = manifests.iter().find(|manifest| !one_run(manifest, &manifests[0])) {
        let name = other.shard.as_deref().unwrap_or("?");
        return Ok(fail(&format!(
            "part {name} is of another run: its pipeline or its inputs are not those of part 1/{of}"
        )));
    }
    let merged = merged(&manifests);
    let names: Vec<_> = merged.stages.iter().map(|stage| stage.version.name.as_str()).collect();
    merged
        .write(&Names::new(dir, None).manifest())
        .map_err(|error| format!("cannot write the manifest: {error}"))?;
    say(&summary(&names, &merged.total(), merged.seconds));
    say(&format!("{} added up", count(manifests.len(), "part", "parts")));
    match &merged.error {
        Some(error) => Ok(fail(error)),
        None => Ok(ExitCode::SUCCESS),
    }
}

fn fail(message: &str) -> ExitCode {
    say(&format!("error: {message}"));
    ExitCode::from(FAILED)
}

/// Of how many parts the run is.
fn parts(dir: &Path) -> Result<u64, String> {
    let entries =
        std::fs::read_dir(dir).map_err(|error| format!("cannot read {}: {error}", dir.display()))?;
    let names = entries.filter_map(|entry| entry.ok()?.file_name().into_string().ok());
    let part = |name: String| {
        let tag = name.strip_prefix("manifest.")?.strip_suffix(".json")?;
        tag.split_once("-of-")?.1.parse::<u64>().ok()
    };
    let mut counts: Vec<_> = names.filter_map(part).collect();
    counts.sort_unstable();
    counts.dedup();
    match counts[..] {
        [of] => Ok(of),
        [] => Err(format!("{} holds no manifest of a part, such as manifest.1-of-8.json", dir.display())),
        _ => Err(format!(
            "{} holds manifests of runs in different numbers of parts: {counts:?}",
            dir.display()
        )),
    }
}

/// Whether two parts are of one run.
fn one_run(a: &Manifest, b: &Manifest) -> bool {
    let settings = |manifest: &Manifest| {
        let mut settings = manifest.config.settings.clone();
        settings.remove("shard");
        settings
    };
    let stages =
        |manifest: &Manifest| manifest.stages.iter().map(|stage| stage.version.clone()).collect::<Vec<_>>();
    let inputs = |manifest: &Manifest| {
        manifest.inputs.iter().map(|input| (input.path.clone(), input.end.digest.clone())).collect::<Vec<_>>()
    };
    a.config.digest == b.config.digest
        && a.config.files == b.config.files
        && settings(a) == settings(b)
        && stages(a) == stages(b)
        && inputs(a) == inputs(b)
}

fn merged(parts: &[Manifest]) -> Manifest {
    let mut merged = parts[0].clone();
    let mut total = Tally::default();
    merged.shard = None;
    merged.config.settings.remove("shard");
    merged.outputs.clear();
    merged.inputs.iter_mut().for_each(|input| (input.read, input.written) = (0, 0));
    merged.error = None;
    for part in parts {
        total.merge(&part.total());
        merged.outputs.extend(part.outputs.iter().cloned());
        for (mine, theirs) in merged.inputs.iter_mut().zip(&part.inputs) {
            mine.read += theirs.read;
            mine.written += theirs.written;
        }
        if let (None, Some(error)) = (&merged.error, &part.error) {
            merged.error = Some(format!("part {} failed: {error}", part.shard.as_deref().unwrap_or("?")));
        }
        merged.seconds = merged.seconds.max(part.seconds);
    }
    if merged.error.is_none() {
        "complete".clone_into(&mut merged.status);
    } else {
        "failed".clone_into(&mut merged.status);
    }
    merged.count(total);
    merged
}
