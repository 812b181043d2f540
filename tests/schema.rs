//! `copydesk schema`.

use serde_json::Value;

use crate::generated::compare;
use crate::program::{copydesk, said, written};

fn schema() -> Value {
    serde_json::from_str(&written(&copydesk(&["schema"]))).expect("the schema is JSON")
}

#[test]
fn the_schema_of_the_project_is_current() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("pipeline.schema.json");
    let output = copydesk(&["schema", "--write", path.to_str().expect("a plain path")]);
    assert!(output.status.success(), "{}", said(&output));
    compare(folder.path(), "config", "pipeline.schema.json");
}

#[test]
fn every_stage_has_its_options_under_its_name() {
    let stages = schema()["properties"]["stage"]["items"]["oneOf"].clone();
    let names: Vec<_> = stages.as_array().expect("a list").iter().map(|stage| &stage["title"]).collect();
    let listed = written(&copydesk(&["stages"]));
    let listed: Vec<_> = listed.lines().filter_map(|line| line.split_whitespace().next()).collect();
    assert_eq!(names, listed);
    for stage in stages.as_array().expect("a list") {
        assert_eq!(stage["properties"]["use"]["const"], stage["title"]);
        assert_eq!(stage["additionalProperties"], false, "{}", stage["title"]);
        assert!(stage["description"].is_string(), "{}", stage["title"]);
    }
}

#[test]
fn every_option_is_documented() {
    let schema = schema();
    let sections = ["input", "output", "run"].map(|name| &schema["properties"][name]);
    let stages = schema["properties"]["stage"]["items"]["oneOf"].as_array().expect("a list");
    for table in stages.iter().chain(sections) {
        for (name, option) in table["properties"].as_object().expect("a table") {
            assert!(option["description"].is_string(), "`{name}` in {table:#} has no words");
        }
    }
}

#[test]
fn every_reference_in_the_schema_leads_somewhere() {
    let schema = schema();
    let text = schema.to_string();
    let names: Vec<_> = text.split("\"#/$defs/").skip(1).filter_map(|rest| rest.split('"').next()).collect();
    assert!(!names.is_empty());
    for name in names {
        assert!(schema["$defs"][name].is_object(), "{name}");
    }
}
