//! `copydesk stages`: the stages of this program, and the manual page of one.

use std::process::ExitCode;

use copydesk_core::{LayerId, Registry, StageInfo};
use serde_json::{Value, json};

use crate::talk::print;

/// Lists the stages, or shows the manual page of one.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The stage.
    name: Option<String>,
    /// Write JSON, with the schema of the options.
    #[arg(long)]
    json: bool,
}

/// Shows what was asked for.
pub(crate) fn run(arguments: &Arguments, registry: &Registry) -> Result<ExitCode, String> {
    let shown = match (arguments.name.as_deref(), arguments.json) {
        (Some(name), false) => page(find(registry, name)?),
        (Some(name), true) => format!("{:#}\n", json(find(registry, name)?)),
        (None, false) => list(registry),
        (None, true) => format!("{:#}\n", registry.iter().map(json).collect::<Value>()),
    };
    print(&shown)
}

/// A line for each stage.
fn list(registry: &Registry) -> String {
    let widest = registry.iter().map(|info| info.name.len()).max().unwrap_or(0);
    registry.iter().map(|info| format!("{:widest$}  {}\n", info.name, info.summary)).collect()
}

/// The stage of a name, or what to do.
fn find(registry: &Registry, name: &str) -> Result<&'static StageInfo, String> {
    registry.get(name).ok_or_else(|| {
        let hint = registry.nearest(name).map_or(String::new(), |near| format!(": did you mean `{near}`?"));
        format!("no stage is named `{name}`{hint}\n`copydesk stages` lists them")
    })
}

/// The manual page of a stage, in Markdown.
fn page(info: &StageInfo) -> String {
    let (krate, version) = info.krate;
    let docs: String =
        info.docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).to_owned() + "\n").collect();
    format!(
        "# {}\n\n{}{}\n{}{}{}From {krate} {version}.\n",
        info.name,
        docs,
        if info.edits { "\nIt edits the text." } else { "\nIt edits nothing." },
        layers("Needs the layers", info.requires),
        layers("Reads, where they are, the layers", info.uses),
        layers("Writes the layers", info.provides),
    )
}

fn layers(label: &str, layers: &[LayerId]) -> String {
    if layers.is_empty() {
        return String::new();
    }
    let lines: String =
        layers.iter().map(|layer| format!("- `{}`: {}\n", layer.name(), layer.summary())).collect();
    format!("{label}:\n\n{lines}\n")
}

/// A stage as data, with the JSON Schema of its options.
pub(crate) fn json(info: &StageInfo) -> Value {
    let names = |layers: &[LayerId]| layers.iter().map(|layer| layer.name()).collect::<Vec<_>>();
    json!({
        "name": info.name,
        "summary": info.summary,
        "requires": names(info.requires),
        "uses": names(info.uses),
        "provides": names(info.provides),
        "edits": info.edits,
        "idempotent": info.idempotent,
        "crate": { "name": info.krate.0, "version": info.krate.1 },
        "options": info.options(&mut schemars::SchemaGenerator::default()),
    })
}
