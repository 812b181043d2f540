//! The output folder while a run writes to it: who may write, and how far an earlier run came.

use std::fs::{self, File, TryLockError};
use std::io;
use std::path::{Component, Path, PathBuf};

use super::identity::Identity;
use super::journal::{self, Point};
use super::manifest::Manifest;
use super::names::Names;
use super::whole;

/// An output folder that this run alone may write to.
pub(crate) struct Workplace {
    names: Names,
    /// Where an earlier run had come to.
    pub(crate) point: Option<Point>,
    _lock: File,
}

impl Workplace {
    /// Takes the folder: for a new run, or to go on with one of the same identity.
    ///
    /// # Errors
    ///
    /// If it cannot be written to, another run is at it, or it holds results
    /// that are not of this run. Says what to do.
    pub(crate) fn take(
        names: &Names,
        identity: &Identity,
        results: &[PathBuf],
        overwrite: bool,
    ) -> Result<Self, String> {
        let dir = names.dir.display();
        let cannot = |error: io::Error| format!("cannot write to the output folder {dir}: {error}");
        if !overwrite {
            refuse_results(names, results)?;
        }
        fs::create_dir_all(names.work()).map_err(cannot)?;
        let lock = File::create(names.work().join("lock")).map_err(cannot)?;
        match lock.try_lock() {
            Err(TryLockError::WouldBlock) => {
                return Err(format!("another run is writing to the output folder {dir}"));
            }
            Err(TryLockError::Error(error)) => return Err(cannot(error)),
            Ok(()) => {}
        }
        let point = if overwrite { None } else { earlier(names, identity)? };
        if point.is_none() {
            begin(names, identity, results).map_err(cannot)?;
        }
        Ok(Self { names: names.clone(), point, _lock: lock })
    }

    /// Clears away what was only for the way.
    pub(crate) fn leave(self) -> io::Result<()> {
        fs::remove_dir_all(self.names.work())
    }
}

/// Refuses a folder that holds something already, but for an unfinished run.
fn refuse_results(names: &Names, results: &[PathBuf]) -> Result<(), String> {
    let dir = names.dir.display();
    let told = if names.manifest().exists() {
        "holds the results of a finished run"
    } else if !names.identity().exists() && holds_files(names, results) {
        "holds files already"
    } else {
        return Ok(());
    };
    Err(format!("the output folder {dir} {told}\nname another, or write over them with `--overwrite`"))
}

/// Whether there is anything in the folder; for a part of a run, which shares it, whether its own results are.
fn holds_files(names: &Names, results: &[PathBuf]) -> bool {
    if names.is_part() {
        return results.iter().any(|name| names.dir.join(name).exists());
    }
    let entries = fs::read_dir(&names.dir);
    entries
        .is_ok_and(|mut entries| entries.any(|entry| entry.is_ok_and(|entry| entry.path() != names.work())))
}

/// How far an earlier run of the same identity came.
fn earlier(names: &Names, identity: &Identity) -> Result<Option<Point>, String> {
    let path = names.identity();
    let Ok(text) = fs::read(&path) else { return Ok(None) };
    let earlier: Identity = serde_json::from_slice(&text)
        .map_err(|error| format!("{} is damaged: {error}\n`--overwrite` starts over", path.display()))?;
    let changes = identity.changes(&earlier);
    if !changes.is_empty() {
        return Err(format!(
            "the output folder {} holds an unfinished run that this one cannot go on with; since then changed:\n  {}\n\
             undo the change to go on, or start over with `--overwrite`",
            names.dir.display(),
            changes.join("\n  "),
        ));
    }
    journal::read(&names.journal())
        .map_err(|error| format!("cannot read {}: {error}", names.journal().display()))
}

/// Clears away what an earlier run left, and writes down what this one is of.
fn begin(names: &Names, identity: &Identity, results: &[PathBuf]) -> io::Result<()> {
    let old = Manifest::read(&names.manifest()).map_or_else(|_| Vec::new(), |manifest| manifest.outputs);
    let inside = |path: &Path| path.components().all(|part| matches!(part, Component::Normal(_)));
    let old = old.iter().map(|output| Path::new(&output.path)).filter(|path| inside(path));
    let old = old.map(|path| names.dir.join(path));
    let ours = results.iter().map(|name| names.dir.join(name));
    let ours = ours.chain([
        names.manifest(),
        names.rejected(),
        names.identity(),
        names.journal(),
        names.rejected_part(),
    ]);
    for path in old.chain(ours) {
        match fs::remove_file(path) {
            Err(error) if error.kind() != io::ErrorKind::NotFound => return Err(error),
            _ => {}
        }
    }
    let json = serde_json::to_vec(identity).expect("plain data");
    whole::write(&names.identity(), &json)
}
