//! What a run leaves beside its results: rejected records, the manifest, and parts that add up.

use serde_json::Value;

use crate::program::{copydesk, said, written};
use crate::workshop::Workshop;

fn manifest(shop: &Workshop, name: &str) -> Value {
    serde_json::from_slice(&shop.bytes(name)).expect("a manifest is JSON")
}

#[test]
fn rejected_records_are_kept_as_they_were() {
    let shop = Workshop::new(&[]);
    shop.write("in.jsonl", b"{\"text\":\"Good.\"}\n{\"id\":7,\"text\":null}\n{\"text\":\"\xff\"}\n");
    let output = shop.run(&["in.jsonl", "-o", "out"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let rejected: Vec<Value> = shop
        .text("out/rejected.jsonl")
        .lines()
        .map(|line| serde_json::from_str(line).expect("JSON"))
        .collect();
    assert_eq!(rejected[0]["record"], "{\"id\":7,\"text\":null}");
    assert_eq!((&rejected[0]["line"], &rejected[0]["offset"]), (&2.into(), &17.into()));
    assert_eq!(rejected[1]["record_base64"], "eyJ0ZXh0Ijoi/yJ9");
    let manifest = manifest(&shop, "out/manifest.json");
    assert_eq!(
        manifest["documents"]["unreadable"],
        serde_json::json!({"not-utf-8": 1, "text-is-no-string": 1})
    );
    assert_eq!((&manifest["status"], &manifest["stages"][0]["name"]), (&"complete".into(), &"wire".into()));
    assert_eq!(manifest["inputs"][0]["bytes"], shop.bytes("in.jsonl").len());
}

#[test]
fn rejected_records_are_run_again_when_what_was_wrong_is_mended() {
    let shop = Workshop::new(&[
        ("pipeline.toml", "[run]\nmax_document_bytes = \"1KiB\"\n"),
        ("in.jsonl", &format!("{{\"text\":\"{}\"}}\n{{\"text\":\"Short.\"}}\n", "long ".repeat(300))),
    ]);
    assert_eq!(shop.run(&["in.jsonl", "-o", "out"]).status.code(), Some(0));
    shop.write("pipeline.toml", b"");
    let output = copydesk(&["retry", &shop.path("out")]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let restored = copydesk(&["restore", &shop.path("out/retry-1/retried.jsonl")]);
    assert_eq!(written(&restored), shop.text("in.jsonl").split_inclusive('\n').next().unwrap_or_default());
}

#[test]
fn a_finished_run_is_not_written_over_unless_asked() {
    let shop =
        Workshop::new(&[("in.jsonl", "{\"text\":\"Good.\"}\n"), ("b.jsonl", "{\"text\":\"Other.\"}\n")]);
    assert_eq!(shop.run(&["in.jsonl", "-o", "out"]).status.code(), Some(0));
    let again = shop.run(&["b.jsonl", "-o", "out"]);
    assert_eq!(again.status.code(), Some(2));
    assert!(said(&again).contains("holds the results of a finished run"), "{}", said(&again));
    assert_eq!(shop.run(&["b.jsonl", "-o", "out", "--overwrite"]).status.code(), Some(0));
    assert!(
        !std::path::Path::new(&shop.path("out/in.jsonl")).exists(),
        "results of the earlier run are gone"
    );
}

#[test]
fn parts_of_a_run_are_the_whole_and_add_up() {
    let lines: String =
        (0..60_000).map(|i| format!("{{\"text\":\"A story with the number {i}, of many.\"}}\n")).collect();
    let shop = Workshop::new(&[("in.jsonl", &lines), ("one.txt", "One.")]);
    let mut all = String::new();
    for shard in ["1/3", "3/3"] {
        let output = shop.run(&["in.jsonl", "one.txt", "-o", "out", "--shard", shard]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    }
    let merged = copydesk(&["merge-manifests", &shop.path("out")]);
    assert_eq!(merged.status.code(), Some(1));
    assert!(said(&merged).contains("part is missing: 2/3"), "{}", said(&merged));
    shop.run(&["in.jsonl", "one.txt", "-o", "out", "--shard", "2/3"]);
    let merged = copydesk(&["merge-manifests", &shop.path("out")]);
    assert_eq!(merged.status.code(), Some(0), "{}", said(&merged));
    assert_eq!(manifest(&shop, "out/manifest.json")["documents"]["written"], 60_001);
    for part in ["1-of-3", "2-of-3", "3-of-3"] {
        all += &written(&copydesk(&["restore", &shop.path(&format!("out/in.{part}.jsonl"))]));
    }
    let sorted = |text: &str| {
        let mut lines: Vec<_> = text.lines().map(str::to_owned).collect();
        lines.sort();
        lines
    };
    assert!(sorted(&all) == sorted(&lines), "each record is in one part");
}

#[test]
fn metrics_are_written_for_prometheus() {
    let shop = Workshop::new(&[("in.jsonl", "{\"text\":\"Good.\"}\nbad\n")]);
    shop.run(&["in.jsonl", "-o", "out", "--metrics", "run.prom"]);
    let metrics = shop.text("run.prom");
    assert!(metrics.contains("copydesk_documents_total{outcome=\"unreadable\"} 1\n"), "{metrics}");
}

#[test]
fn events_have_a_form_for_programs() {
    let shop = Workshop::new(&[("in.jsonl", "bad\n{\"text\":\"Good.\"}\n")]);
    let output = shop.run(&["in.jsonl", "-o", "out", "--log-format", "json"]);
    let event: Value =
        serde_json::from_str(said(&output).lines().next().unwrap_or_default()).expect("a JSON line");
    assert_eq!(event["level"], "WARN");
}

#[test]
fn what_all_parts_rejected_is_run_again() {
    let lines: String =
        (0..30_000).map(|i| format!("{{\"text\":\"Story {i}, one of very many.\"}}\n")).collect();
    let shop = Workshop::new(&[("in.jsonl", &["bad\n", &lines, "bad too\n"].concat())]);
    for shard in ["1/2", "2/2"] {
        assert_eq!(shop.run(&["in.jsonl", "-o", "out", "--shard", shard]).status.code(), Some(0));
    }
    assert_eq!(copydesk(&["merge-manifests", &shop.path("out")]).status.code(), Some(0));
    for part in ["1-of-2", "2-of-2"] {
        assert_eq!(shop.text(&format!("out/rejected.{part}.jsonl")).lines().count(), 1);
    }
    let output = copydesk(&["retry", &shop.path("out")]);
    assert!(
        said(&output).contains("2 read: 0 written, 0 dropped, 0 failed, 2 unreadable"),
        "{}",
        said(&output)
    );
    let restored = copydesk(&["restore", &shop.path("out")]);
    assert_eq!(
        written(&restored).lines().count(),
        30_000,
        "what is about records is no result: {}",
        said(&restored)
    );
}

#[test]
fn rejected_texts_of_one_name_are_all_run_again() {
    let shop = Workshop::new(&[("in/c.txt", "Good.")]);
    shop.write("in/a/x.txt", b"\xff");
    shop.write("in/b/x.txt", b"\xfe");
    assert_eq!(shop.run(&["in", "-o", "out"]).status.code(), Some(0));
    let output = copydesk(&["retry", &shop.path("out")]);
    assert!(
        said(&output).contains("2 read: 0 written, 0 dropped, 0 failed, 2 unreadable"),
        "{}",
        said(&output)
    );
}

#[test]
fn a_retry_keeps_what_goes_through_and_what_does_not() {
    let shop = Workshop::new(&[
        ("pipeline.toml", "[run]\nmax_document_bytes = \"1KiB\"\n"),
        ("in.jsonl", &format!("bad\n{{\"text\":\"{}\"}}\n", "long ".repeat(300))),
        ("rejected.jsonl", "{\"text\":\"Good.\"}\n"),
    ]);
    shop.run(&["in.jsonl", "-o", "out"]);
    shop.write("pipeline.toml", b"");
    assert_eq!(copydesk(&["retry", &shop.path("out")]).status.code(), Some(0));
    assert!(shop.text("out/retry-1/retried.jsonl").starts_with("{\"text\":\"long "));
    assert!(shop.text("out/retry-1/rejected.jsonl").contains("\"record\":\"bad\""));
    let output = shop.run(&["rejected.jsonl", "-o", "other"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("the name of the file for rejected records"), "{}", said(&output));
}
