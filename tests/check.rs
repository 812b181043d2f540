//! `copydesk check`.

use crate::program::{copydesk, said, written};

fn check(pipeline: &str) -> (Option<i32>, String) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("pipeline.toml");
    std::fs::write(&path, pipeline).expect("the folder is writable");
    let output = copydesk(&["check", path.to_str().expect("a plain path")]);
    assert_eq!(written(&output), "", "talk goes to standard error");
    (output.status.code(), said(&output))
}

#[test]
fn a_sound_pipeline_passes() {
    let (code, said) = check("[[stage]]\nuse = \"wire\"\n");
    assert_eq!(code, Some(0), "{said}");
    assert!(said.contains("no mistake; 1 stage"), "{said}");
}

#[test]
fn every_mistake_is_told_at_once_with_its_place_and_a_hint() {
    let (code, said) = check(
        "[input]\npaths = [\"news[\"]\n\n[run]\nthreads = \"two\"\n\n[[stage]]\nuse = \"wirre\"\n\n[[stage]]\nuse = \"wire\"\npacks = 1\n\n[stages]\n",
    );
    assert_eq!(code, Some(2));
    for told in [
        "`news[` is no glob",
        "pipeline.toml:2:",
        "expected a whole number that is not negative, found the string \"two\"",
        "pipeline.toml:5:11",
        "did you mean `wire`?",
        "pipeline.toml:8:7",
        "unknown key `packs`",
        "pipeline.toml:12:1",
        "unknown section `stages`",
        "5 mistakes; nothing was read or written",
    ] {
        assert!(said.contains(told), "{told} is missing in:\n{said}");
    }
}

#[test]
fn a_mistake_hides_no_other_in_its_section() {
    let (code, said) = check("[input]\npaths = [\"news[\", 3]\ntxt = \"body\"\n");
    assert_eq!(code, Some(2));
    for told in
        ["`news[` is no glob", "expected a string, found `3`", "unknown key `txt`", "did you mean `text`?"]
    {
        assert!(said.contains(told), "{told} is missing in:\n{said}");
    }
}

#[test]
fn a_test_may_only_expect_what_a_stage_gives() {
    let (code, said) = check(
        "[[stage]]\nuse = \"wire\"\n\n[[test]]\nname = \"a\"\ntext = \"b\"\nexpect.text = 3\nexpect.datelin = []\nexpect.credit = [1]\n",
    );
    assert_eq!(code, Some(2), "{said}");
    for told in [
        "the text that is expected is a string",
        "no stage writes a layer `datelin`",
        "did you mean `dateline`?",
        "write `expect.credit = [{ text = \"…\" }]`",
        "3 mistakes",
    ] {
        assert!(said.contains(told), "{told} is missing in:\n{said}");
    }
}

#[test]
fn a_file_that_is_not_there_is_named() {
    let output = copydesk(&["check", "nowhere/pipeline.toml"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("cannot read the pipeline file nowhere/pipeline.toml"),
        "{}",
        said(&output)
    );
}
