//! `copydesk stages`: the stages of this program, and the manual page of one.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use copydesk_core::{LayerId, Registry, StageInfo};
use schemars::generate::SchemaSettings;
use serde_json::{Map, Value, json};

use crate::pages::{self, stage};
use crate::talk::{count, print, say};

/// Lists the stages, or shows the manual page of one.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The stage.
    name: Option<String>,
    /// Write JSON, with the schemas of the options and of what the layers hold.
    #[arg(long)]
    json: bool,
    /// Write the manual page of every stage into a folder.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["name", "json"])]
    docs: Option<PathBuf>,
}

/// Shows what was asked for.
pub(crate) fn run(arguments: &Arguments, registry: &Registry) -> Result<ExitCode, String> {
    if let Some(dir) = &arguments.docs {
        return write_pages(dir, registry);
    }
    let shown = match (arguments.name.as_deref(), arguments.json) {
        (Some(name), false) => stage::page(find(registry, name)?),
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

fn write_pages(dir: &Path, registry: &Registry) -> Result<ExitCode, String> {
    let pages = registry.iter().map(|info| (info.name, stage::page(info)));
    let written =
        pages::write(dir, "copydesk stages --docs", pages.chain([("README", stage::index(registry))]))?;
    say(&format!("wrote {} to {}", count(written, "page", "pages"), dir.display()));
    Ok(ExitCode::SUCCESS)
}

/// A stage as data, with the JSON Schemas of its options and of what its layers hold.
pub(crate) fn json(info: &StageInfo) -> Value {
    let names = |layers: &[LayerId]| layers.iter().map(|layer| layer.name()).collect::<Vec<_>>();
    let schema = |layer: &LayerId| {
        let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
        let mut schema = layer.schema(&mut generator).to_value();
        schema["$defs"] = generator.take_definitions(true).into();
        allow_pairs(&mut schema);
        (layer.name().to_owned(), schema)
    };
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
        "layers": info.provides.iter().map(schema).collect::<Map<_, _>>(),
    })
}

/// Lets the places of a list be pairs, as [`copydesk_core::span_pairs`] writes them.
fn allow_pairs(schema: &mut Value) {
    match schema {
        Value::Array(parts) => parts.iter_mut().for_each(allow_pairs),
        Value::Object(words) => {
            if let Some(items) = words.get_mut("items").filter(|items| items["$ref"] == "#/$defs/Span") {
                let offset = json!({ "type": "integer", "minimum": 0 });
                let pair = json!({ "type": "array", "items": offset, "minItems": 2, "maxItems": 2 });
                *items = json!({ "anyOf": [items, pair] });
            }
            words.values_mut().for_each(allow_pairs);
        }
        _ => {}
    }
}
