//! The JSON Schema of a pipeline file: its sections, and the options of every linked stage.

use copydesk_core::{Registry, StageInfo};
use schemars::{JsonSchema, SchemaGenerator, generate::SchemaSettings};
use serde_json::{Map, Value, json};

use crate::config::{Input, Output, Run};
use crate::expectation::Expectation;
use crate::pages::unindented;

/// The schema, for editors that complete and check pipeline files.
pub(crate) fn pipeline(registry: &Registry) -> Value {
    let mut generator = SchemaSettings::draft2020_12().into_generator();
    let stages: Vec<_> = registry.iter().map(|info| stage(info, &mut generator)).collect();
    let mut schema = json!({
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "Copydesk pipeline",
        "description": "Names what is read and written, and the stages that every document goes through, in order.",
        "type": "object",
        "properties": {
            "input": section::<Input>(&mut generator),
            "output": section::<Output>(&mut generator),
            "run": section::<Run>(&mut generator),
            "stage": {
                "description": "The stages, in the order in which they run.",
                "type": "array",
                "items": { "oneOf": stages, "required": ["use"] },
            },
            "test": {
                "description": "Texts, and what should become of them: `copydesk test` runs these.",
                "type": "array",
                "items": section::<Expectation>(&mut generator),
            },
        },
        "additionalProperties": false,
    });
    schema["$defs"] = Value::Object(generator.take_definitions(true));
    leave_out_null(&mut schema);
    schema
}

/// TOML has no null: an option without a value is left out.
fn leave_out_null(schema: &mut Value) {
    match schema {
        Value::Object(fields) => {
            fields.retain(|key, value| key != "default" || !value.is_null());
            if let Some(Value::Array(types)) = fields.get_mut("type") {
                types.retain(|name| name != "null");
                if let [only] = &types[..] {
                    fields["type"] = only.clone();
                }
            }
            if let Some(Value::Array(choices)) = fields.get_mut("anyOf") {
                choices.retain(|choice| choice["type"] != "null");
            }
            fields.values_mut().for_each(leave_out_null);
        }
        Value::Array(list) => list.iter_mut().for_each(leave_out_null),
        _ => {}
    }
}

fn section<T: JsonSchema>(generator: &mut SchemaGenerator) -> Value {
    own(generator.subschema_for::<T>().to_value(), generator)
}

/// A stage's table: its options, and its name under `use`.
fn stage(info: &StageInfo, generator: &mut SchemaGenerator) -> Value {
    let options = options(info, generator);
    let mut properties = Map::new();
    properties.insert("use".to_owned(), json!({ "const": info.name, "description": info.summary }));
    properties.extend(options["properties"].as_object().cloned().unwrap_or_default());
    let needed = options["required"].as_array().cloned().unwrap_or_default();
    let required: Vec<_> = [Value::from("use")].into_iter().chain(needed).collect();
    json!({
        "title": info.name,
        "description": unindented(info.docs).trim_end(),
        "type": "object",
        "properties": properties,
        "required": required,
        "additionalProperties": false,
    })
}

/// The schema of a stage's options, as an object schema and not a reference to one.
pub(crate) fn options(info: &StageInfo, generator: &mut SchemaGenerator) -> Value {
    own(info.options(generator).to_value(), generator)
}

/// A schema in place of the reference to its definition.
pub(crate) fn own(schema: Value, generator: &mut SchemaGenerator) -> Value {
    let name = schema["$ref"].as_str().and_then(|path| path.rsplit('/').next());
    name.and_then(|name| generator.definitions_mut().remove(name)).unwrap_or(schema)
}
