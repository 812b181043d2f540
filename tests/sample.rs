//! The desk over the bundled stories.

use std::path::{Path, PathBuf};

use serde_json::Value;

use crate::program::{copydesk, said, written};

fn config(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("config").join(name)
}

/// The stories of a sample file, as the pipeline of a name writes them.
fn stories(pipeline: &str, sample: &str) -> Vec<Value> {
    let (pipeline, sample) = (config(pipeline), config("sample").join(sample));
    let [pipeline, sample] = [&pipeline, &sample].map(|path| path.to_str().expect("a plain path"));
    let output = copydesk(&["run", pipeline, sample, "-o", "-"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let written = written(&output);
    written.lines().map(record).collect()
}

fn record(line: &str) -> Value {
    serde_json::from_str(line).expect("a record a line")
}

fn annotations<'a>(record: &'a Value, layer: &str) -> &'a [Value] {
    record["copydesk"]["annotations"][layer].as_array().map_or(&[], Vec::as_slice)
}

#[test]
fn every_ready_pipeline_is_sound() {
    for name in ["minimal.toml", "newswire.toml", "translated.toml"] {
        let output = copydesk(&["check", config(name).to_str().expect("a plain path")]);
        assert_eq!(output.status.code(), Some(0), "{name}: {}", said(&output));
    }
}

#[test]
fn the_story_of_the_readme_comes_out_as_it_says() {
    let stories = stories("newswire.toml", "french-desk.jsonl");
    let harbour =
        stories.iter().find(|record| record["id"] == "fr-harbour").expect("the story is in the sample");
    let text = harbour["text"].as_str().expect("a text");
    let readme = include_str!("../README.md");
    let after = readme.split("```text\n").nth(2).and_then(|block| block.split("```").next());
    let after = after.expect("the README shows the story after the desk");
    assert!(text.starts_with(after.trim_end()), "{text}");
    let quotes = annotations(harbour, "quote").iter();
    let speakers: Vec<_> = quotes.map(|quote| (&quote["type"], &quote["speaker"]["name"])).collect();
    assert_eq!(speakers[0], (&"indirect".into(), &"Ana Keller".into()));
    assert_eq!(speakers[1], (&"direct".into(), &"Ana Keller".into()));
    let values: Vec<_> = annotations(harbour, "number").iter().map(|number| &number["value"]).collect();
    for value in ["2024-03-14", "2024-03-18", "P11D"] {
        assert!(values.contains(&&value.into()), "{value} is missing in {values:?}");
    }
    assert_eq!(annotations(harbour, "origin")[0]["language"], "fr");
}

#[test]
fn a_translated_byline_keeps_its_names() {
    let stories = stories("newswire.toml", "french-desk.jsonl");
    let otan = stories.iter().find(|record| record["id"] == "fr-otan").expect("the story is in the sample");
    let (text, byline) = (otan["text"].as_str().expect("a text"), &annotations(otan, "byline")[0]);
    let names = byline["names"].as_array().expect("names").iter();
    let place = |value: &Value| value.as_u64().and_then(|at| usize::try_from(at).ok()).expect("a place");
    let names: Vec<_> = names.map(|name| &text[place(&name["start"])..place(&name["end"])]).collect();
    assert_eq!(names, ["Simon Garel", "Ines Vidal"]);
    assert!(text.starts_with("By Simon Garel and Ines Vidal\n"), "{text}");
}

#[test]
fn clean_stories_are_left_as_they_are() {
    let before =
        std::fs::read_to_string(config("sample").join("clean.jsonl")).expect("the sample can be read");
    let after = stories("newswire.toml", "clean.jsonl");
    for (before, after) in before.lines().map(record).zip(after) {
        assert_eq!(before["text"], after["text"], "{}", before["id"]);
    }
}
