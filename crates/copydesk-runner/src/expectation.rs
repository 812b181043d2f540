//! The tables `[[test]]` of a pipeline file: a text, and what should become of it.

use std::collections::BTreeMap;

use copydesk_core::{Diagnostic, LayerId, PipelineFile, Registry, nearest};
use schemars::JsonSchema;
use serde::Deserialize;
use toml::Spanned;

/// A text, and what should become of it: `copydesk test` runs these.
#[derive(Debug, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
pub(crate) struct Expectation {
    /// What the test is about.
    pub(crate) name: String,
    /// The text of a document.
    pub(crate) text: String,
    /// When the document was published.
    pub(crate) date: Option<String>,
    /// What should become of it: `text`, and annotations by layer. Each table in the list of a layer must be found
    /// in an annotation of its own, in this order; what a table leaves out may be anything. An empty list asks for none.
    #[schemars(with = "BTreeMap<String, serde_json::Value>")]
    pub(crate) expect: BTreeMap<Spanned<String>, Spanned<toml::Value>>,
}

/// The key of the text among what is expected.
pub(crate) const TEXT: &str = "text";

/// Reads the tests of a file, and notes where they expect what no stage gives.
pub(crate) fn read(file: &mut PipelineFile<'_>, registry: &Registry) -> Vec<Spanned<Expectation>> {
    let tests: Vec<Spanned<Expectation>> = file.list("test");
    let layers: Vec<_> = registry.layers().into_iter().map(LayerId::name).collect();
    for (key, value) in tests.iter().flat_map(|test| &test.get_ref().expect) {
        if let Some(mistake) = wrong(key, value, &layers) {
            file.mistake(mistake);
        }
    }
    tests
}

fn wrong(key: &Spanned<String>, value: &Spanned<toml::Value>, layers: &[&'static str]) -> Option<Diagnostic> {
    let name = key.get_ref().as_str();
    match value.get_ref() {
        toml::Value::String(_) if name == TEXT => None,
        _ if name == TEXT => Some(
            Diagnostic::new(value.span(), "the text that is expected is a string")
                .help("write it in quotation marks"),
        ),
        _ if !layers.contains(&name) => Some(unknown(key, layers)),
        toml::Value::Array(list) if list.iter().all(toml::Value::is_table) => None,
        _ => Some(
            Diagnostic::new(
                value.span(),
                format!("what is expected of the layer `{name}` is a list of tables"),
            )
            .help(format!("write `expect.{name} = [{{ text = \"…\" }}]`")),
        ),
    }
}

fn unknown(key: &Spanned<String>, layers: &[&'static str]) -> Diagnostic {
    let name = key.get_ref();
    let help = match nearest(name, layers.iter().copied()) {
        Some(guess) => format!("did you mean `{guess}`?"),
        None => format!("the layers are {}", layers.join(", ")),
    };
    Diagnostic::new(key.span(), format!("no stage writes a layer `{name}`")).help(help)
}
