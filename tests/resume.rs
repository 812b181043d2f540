//! Runs that are killed or interrupted, and go on.

use std::path::Path;
use std::process::{Child, Output, Stdio};
use std::time::{Duration, Instant};

use crate::program::said;
use crate::workshop::Workshop;

const RUN: [&str; 7] = ["pipeline.toml", "in.jsonl", "-o", "out", "--format", "jsonl.zst", "--threads=2"];

/// A folder with records of 80 MiB, a bad one among them, and a pipeline that takes seconds for what comes after the first
/// point: a run must not be done before it is stopped.
fn corpus() -> Workshop {
    let line = format!("{{\"text\":\"ARLEN, March 9 (Newswire) - {}\"}}\n", "A long story. ".repeat(300));
    let half = line.repeat(40 * (1 << 20) / line.len());
    let shop = Workshop::new(&[("in.jsonl", &[&half, "not JSON\n", &half].concat())]);
    shop.write("pipeline.toml", b"[[stage]]\nuse = \"wire\"\n[[stage]]\nuse = \"names\"\n");
    shop
}

fn start(shop: &Workshop) -> Child {
    let mut command = shop.command("run");
    command.args(RUN).stderr(Stdio::piped()).spawn().expect("the program starts")
}

fn go_on(shop: &Workshop) -> Output {
    shop.command("run").args(RUN).output().expect("the program starts")
}

/// Waits until the run has written down that a part of its input is done.
fn wait_for_a_point(shop: &Workshop, run: &mut Child) {
    let journal = shop.path("out/.copydesk/journal.jsonl");
    let start = Instant::now();
    while std::fs::metadata(&journal).map_or(0, |meta| meta.len()) == 0 {
        assert!(run.try_wait().expect("the run can be asked").is_none(), "it ended before its first point");
        assert!(start.elapsed() < Duration::from_secs(100), "it comes to no point");
        std::thread::sleep(Duration::from_millis(1));
    }
}

fn undisturbed(shop: &Workshop) -> (Vec<u8>, String) {
    let output = shop.run(&["in.jsonl", "-o", "whole", "--format", "jsonl.zst"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    (shop.bytes("whole/in.jsonl.zst"), shop.text("whole/rejected.jsonl"))
}

fn results(shop: &Workshop) -> (Vec<u8>, String) {
    (shop.bytes("out/in.jsonl.zst"), shop.text("out/rejected.jsonl"))
}

#[test]
fn a_killed_run_goes_on_inside_a_file() {
    let shop = corpus();
    let mut run = start(&shop);
    wait_for_a_point(&shop, &mut run);
    run.kill().expect("it is there to be killed");
    run.wait().expect("it ends");
    assert!(!Path::new(&shop.path("out/in.jsonl.zst")).exists(), "no result has its name before it is whole");
    let output = go_on(&shop);
    assert!(said(&output).contains("going on with an unfinished run"), "{}", said(&output));
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(results(&shop) == undisturbed(&shop), "the bytes are those of an undisturbed run");
    assert!(!Path::new(&shop.path("out/.copydesk")).exists(), "the working files are gone");
    let read = |folder: &str| {
        let manifest: serde_json::Value =
            serde_json::from_slice(&shop.bytes(&format!("{folder}/manifest.json"))).expect("JSON");
        (
            manifest["documents"].clone(),
            manifest["outputs"][0]["digest"].clone(),
            manifest["inputs"][0].clone(),
        )
    };
    assert_eq!(read("out"), read("whole"));
}

#[test]
fn an_interrupted_run_ends_cleanly_and_goes_on() {
    let shop = corpus();
    let mut run = start(&shop);
    wait_for_a_point(&shop, &mut run);
    let signal = std::process::Command::new("kill").args(["-INT", &run.id().to_string()]).status();
    assert!(signal.expect("there is a `kill`").success());
    let output = run.wait_with_output().expect("it ends");
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("interrupted; the same command goes on"), "{}", said(&output));
    assert_eq!(go_on(&shop).status.code(), Some(0));
    assert!(results(&shop) == undisturbed(&shop));
}

#[test]
fn a_run_does_not_go_on_with_another() {
    let shop = corpus();
    let mut run = start(&shop);
    wait_for_a_point(&shop, &mut run);
    run.kill().expect("it is there to be killed");
    run.wait().expect("it ends");
    shop.write(
        "pipeline.toml",
        b"[output]\noffsets = \"bytes\"\n[[stage]]\nuse = \"wire\"\n[[stage]]\nuse = \"numbers\"\n",
    );
    shop.write("in.jsonl", b"{\"text\":\"Another.\"}\n");
    let output = go_on(&shop);
    assert_eq!(output.status.code(), Some(2));
    for change in [
        "the stages of the pipeline file",
        "`offsets` was chars and is bytes",
        "in.jsonl was changed",
        "--overwrite",
    ] {
        assert!(said(&output).contains(change), "{change}: {}", said(&output));
    }
    let output = shop.run(&["in.jsonl", "-o", "out", "--format", "jsonl.zst", "--overwrite"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
}
