//! Kinds of annotation.

use std::any::TypeId;
use std::fmt;

use crate::Carry;
use crate::annotation::{AnyStore, Store};

/// A kind of annotation. The implementing type is only a key.
pub trait Layer: 'static {
    /// What is known of each annotated span: plain fields, which are written
    /// beside `start`, `end` and `source`.
    type Value: serde::Serialize + schemars::JsonSchema + Send + Sync + 'static;

    /// The name under which the layer is written: a singular noun in `snake_case`.
    const NAME: &'static str;

    /// One line for the manual.
    const SUMMARY: &'static str;

    /// Whether an annotation outlives its text. It then lies at the point
    /// where the text was, and its `source` still says what it was about.
    const SURVIVES_DELETION: bool = false;

    /// The columns of the layer's flat table, after `document` and `date`: a
    /// name, and the field that it shows, as in `("by", "speaker.name|speaker")`:
    /// of several the first that says something, of a place its text. `text` is
    /// that of the annotation. Every field has a column where this is empty.
    const TABLE: &'static [(&'static str, &'static str)] = &[];

    /// Passes every span inside a value through `carry`. `false` gives the
    /// annotation up. A value without spans needs nothing.
    fn carry(_value: &mut Self::Value, _carry: &mut dyn Carry) -> bool {
        true
    }
}

/// Names a layer where its type cannot be written, as in a list.
#[derive(Clone, Copy)]
pub struct LayerId {
    name: &'static str,
    summary: &'static str,
    table: &'static [(&'static str, &'static str)],
    key: TypeId,
    schema: fn(&mut schemars::SchemaGenerator) -> schemars::Schema,
    pub(crate) store: fn() -> Box<dyn AnyStore>,
}

impl LayerId {
    /// The id of a layer.
    #[must_use]
    pub const fn of<L: Layer>() -> Self {
        Self {
            name: L::NAME,
            summary: L::SUMMARY,
            table: L::TABLE,
            key: TypeId::of::<L>(),
            schema: schema_of::<L>,
            store: || Box::new(Store::<L>::default()),
        }
    }

    /// The name under which the layer is written.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.name
    }

    /// One line for the manual.
    #[must_use]
    pub fn summary(self) -> &'static str {
        self.summary
    }

    /// The columns that the layer asks for in its flat table: a name and a field each.
    #[must_use]
    pub fn table(self) -> &'static [(&'static str, &'static str)] {
        self.table
    }

    /// The JSON Schema of the layer's value.
    #[must_use]
    pub fn schema(self, generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        (self.schema)(generator)
    }
}

fn schema_of<L: Layer>(generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
    generator.subschema_for::<L::Value>()
}

impl PartialEq for LayerId {
    fn eq(&self, other: &Self) -> bool {
        self.key == other.key
    }
}

impl Eq for LayerId {}

impl fmt::Debug for LayerId {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name)
    }
}
