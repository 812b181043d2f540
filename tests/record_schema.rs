//! `docs/record.schema.json` and the schemas of the layers, against what runs write.

use std::path::Path;

use serde_json::Value;

use crate::json_schema::Schema;
use crate::program::{copydesk, said, written};
use crate::workshop::Workshop;

fn project(name: &str) -> String {
    Path::new(env!("CARGO_MANIFEST_DIR")).join(name).to_string_lossy().into_owned()
}

fn record_schema() -> Schema {
    let schema = std::fs::read(project("docs/record.schema.json")).expect("the schema is there");
    Schema(serde_json::from_slice(&schema).expect("JSON"))
}

/// The schema of every layer, by name.
fn layer_schemas() -> Vec<(String, Schema)> {
    let stages: Value = serde_json::from_str(&written(&copydesk(&["stages", "--json"]))).expect("JSON");
    let stages = stages.as_array().expect("a list").iter();
    let layers = stages.flat_map(|stage| stage["layers"].as_object().expect("by name"));
    layers.map(|(name, schema)| (name.clone(), Schema(schema.clone()))).collect()
}

fn records(output: &std::process::Output) -> Vec<Value> {
    assert_eq!(output.status.code(), Some(0), "{}", said(output));
    written(output).lines().map(|line| serde_json::from_str(line).expect("JSON")).collect()
}

fn assert_valid(schema: &Schema, value: &Value) {
    let wrong = schema.mistakes(value);
    assert!(wrong.is_empty(), "{wrong:#?}\nin {value:#}");
}

#[test]
fn every_record_of_the_sample_is_as_the_schemas_say() {
    let output = copydesk(&["run", &project("config/newswire.toml"), &project("config/sample"), "-o", "-"]);
    let (record_schema, layers) = (record_schema(), layer_schemas());
    let records = records(&output);
    let edited =
        |record: &Value| record["copydesk"]["edits"].as_array().is_some_and(|edits| !edits.is_empty());
    assert!(records.iter().any(edited) && records.len() > 40);
    for record in &records {
        assert_valid(&record_schema, record);
        for (name, list) in record["copydesk"]["annotations"].as_object().expect("by layer") {
            let (_, schema) = layers.iter().find(|(known, _)| known == name).expect("a stage provides it");
            list.as_array().expect("a list").iter().for_each(|annotation| assert_valid(schema, annotation));
        }
    }
}

#[test]
fn every_key_that_a_record_may_have_is_in_the_schema() {
    let shop = Workshop::new(&[
        ("plain.jsonl", "{\"body\":\"“It is over”, has said Anne Roy.\"}\n"),
        ("ascii.jsonl", "{\"body\":\"\\u201cIt is over\\u201d, has said Anne Roy.\"}\n"),
        ("odd.jsonl", "{\"body\":\"\\u201CIt is over\\/done”, has said Anne Roy.\"}\n"),
        ("story.txt", "\nOne.\n\n\n“It is over”, has said Anne Roy.\n\n"),
        (
            "pipeline.toml",
            "[input]\ntext = \"body\"\nsplit = \"blank-lines\"\n[output]\noffsets = \"utf16\"\n[[stage]]\nuse = \"cleanup\"\n",
        ),
    ]);
    let output = shop.run(&["plain.jsonl", "ascii.jsonl", "odd.jsonl", "story.txt", "-o", "-"]);
    let records = records(&output);
    let schema = record_schema();
    for record in &records {
        assert_valid(&schema, record);
    }
    let written = |key: &str| records.iter().any(|record| !record["copydesk"][key].is_null());
    for key in ["offsets", "text_field", "escapes", "source_text", "from", "before", "after"] {
        assert!(written(key), "no record has `{key}`: {records:#?}");
    }
}

#[test]
fn the_schema_refuses_what_is_no_record() {
    let schema = record_schema();
    for wrong in [
        serde_json::json!({}),
        serde_json::json!({"copydesk": {"annotations": {}}}),
        serde_json::json!({"copydesk": {"annotations": {"x": [{"start": 1}]}, "edits": []}}),
        serde_json::json!({"copydesk": {"annotations": {}, "edits": [], "more": 1}}),
    ] {
        assert!(!schema.mistakes(&wrong).is_empty(), "{wrong}");
    }
}
