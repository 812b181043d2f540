//! The manual page of a stage.

use copydesk_core::{LayerId, Registry, RuleDoc, StageInfo, rule_docs};
use schemars::generate::SchemaSettings;

use super::{code, lowered, table, unindented};
use crate::fields::{Field, fields};
use crate::schema;

/// The page: what the stage does, its options, layers, rules and example.
pub(crate) fn page(info: &StageInfo) -> String {
    let edits = if info.edits { "It edits the text." } else { "It edits nothing." };
    let parts = [
        format!("# {}\n\n{}\n", info.name, lowered(&unindented(info.docs), 1).trim_end()),
        part("Options", &options(info)),
        part("Needs", &names("These layers must come from a stage before it:", info.requires)),
        part("Uses", &names("These layers are read where a stage before it writes them:", info.uses)),
        part("Writes", &(edits.to_owned() + "\n" + &provided(info.provides))),
        part(
            "Rules",
            &rules(&rule_docs().into_iter().filter(|rule| rule.stage == info.name).collect::<Vec<_>>()),
        ),
        part("Example", lowered(info.example, 2).trim_start()),
    ];
    parts.into_iter().filter(|part| !part.is_empty()).collect::<Vec<_>>().join("\n")
}

/// A page that lists the stages.
pub(crate) fn index(registry: &Registry) -> String {
    let row = |info: &'static StageInfo| {
        let writes: Vec<_> = info.provides.iter().map(|layer| code(layer.name())).collect();
        [format!("[`{0}`]({0}.md)", info.name), info.summary.to_owned(), writes.join(", ")]
    };
    let rows: Vec<_> = registry.iter().map(row).collect();
    format!("# The stages\n\n{}", table(["stage", "what it does", "layers"], &rows))
}

fn part(title: &str, body: &str) -> String {
    if body.trim().is_empty() { String::new() } else { format!("## {title}\n\n{}\n", body.trim_end()) }
}

fn options(info: &StageInfo) -> String {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let schema = schema::options(info, &mut generator);
    let row = |field: Field| {
        let default = field.default.as_deref().map_or(String::new(), code);
        [code(&field.path), field.kind, default, field.docs]
    };
    let rows: Vec<_> = fields(&schema, generator.definitions()).into_iter().map(row).collect();
    if rows.is_empty() {
        "It has none.\n".to_owned()
    } else {
        table(["option", "what it may be", "default", "meaning"], &rows)
    }
}

fn names(intro: &str, layers: &[LayerId]) -> String {
    let lines: String =
        layers.iter().map(|layer| format!("- `{}`: {}\n", layer.name(), layer.summary())).collect();
    if lines.is_empty() { lines } else { format!("{intro}\n\n{lines}") }
}

fn provided(layers: &[LayerId]) -> String {
    layers.iter().map(|layer| provided_layer(*layer)).collect()
}

/// A layer with the fields of its value, beside those that every annotation has.
fn provided_layer(layer: LayerId) -> String {
    let mut generator = SchemaSettings::draft2020_12().for_serialize().into_generator();
    let schema = schema::own(layer.schema(&mut generator).to_value(), &mut generator);
    let rows: Vec<_> = fields(&schema, generator.definitions())
        .into_iter()
        .map(|field| [code(&field.path), field.kind, field.docs])
        .collect();
    let fields = table(["field", "what it is", "meaning"], &rows);
    let fields = if fields.is_empty() { fields } else { format!("\n{fields}") };
    format!("\n### `{}`\n\n{}.\n{fields}", layer.name(), capitalized(layer.summary()))
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or(String::new(), |first| first.to_uppercase().chain(letters).collect())
}

fn rules(rules: &[RuleDoc]) -> String {
    let mut packs: Vec<_> = rules.iter().map(|rule| rule.pack.as_str()).collect();
    packs.sort_unstable();
    packs.dedup();
    let row = |pack: &str| {
        let n = rules.iter().filter(|rule| rule.pack == pack).count();
        [format!("[`{pack}`](../packs/{pack}.md)"), n.to_string()]
    };
    table(["pack", "rules"], &packs.into_iter().map(row).collect::<Vec<_>>())
}
