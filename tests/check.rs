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

const WITH_SIX_MISTAKES: &str = r#"[input]
paths = ["news/**/*.jsonl", "wires[.txt"]

[run]
threads = "two"

[[stage]]
use = "quots"

[[stage]]
use = "cleanup"
packs = ["typography", "house.toml"]
disabel = ["fr/said-inversion"]

[[stage]]
use = "numbers"

[[stage]]
use = "wire"
"#;

const PACK: &str = r#"[pack]
name = "house"

[[rule]]
id = "premier"
class = "house-style"
action = "rewrite"
grade = "shape"
patterns = ["Premier <nonsense>"]
anchors = ["Premier"]
replace = "Prime Minister"
change = [["Premier Roy spoke.", "Prime Minister Roy spoke."]]
keep = ["The Premier League"]
docs = "House style."
"#;

#[test]
fn six_mistakes_of_six_kinds_are_told_at_once() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let write = |name: &str, text: &str| {
        std::fs::write(folder.path().join(name), text).expect("the folder is writable");
    };
    write("pipeline.toml", WITH_SIX_MISTAKES);
    write("house.toml", PACK);
    let path = folder.path().join("pipeline.toml");
    let output = copydesk(&["check", path.to_str().expect("a plain path")]);
    let said = said(&output);
    assert_eq!(output.status.code(), Some(2), "{said}");
    assert_eq!((said.matches("error: ").count(), said.matches("help: ").count()), (6, 6), "{said}");
    for (told, place, underlined) in [
        ("`wires[.txt` is no glob", "pipeline.toml:2:29", "^^^^^^^^^^^^"),
        ("expected a whole number", "pipeline.toml:5:11", "^^^^^"),
        ("no stage named `quots`", "pipeline.toml:8:7", "^^^^^^^"),
        ("unknown key `disabel`", "pipeline.toml:13:1", "^^^^^^^"),
        ("`numbers` reads the layer `dateline`", "pipeline.toml:16:7", "^^^^^^^^^"),
        ("no class `<nonsense>` of tokens", "house.toml:9:22", "^^^^^^^^^^"),
    ] {
        let drawn = said.split("error: ").find(|part| part.starts_with(told));
        let drawn = drawn.unwrap_or_else(|| panic!("{told}\nis missing in\n{said}"));
        assert!(drawn.contains(place) && drawn.contains(&format!(" {underlined}\n")), "{drawn}");
    }
    let entries = std::fs::read_dir(folder.path()).expect("the folder is there");
    assert_eq!(entries.count(), 2, "nothing is written");
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
