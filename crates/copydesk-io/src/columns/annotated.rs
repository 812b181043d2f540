//! The columns that a run adds: one for each layer of its pipeline, and one for the edits.

use arrow_array::ArrayRef;
use arrow_array::cast::AsArray;
use arrow_schema::{Field as ArrowField, Fields};
use copydesk_core::{Document, LayerId, OffsetUnit};
use serde::de::DeserializeSeed;

use super::builder::Builder;
use super::kind::{Field, Kind, span};

/// The name of the column of edits.
pub(crate) const EDITS: &str = "edits";

/// The columns that a run adds to its records, with their types.
#[derive(Clone, Debug)]
pub struct Added {
    names: Vec<String>,
    kind: Kind,
}

impl Added {
    /// Of the layers that a pipeline provides; `prefix` stands before each name.
    #[must_use]
    pub fn new(layers: &[LayerId], prefix: &str) -> Self {
        let mut layers = layers.to_vec();
        layers.sort_by_key(|layer| layer.name());
        layers.dedup();
        let fields: Vec<_> =
            layers.iter().map(|layer| Field::new(layer.name(), Kind::of_annotations(*layer))).collect();
        let names = fields.iter().map(|field| field.name.as_str()).chain([EDITS]);
        let names = names.map(|name| format!("{prefix}{name}")).collect();
        let mut parts = vec![Field::new(EDITS, edits())];
        if !fields.is_empty() {
            parts.insert(0, Field::new("annotations", Kind::Struct(fields)));
        }
        Self { names, kind: Kind::Struct(parts) }
    }

    /// Their names, in order.
    #[must_use]
    pub fn names(&self) -> &[String] {
        &self.names
    }

    /// The fields of the table.
    #[must_use]
    pub fn fields(&self) -> Fields {
        let Kind::Struct(parts) = &self.kind else { return Fields::empty() };
        let layers = parts.iter().flat_map(|part| match &part.kind {
            Kind::Struct(layers) => layers.iter().map(|layer| layer.kind.data_type()).collect(),
            other => vec![other.data_type()],
        });
        self.names.iter().zip(layers).map(|(name, kind)| ArrowField::new(name, kind, false)).collect()
    }
}

fn edits() -> Kind {
    let earlier = ["stage", "rule", "grade", "before", "after"].map(|name| Field::new(name, Kind::Text));
    let mut fields: Vec<_> = earlier[..3].to_vec();
    fields.push(Field::new("start", Kind::UInt32));
    fields.push(Field::new("end", Kind::UInt32));
    fields.push(Field::new("written", span()));
    fields.extend_from_slice(&earlier[3..]);
    fields.push(Field::new("earlier", Kind::List(Box::new(Kind::Struct(earlier.to_vec())))));
    Kind::List(Box::new(Kind::Struct(fields)))
}

/// The added columns of some records, growing.
pub(crate) struct AddedBuilder {
    builder: Builder,
    json: Vec<u8>,
}

impl AddedBuilder {
    pub(crate) fn new(added: &Added) -> Self {
        Self { builder: Builder::new(&added.kind), json: Vec::new() }
    }

    /// Adds a document's annotations and edits.
    pub(crate) fn push(&mut self, doc: &Document, unit: OffsetUnit) -> std::io::Result<()> {
        self.json.clear();
        doc.write_json(&mut self.json, unit);
        self.builder.deserialize(&mut serde_json::Deserializer::from_slice(&self.json)).map_err(|error| {
            let around = around(&self.json, error.column());
            std::io::Error::other(format!(
                "a layer's values are not as its JSON Schema says, so that they have no column: {error}, after `{around}`"
            ))
        })
    }

    pub(crate) fn len(&self) -> usize {
        self.builder.len()
    }

    /// The columns, which begin again.
    pub(crate) fn finish(&mut self) -> Vec<ArrayRef> {
        let whole = self.builder.finish();
        let parts = whole.as_struct().columns();
        let layers = parts.iter().flat_map(|part| match part.as_struct_opt() {
            Some(layers) => layers.columns().to_vec(),
            None => vec![part.clone()],
        });
        layers.collect()
    }
}

/// What stands before a byte of some JSON.
fn around(json: &[u8], at: usize) -> String {
    let at = at.min(json.len());
    String::from_utf8_lossy(&json[at.saturating_sub(40)..at]).into_owned()
}
