//! Every stage crate of the workspace is linked, and crates depend one way.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::{env, fs};

use copydesk_stages as _;

/// The folders of all crates of the project.
fn crates() -> Vec<PathBuf> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).parent().unwrap();
    let folders = fs::read_dir(root).unwrap().map(|entry| entry.unwrap().path());
    folders.filter(|path| path.join("Cargo.toml").exists()).collect()
}

fn name(folder: &Path) -> String {
    folder.file_name().unwrap().to_str().unwrap().to_owned()
}

/// Whether the crate's own source declares a stage.
fn declares_a_stage(folder: &Path) -> bool {
    let mut folders = vec![folder.join("src")];
    while let Some(folder) = folders.pop() {
        for path in fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()) {
            if path.is_dir() {
                folders.push(path);
            } else if fs::read_to_string(&path)
                .is_ok_and(|text| text.lines().any(|l| l.starts_with("declare_stage! {")))
            {
                return true;
            }
        }
    }
    false
}

fn dependencies(folder: &Path) -> BTreeSet<String> {
    let manifest: toml::Table = fs::read_to_string(folder.join("Cargo.toml")).unwrap().parse().unwrap();
    let named = manifest.get("dependencies").and_then(toml::Value::as_table);
    named.map(|named| named.keys().cloned().collect()).unwrap_or_default()
}

#[test]
fn every_stage_crate_is_linked() {
    let there: BTreeSet<String> = crates().iter().filter(|f| declares_a_stage(f)).map(|f| name(f)).collect();
    assert!(there.len() >= 5, "the stage crates are found: {there:?}");
    let registry = copydesk_core::Registry::linked().unwrap();
    let linked: BTreeSet<String> = registry.iter().map(|stage| stage.krate.0.to_owned()).collect();
    let forgotten: Vec<_> = there.difference(&linked).collect();
    assert!(forgotten.is_empty(), "add a line for {forgotten:?} to crates/copydesk-stages/Cargo.toml");
}

/// The layers of the house, bottom to top; a crate may depend on those in lower rows only.
const ROWS: &[&[&str]] = &[
    &["copydesk-core", "copydesk-words"],
    &["copydesk-text", "copydesk-io", "copydesk-testkit"],
    &[], // the stages, among which only layer types are shared
    &["copydesk-stages"],
    &["copydesk-runner"],
];
const STAGES_ROW: usize = 2;

fn row(krate: &str, stages: &BTreeSet<String>) -> Option<usize> {
    let listed = ROWS.iter().position(|row| row.contains(&krate));
    listed.or_else(|| stages.contains(krate).then_some(STAGES_ROW))
}

#[test]
fn crates_depend_one_way() {
    let stages: BTreeSet<String> = crates().iter().filter(|f| declares_a_stage(f)).map(|f| name(f)).collect();
    for folder in crates() {
        let krate = name(&folder);
        let Some(above) = row(&krate, &stages) else { continue };
        for dependency in dependencies(&folder) {
            let Some(below) = row(&dependency, &stages) else { continue };
            let fine = below < above || (below == above && above == STAGES_ROW);
            assert!(fine, "{krate} must not depend on {dependency}: see docs/architecture.md");
        }
    }
    let core = dependencies(&crates().into_iter().find(|f| name(f) == "copydesk-core").unwrap());
    assert!(!core.iter().any(|d| d.starts_with("copydesk-")), "the core depends on no crate of the project");
    let runner = dependencies(&crates().into_iter().find(|f| name(f) == "copydesk-runner").unwrap());
    let stage = runner.iter().find(|d| stages.contains(*d) || *d == "copydesk-stages");
    assert_eq!(stage, None, "the runner knows stages by the registry alone");
}
