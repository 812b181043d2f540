//! What a run is of, so that one which goes on can tell whether it is still the same.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::time::UNIX_EPOCH;

use copydesk_core::Pipeline;
use copydesk_io::Source;
use serde::{Deserialize, Serialize};

use super::plan::Input;

/// Everything that the results depend on.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Identity {
    /// The version of the program.
    pub(crate) copydesk: String,
    /// Digest of the stages and their options in the pipeline file.
    pub(crate) config: String,
    /// Digests of the files that the stages read.
    pub(crate) files: BTreeMap<String, String>,
    /// The stages.
    pub(crate) stages: Vec<StageVersion>,
    /// What the pipeline file and the command line want of the records.
    pub(crate) settings: BTreeMap<String, String>,
    /// The inputs, as they are before they are read.
    pub(crate) inputs: Vec<InputVersion>,
}

/// A stage, and where it comes from.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct StageVersion {
    /// Its name.
    pub(crate) name: String,
    /// Its crate.
    #[serde(rename = "crate")]
    pub(crate) krate: String,
    /// The version of its crate.
    pub(crate) version: String,
}

/// An input as it is.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct InputVersion {
    /// What it is called.
    pub(crate) path: String,
    /// Its size.
    pub(crate) bytes: u64,
    /// When it was changed last, in nanoseconds of 1970.
    modified: u64,
}

impl Identity {
    /// What a run of these stages over these inputs is of.
    pub(crate) fn new(toml: &str, files: &[PathBuf], pipeline: &Pipeline, inputs: &[Input]) -> Self {
        Self {
            copydesk: env!("CARGO_PKG_VERSION").to_owned(),
            config: stages_digest(toml),
            files: files.iter().map(|path| (path.display().to_string(), file_digest(path))).collect(),
            stages: pipeline.steps.iter().map(|step| StageVersion::of(step.info)).collect(),
            settings: BTreeMap::new(),
            inputs: inputs.iter().map(InputVersion::of).collect(),
        }
    }

    /// What has changed since an earlier run, in words.
    pub(crate) fn changes(&self, earlier: &Self) -> Vec<String> {
        let mut changes = Vec::new();
        if self.copydesk != earlier.copydesk {
            changes.push(format!("copydesk was version {} and is {}", earlier.copydesk, self.copydesk));
        }
        for (is, was) in
            self.stages.iter().zip(&earlier.stages).filter(|(is, was)| is.name == was.name && is != was)
        {
            changes
                .push(format!("the stage `{}` was version {} and is {}", is.name, was.version, is.version));
        }
        if self.config != earlier.config {
            changes.push("the stages of the pipeline file, or their options".to_owned());
        }
        changes.extend(entries("the file", &self.files, &earlier.files, false));
        changes.extend(entries("the setting", &self.settings, &earlier.settings, true));
        changes.extend(inputs(&self.inputs, &earlier.inputs));
        changes
    }
}

fn entries(
    what: &str,
    is: &BTreeMap<String, String>,
    was: &BTreeMap<String, String>,
    show: bool,
) -> Vec<String> {
    let names: std::collections::BTreeSet<_> = is.keys().chain(was.keys()).collect();
    let changed = names.into_iter().filter(|name| is.get(*name) != was.get(*name));
    let none = "none".to_owned();
    let told = |name: &String| {
        let (is, was) = (is.get(name).unwrap_or(&none), was.get(name).unwrap_or(&none));
        if show { format!("{what} `{name}` was {was} and is {is}") } else { format!("{what} {name}") }
    };
    changed.map(told).collect()
}

fn inputs(is: &[InputVersion], was: &[InputVersion]) -> Vec<String> {
    let find = |list: &[InputVersion], path: &str| list.iter().position(|input| input.path == path);
    let changed = was.iter().filter_map(|was| match find(is, &was.path) {
        None => Some(format!("the input {} is no longer among them", was.path)),
        Some(at) if is[at] != *was => Some(format!("the input {} was changed", was.path)),
        Some(_) => None,
    });
    let new = is.iter().filter(|is| find(was, &is.path).is_none());
    let mut told: Vec<_> = changed.chain(new.map(|is| format!("the input {} is new", is.path))).collect();
    if told.is_empty() && is != was {
        told.push("the order of the inputs".to_owned());
    }
    told
}

impl StageVersion {
    fn of(info: &copydesk_core::StageInfo) -> Self {
        let (krate, version) = info.krate;
        Self { name: info.name.to_owned(), krate: krate.to_owned(), version: version.to_owned() }
    }
}

impl InputVersion {
    fn of(input: &Input) -> Self {
        let meta = match &input.source {
            Source::File(path) => std::fs::metadata(path).ok(),
            Source::Stdin => None,
        };
        let modified = meta.as_ref().and_then(|meta| meta.modified().ok()?.duration_since(UNIX_EPOCH).ok());
        Self {
            path: input.name.clone(),
            bytes: meta.map_or(0, |meta| meta.len()),
            modified: modified.map_or(0, |time| u64::try_from(time.as_nanos()).unwrap_or(u64::MAX)),
        }
    }
}

/// Of the stages alone: comments, spelling and the other sections do not count.
pub(crate) fn stages_digest(toml: &str) -> String {
    let value: serde_json::Value = toml::from_str(toml).unwrap_or_default();
    blake3::hash(value["stage"].to_string().as_bytes()).to_hex().to_string()
}

/// The digest of a file, or of all files below a folder.
fn file_digest(path: &Path) -> String {
    let mut digest = blake3::Hasher::new();
    let mut paths = vec![path.to_owned()];
    while let Some(path) = paths.pop() {
        if let Ok(entries) = std::fs::read_dir(&path) {
            let mut below: Vec<_> = entries.filter_map(|entry| Some(entry.ok()?.path())).collect();
            below.sort();
            paths.extend(below);
        } else if let Ok(bytes) = std::fs::read(&path) {
            digest.update(&bytes);
        }
    }
    digest.finalize().to_hex().to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_stages_do_counts() {
        let digest = stages_digest("[[stage]]\nuse = \"a\"\nb = 1\n");
        assert_eq!(digest, stages_digest("# news\n[run]\nthreads = 3\n[[stage]]\nuse='a'\nb=1"));
        assert_ne!(digest, stages_digest("[[stage]]\nuse = \"a\"\nb = 2\n"));
    }

    #[test]
    fn every_change_is_told() {
        let input = |path: &str, bytes| InputVersion { path: path.to_owned(), bytes, modified: 0 };
        let was = Identity {
            copydesk: "1".to_owned(),
            settings: [("offsets".to_owned(), "chars".to_owned())].into(),
            inputs: vec![input("a", 1), input("b", 1)],
            ..Identity::default()
        };
        let is = Identity {
            copydesk: "2".to_owned(),
            config: "x".to_owned(),
            inputs: vec![input("a", 2), input("c", 1)],
            ..Identity::default()
        };
        let told = is.changes(&was).join("; ");
        for change in [
            "version 1 and is 2",
            "or their options",
            "`offsets` was chars and is none",
            "a was changed",
            "b is no longer",
            "c is new",
        ] {
            assert!(told.contains(change), "{change}: {told}");
        }
        assert!(was.changes(&was).is_empty());
    }
}
