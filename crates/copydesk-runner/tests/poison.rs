//! Stages that panic, fail, drop and dawdle, files that vanish and disks that are full: what a run does then.
//!
//! The stages must be linked into the program that runs, so this test is that
//! program too: called with a subcommand it does what `copydesk` does.

#![expect(clippy::unwrap_used, reason = "a test may fail so")]
#![expect(clippy::print_stdout, reason = "a test without the usual harness says what it runs")]

use std::path::Path;
use std::process::{Command, ExitCode, Output as Said};

use copydesk_core::prelude::*;
use serde_json::Value;

declare_stage! {
    /// Does to each document what its text asks for.
    static MOODY: Moody = {
        name: "moody",
        summary: "panics, fails, drops or dawdles where the text asks for it",
        requires: [],
        uses: [],
        provides: [],
        edits: false,
        idempotent: true,
        example: "",
    }
}

struct Moody;

const UNWANTED: Reason = Reason::new("unwanted");

impl Stage for Moody {
    type Config = NoOptions;
    type Scratch = ();

    fn new(_: NoOptions, _: &Setup) -> Result<Self, BuildError> {
        Ok(Self)
    }

    fn run(&self, doc: View<'_>, out: &mut Output<'_>, (): &mut ()) -> Result<(), StageError> {
        match doc.text() {
            "panic" => panic!("out of order"),
            "fail" => return Err(StageError::new("cannot read it")),
            "drop" => out.drop_document(UNWANTED),
            "dawdle" => std::thread::sleep(std::time::Duration::from_millis(1500)),
            _ => {}
        }
        Ok(())
    }
}

type Test = (&'static str, fn(&Path));

const TESTS: [Test; 9] = [
    ("a_document_that_a_stage_cannot_handle_costs_itself_alone", a_document_costs_itself),
    ("a_row_that_a_stage_cannot_handle_costs_itself_alone", a_row_costs_itself),
    ("where_failures_are_kept_the_document_goes_on", failures_kept),
    ("where_the_first_failure_ends_the_run_it_is_named", first_failure_ends),
    ("a_document_that_takes_long_is_named", slow_document),
    ("a_file_that_vanishes_costs_itself_alone", vanished_file),
    ("documents_of_one_id_are_all_written", same_ids),
    ("a_folder_that_cannot_be_written_is_told_first", unwritable_folder),
    ("a_full_disk_ends_the_run_and_the_same_command_goes_on", full_disk),
];

fn main() -> ExitCode {
    if std::env::args().nth(1).is_some_and(|argument| argument == "run" || argument == "restore") {
        return copydesk_runner::main();
    }
    for (name, test) in TESTS {
        let folder = tempfile::tempdir().unwrap();
        std::fs::write(folder.path().join("p.toml"), "[[stage]]\nuse = \"moody\"\n").unwrap();
        test(folder.path());
        println!("test {name} ... ok");
    }
    ExitCode::SUCCESS
}

fn write(folder: &Path, name: &str, texts: &[&str]) {
    let lines: String = texts.iter().map(|text| format!("{{\"id\":1,\"text\":\"{text}\"}}\n")).collect();
    std::fs::write(folder.join(name), lines).unwrap();
}

fn program(folder: &Path, arguments: &[&str]) -> Said {
    let mut command = Command::new(std::env::current_exe().unwrap());
    command.current_dir(folder).args(arguments).env("RUST_BACKTRACE", "0").output().unwrap()
}

fn told(said: &Said) -> String {
    String::from_utf8_lossy(&said.stderr).into_owned()
}

fn texts(folder: &Path, name: &str) -> Vec<String> {
    let lines = std::fs::read_to_string(folder.join(name)).unwrap();
    lines
        .lines()
        .map(|line| serde_json::from_str::<Value>(line).unwrap()["text"].as_str().unwrap().to_owned())
        .collect()
}

fn a_document_costs_itself(folder: &Path) {
    write(folder, "in.jsonl", &["one", "panic", "two", "fail", "drop", "three"]);
    let said = program(folder, &["run", "p.toml", "in.jsonl", "-o", "out"]);
    assert_eq!(said.status.code(), Some(0), "{}", told(&said));
    assert_eq!(texts(folder, "out/in.jsonl"), ["one", "two", "three"]);
    for line in [
        "in.jsonl:2: stage `moody`: panicked: out of order",
        "in.jsonl:4: stage `moody`: cannot read it",
        "6 read: 3 written, 1 dropped, 2 failed, 0 unreadable",
        "dropped by `moody`: 1 × unwanted",
    ] {
        assert!(told(&said).contains(line), "{line}: {}", told(&said));
    }
    let rejected = std::fs::read_to_string(folder.join("out/rejected.jsonl")).unwrap();
    let first: Value = serde_json::from_str(rejected.lines().next().unwrap()).unwrap();
    assert_eq!((&first["stage"], &first["id"], &first["offset"]), (&"moody".into(), &"1".into(), &22.into()));
    assert_eq!(first["record"], "{\"id\":1,\"text\":\"panic\"}");
}

fn a_row_costs_itself(folder: &Path) {
    write(folder, "in.jsonl", &["one", "panic", "two", "fail", "drop", "three"]);
    std::fs::write(folder.join("none.toml"), "[output]\nprefix = \"before_\"\n").unwrap();
    program(folder, &["run", "none.toml", "in.jsonl", "-o", "rows", "--format", "parquet"]);
    let said = program(folder, &["run", "p.toml", "rows/in.parquet", "-o", "out"]);
    assert_eq!(said.status.code(), Some(0), "{}", told(&said));
    for line in [
        "in.parquet:2: stage `moody`: panicked: out of order",
        "in.parquet:4: stage `moody`: cannot read it",
        "6 read: 3 written, 1 dropped, 2 failed, 0 unreadable",
    ] {
        assert!(told(&said).contains(line), "{line}: {}", told(&said));
    }
    let rows = String::from_utf8(program(folder, &["restore", "out/in.parquet"]).stdout).unwrap();
    let kept: Vec<Value> = rows.lines().map(|row| serde_json::from_str(row).unwrap()).collect();
    assert!(kept.iter().map(|row| &row["text"]).eq(["one", "two", "three"]), "{rows}");
}

fn failures_kept(folder: &Path) {
    std::fs::write(folder.join("p.toml"), "[run]\non_error = \"keep\"\n[[stage]]\nuse = \"moody\"\n")
        .unwrap();
    write(folder, "in.jsonl", &["one", "panic", "two"]);
    let said = program(folder, &["run", "p.toml", "in.jsonl", "-o", "out"]);
    assert_eq!(said.status.code(), Some(0), "{}", told(&said));
    assert_eq!(texts(folder, "out/in.jsonl"), ["one", "panic", "two"]);
}

fn first_failure_ends(folder: &Path) {
    std::fs::write(folder.join("p.toml"), "[run]\non_error = \"fail\"\n[[stage]]\nuse = \"moody\"\n")
        .unwrap();
    write(folder, "in.jsonl", &["one", "fail", "two"]);
    let said = program(folder, &["run", "p.toml", "in.jsonl", "-o", "out"]);
    assert_eq!(said.status.code(), Some(1), "{}", told(&said));
    assert!(told(&said).contains("error: in.jsonl:2: stage `moody`: cannot read it"), "{}", told(&said));
    let again = program(folder, &["run", "p.toml", "in.jsonl", "-o", "out"]);
    assert_eq!(again.status.code(), Some(1), "it does not pass the document over: {}", told(&again));
}

fn slow_document(folder: &Path) {
    std::fs::write(folder.join("p.toml"), "[run]\nslow_document = 0.3\n[[stage]]\nuse = \"moody\"\n")
        .unwrap();
    write(folder, "in.jsonl", &["one", "dawdle"]);
    let said = program(folder, &["run", "p.toml", "in.jsonl", "-o", "out"]);
    let told = told(&said);
    assert_eq!(told.matches("in.jsonl:2: this document takes longer than 0.3 s").count(), 1, "{told}");
}

fn vanished_file(folder: &Path) {
    write(folder, "a.jsonl", &["dawdle"]);
    write(folder, "b.jsonl", &["two"]);
    write(folder, "c.jsonl", &["three"]);
    let run = Command::new(std::env::current_exe().unwrap())
        .current_dir(folder)
        .args(["run", "p.toml", "a.jsonl", "b.jsonl", "c.jsonl", "-o", "out", "--threads", "1"])
        .stderr(std::process::Stdio::piped())
        .spawn()
        .unwrap();
    std::thread::sleep(std::time::Duration::from_millis(500));
    std::fs::remove_file(folder.join("b.jsonl")).unwrap();
    let said = run.wait_with_output().unwrap();
    assert_eq!(said.status.code(), Some(1), "{}", told(&said));
    assert!(told(&said).contains("b.jsonl: cannot read it"), "{}", told(&said));
    assert_eq!(texts(folder, "out/c.jsonl"), ["three"]);
    let manifest: Value =
        serde_json::from_slice(&std::fs::read(folder.join("out/manifest.json")).unwrap()).unwrap();
    assert_eq!((&manifest["status"], &manifest["documents"]["written"]), (&"failed".into(), &2.into()));
}

fn same_ids(folder: &Path) {
    write(folder, "in.jsonl", &["one", "one", "two"]);
    program(folder, &["run", "p.toml", "in.jsonl", "-o", "out"]);
    assert_eq!(texts(folder, "out/in.jsonl"), ["one", "one", "two"]);
}

fn unwritable_folder(folder: &Path) {
    write(folder, "in.jsonl", &["one"]);
    let said = program(folder, &["run", "p.toml", "in.jsonl", "-o", "/proc/out"]);
    assert_eq!(said.status.code(), Some(2));
    assert!(told(&said).contains("cannot write to the output folder /proc/out"), "{}", told(&said));
}

/// A limit on the size of files stands for a disk that is full.
fn full_disk(folder: &Path) {
    let many: Vec<_> = (0..60_000).map(|i| format!("story {i}, {}", "word ".repeat(20))).collect();
    write(folder, "in.jsonl", &many.iter().map(String::as_str).collect::<Vec<_>>());
    let program_path = std::env::current_exe().unwrap();
    let said = Command::new("sh")
        .current_dir(folder)
        .args(["-c", "trap '' XFSZ; ulimit -f 4000; exec \"$0\" run p.toml in.jsonl -o out"])
        .arg(program_path)
        .output()
        .unwrap();
    assert_eq!(said.status.code(), Some(1), "{}", told(&said));
    assert!(told(&said).contains("cannot write the results"), "{}", told(&said));
    assert!(!folder.join("out/in.jsonl").exists());
    let said = program(folder, &["run", "p.toml", "in.jsonl", "-o", "out"]);
    assert_eq!(said.status.code(), Some(0), "{}", told(&said));
    assert!(texts(folder, "out/in.jsonl") == many);
}
