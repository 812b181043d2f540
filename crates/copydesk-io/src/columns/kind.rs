//! Types of columns, read from the JSON Schema of a layer's value.

use std::sync::Arc;

use arrow_schema::{DataType, Fields};
use copydesk_core::LayerId;
use serde_json::{Map, Value};

/// The type of a column, or of a part of it.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    Bool,
    Int64,
    UInt32,
    UInt64,
    Float,
    Text,
    /// Text that is JSON: what has no one type.
    Json,
    List(Box<Kind>),
    Struct(Vec<Field>),
}

/// A field of a struct.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Field {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    /// Whether null says something; else a list that is left out is empty, and a flag false.
    pub(crate) optional: bool,
}

impl Field {
    pub(crate) fn new(name: &str, kind: Kind) -> Self {
        Self { name: name.to_owned(), kind, optional: false }
    }
}

impl Kind {
    /// Of the annotations of a layer.
    pub(crate) fn of_annotations(layer: LayerId) -> Self {
        let mut fields = vec![
            Field::new("start", Self::UInt32),
            Field::new("end", Self::UInt32),
            Field::new("source", span()),
        ];
        match Self::of_value(layer) {
            Self::Struct(own) => {
                let new = |field: &Field| !matches!(field.name.as_str(), "start" | "end" | "source");
                fields.extend(own.into_iter().filter(new));
            }
            Self::Json if is_unit(layer) => {}
            other => fields.push(Field { optional: true, ..Field::new("value", other) }),
        }
        Self::List(Box::new(Self::Struct(fields)))
    }

    fn of_value(layer: LayerId) -> Self {
        let (schema, definitions) = schema(layer);
        Reader { definitions: &definitions, inside: Vec::new() }.kind(&schema).0
    }

    /// As Arrow has it.
    pub(crate) fn data_type(&self) -> DataType {
        match self {
            Self::Bool => DataType::Boolean,
            Self::Int64 => DataType::Int64,
            Self::UInt32 => DataType::UInt32,
            Self::UInt64 => DataType::UInt64,
            Self::Float => DataType::Float64,
            Self::Text | Self::Json => DataType::Utf8,
            Self::List(item) => DataType::List(Arc::new(item.arrow("element"))),
            Self::Struct(fields) => DataType::Struct(arrow_fields(fields)),
        }
    }

    /// A field of this type.
    pub(crate) fn arrow(&self, name: &str) -> arrow_schema::Field {
        arrow_schema::Field::new(name, self.data_type(), true)
    }
}

pub(crate) fn arrow_fields(fields: &[Field]) -> Fields {
    fields.iter().map(|field| field.kind.arrow(&field.name)).collect()
}

/// A place in a text.
pub(crate) fn span() -> Kind {
    Kind::Struct(vec![Field::new("start", Kind::UInt32), Field::new("end", Kind::UInt32)])
}

fn schema(layer: LayerId) -> (Value, Map<String, Value>) {
    let settings = schemars::generate::SchemaSettings::default().for_serialize();
    let mut generator = settings.into_generator();
    let schema = layer.schema(&mut generator).to_value();
    (schema, generator.take_definitions(true))
}

/// Whether a layer's annotations say nothing but where they are.
fn is_unit(layer: LayerId) -> bool {
    let (schema, definitions) = schema(layer);
    let reader = Reader { definitions: &definitions, inside: Vec::new() };
    let plain = reader.referred(&schema).map_or(&schema, |(_, schema)| schema);
    let bare = plain["type"] == "object" && plain["properties"].as_object().is_none_or(Map::is_empty);
    plain["type"] == "null" || (bare && plain.get("additionalProperties").is_none_or(|more| *more == false))
}

/// Reads schemas that refer to definitions.
struct Reader<'a> {
    definitions: &'a Map<String, Value>,
    /// The definitions that are being read.
    inside: Vec<&'a str>,
}

impl<'a> Reader<'a> {
    /// The type, and whether it may be null.
    fn kind(&mut self, schema: &'a Value) -> (Kind, bool) {
        if let Some((name, schema)) = self.referred(schema) {
            if self.inside.contains(&name) {
                return (Kind::Json, true);
            }
            self.inside.push(name);
            let kind = self.kind(schema);
            self.inside.pop();
            return kind;
        }
        for key in ["anyOf", "oneOf", "allOf"] {
            if let Some(choices) = schema[key].as_array() {
                return self.choice(choices);
            }
        }
        if texts(schema) {
            return (Kind::Text, schema["enum"].as_array().is_some_and(|some| some.contains(&Value::Null)));
        }
        let (name, optional) = type_name(&schema["type"]);
        (name.map_or(Kind::Json, |name| self.named(name, schema)), optional)
    }

    fn referred(&self, schema: &'a Value) -> Option<(&'a str, &'a Value)> {
        let name = schema["$ref"].as_str()?.rsplit('/').next()?;
        Some((name, self.definitions.get(name)?))
    }

    fn named(&mut self, name: &str, schema: &'a Value) -> Kind {
        match name {
            "boolean" => Kind::Bool,
            "string" => Kind::Text,
            "number" => Kind::Float,
            "integer" => match schema["format"].as_str() {
                Some("uint8" | "uint16" | "uint32") => Kind::UInt32,
                Some("uint64" | "uint") => Kind::UInt64,
                _ => Kind::Int64,
            },
            "array" => self.list(schema),
            "object" => self.object(schema),
            _ => Kind::Json,
        }
    }

    fn list(&mut self, schema: &'a Value) -> Kind {
        if let Some(items) = schema.get("items").filter(|items| items.is_object()) {
            return Kind::List(Box::new(self.kind(items).0));
        }
        let kinds: Vec<_> =
            schema["prefixItems"].as_array().into_iter().flatten().map(|item| self.kind(item).0).collect();
        match kinds.first() {
            Some(first) if kinds.iter().all(|kind| kind == first) => Kind::List(Box::new(first.clone())),
            _ => Kind::Json,
        }
    }

    fn object(&mut self, schema: &'a Value) -> Kind {
        let properties = schema["properties"].as_object().into_iter().flatten();
        let fields: Vec<_> = properties
            .map(|(name, schema)| {
                let (kind, optional) = self.kind(schema);
                Field { name: name.clone(), kind, optional }
            })
            .collect();
        // Parquet has no struct without fields.
        if fields.is_empty() { Kind::Json } else { Kind::Struct(fields) }
    }

    /// One of several, null aside: objects become one with the fields of all.
    fn choice(&mut self, choices: &'a [Value]) -> (Kind, bool) {
        let some: Vec<_> = choices.iter().filter(|choice| choice["type"] != "null").collect();
        let mut optional = some.len() < choices.len();
        let mut kinds = Vec::new();
        for choice in some {
            let (kind, null) = self.kind(choice);
            kinds.push(kind);
            optional |= null;
        }
        let kind = kinds.into_iter().reduce(either).unwrap_or(Kind::Json);
        (kind, optional)
    }
}

/// A type that holds values of both.
fn either(a: Kind, b: Kind) -> Kind {
    match (a, b) {
        (a, b) if a == b => a,
        (Kind::Struct(mut fields), Kind::Struct(more)) => {
            for field in more {
                match fields.iter_mut().find(|known| known.name == field.name) {
                    Some(known) => {
                        let kind = std::mem::replace(&mut known.kind, Kind::Json);
                        known.kind = either(kind, field.kind);
                    }
                    None => fields.push(field),
                }
            }
            Kind::Struct(fields)
        }
        _ => Kind::Json,
    }
}

/// Whether a schema lists strings.
fn texts(schema: &Value) -> bool {
    let all = |some: &Vec<Value>| some.iter().all(|value| value.is_string() || value.is_null());
    schema["const"].is_string() || schema["enum"].as_array().is_some_and(all)
}

fn type_name(name: &Value) -> (Option<&str>, bool) {
    let Some(names) = name.as_array() else { return (name.as_str(), false) };
    let some: Vec<_> = names.iter().filter_map(Value::as_str).filter(|name| *name != "null").collect();
    match some[..] {
        [only] => (Some(only), names.len() > 1),
        _ => (None, true),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use copydesk_core::prelude::*;

    #[derive(serde::Serialize, schemars::JsonSchema)]
    #[serde(rename_all = "snake_case")]
    #[expect(dead_code, reason = "only its schema is read")]
    enum Colour {
        /// Red.
        Red,
        Green,
    }

    #[derive(serde::Serialize, schemars::JsonSchema)]
    struct Speaker {
        #[serde(flatten)]
        span: Span,
        #[serde(skip_serializing_if = "Option::is_none")]
        name: Option<String>,
    }

    #[derive(serde::Serialize, schemars::JsonSchema)]
    struct Tree {
        leaves: Vec<Tree>,
    }

    #[derive(serde::Serialize, schemars::JsonSchema)]
    struct Said {
        colour: Colour,
        #[serde(serialize_with = "copydesk_core::span_pairs")]
        spans: Vec<Span>,
        speaker: Option<Speaker>,
        count: u64,
        share: f32,
        sure: bool,
        tree: Tree,
        names: Option<Vec<String>>,
        other: serde_json::Value,
    }

    struct Saying;
    impl Layer for Saying {
        type Value = Said;
        const NAME: &'static str = "saying";
        const SUMMARY: &'static str = "for tests";
    }

    struct Bare;
    impl Layer for Bare {
        type Value = ();
        const NAME: &'static str = "bare";
        const SUMMARY: &'static str = "for tests";
    }

    #[test]
    fn a_layer_becomes_a_typed_list_of_structs() {
        let spans = r#"List({"start": UInt32, "end": UInt32})"#;
        let Kind::List(item) = Kind::of_annotations(LayerId::of::<Saying>()) else { panic!() };
        let Kind::Struct(fields) = *item else { panic!() };
        let shown: Vec<_> =
            fields.iter().map(|field| (field.name.as_str(), &field.kind, field.optional)).collect();
        let text = || Box::new(Kind::Text);
        let speaker = Kind::Struct(vec![
            Field::new("start", Kind::UInt32),
            Field::new("end", Kind::UInt32),
            Field { optional: true, ..Field::new("name", Kind::Text) },
        ]);
        assert_eq!(
            shown[3..],
            [
                ("colour", &Kind::Text, false),
                ("spans", &Kind::List(Box::new(span())), false),
                ("speaker", &speaker, true),
                ("count", &Kind::UInt64, false),
                ("share", &Kind::Float, false),
                ("sure", &Kind::Bool, false),
                ("tree", &Kind::Struct(vec![Field::new("leaves", Kind::List(Box::new(Kind::Json)))]), false),
                ("names", &Kind::List(text()), true),
                ("other", &Kind::Json, false),
            ],
            "{spans}"
        );
    }

    #[test]
    fn a_layer_that_says_nothing_has_places_alone() {
        let Kind::List(item) = Kind::of_annotations(LayerId::of::<Bare>()) else { panic!() };
        let Kind::Struct(fields) = *item else { panic!() };
        assert_eq!(fields.len(), 3);
    }
}
