//! Input that cannot be read: each piece costs itself alone, and is told.

use std::io::Write;

use crate::program::{copydesk, said, written};
use crate::workshop::Workshop;

const GOOD: &str = "{\"text\":\"Good.\"}\n";

/// Runs over good records with `bad` between them. Gives what was said, after checking that nothing else is lost.
fn between_good(bad: &[u8]) -> String {
    let shop = Workshop::new(&[]);
    shop.write("in.jsonl", &[GOOD.as_bytes(), bad, b"\n", GOOD.as_bytes()].concat());
    let output = shop.run(&["in.jsonl", "-o", "out"]);
    let restored = copydesk(&["restore", &shop.path("out/in.jsonl")]);
    assert_eq!(written(&restored), GOOD.repeat(2), "{}", said(&output));
    assert_eq!(output.status.code(), Some(0), "the loss is accounted for");
    said(&output)
}

#[test]
fn a_bad_record_costs_itself_alone() {
    for (bad, told) in [
        (b"not json".as_slice(), "not JSON: expected a value at byte 0"),
        (b"{\"text\":\"a\xff\"}", "not UTF-8 from byte 10"),
        (b"{\"body\":\"a\"}", "it has no field `text`"),
        (b"{\"text\":null}", "the field `text` is null"),
        (b"{\"text\":12}", "the field `text` is a number"),
        (b"{\"text\":[]}", "the field `text` is an array"),
        (b"[{\"text\":\"a\"}]", "the line is an array"),
        (b"{\"text\":\"a\",\"copydesk\":{}}", "key `copydesk` already"),
        (b"{\"text\":\"a\"", "not JSON"),
    ] {
        let said = between_good(bad);
        assert!(said.contains("in.jsonl:2: ") && said.contains(told), "{said}");
        assert!(said.contains("3 read: 2 written, 0 dropped, 0 failed, 1 unreadable"), "{said}");
    }
}

#[test]
fn a_line_that_is_too_long_costs_itself_alone() {
    let shop = Workshop::new(&[("pipeline.toml", "[run]\nmax_document_bytes = \"1MiB\"\n")]);
    let long = format!("{{\"text\":\"{}\"}}\n", "long ".repeat(1 << 20));
    shop.write("in.jsonl", [GOOD, &long, GOOD].concat().as_bytes());
    let output = shop.run(&["in.jsonl", "-o", "-"]);
    assert_eq!(written(&output).lines().count(), 2);
    assert!(said(&output).contains("in.jsonl:2: it has 5242892 bytes"), "{}", said(&output));
}

#[test]
fn everything_before_the_cut_of_a_broken_file_is_kept() {
    let lines: String = (0..20_000).map(|i| format!("{{\"text\":\"Story {i} of many.\"}}\n")).collect();
    for (name, whole) in [
        ("cut.jsonl.gz", gzip(&lines)),
        ("cut.jsonl.zst", zstd::encode_all(lines.as_bytes(), 3).expect("in memory")),
    ] {
        let shop = Workshop::new(&[]);
        shop.write(name, &whole[..whole.len() * 2 / 3]);
        let output = shop.run(&[name, "-o", "out", "--format", "jsonl"]);
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(said(&output).contains("it breaks off"), "{}", said(&output));
        let kept = written(&copydesk(&["restore", &shop.path("out/cut.jsonl")]));
        assert!(lines.starts_with(&kept) && kept.ends_with("}\n"), "{}", said(&output));
        assert!(kept.len() > lines.len() / 3, "{} of {}", kept.len(), lines.len());
    }
}

fn gzip(text: &str) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::default());
    encoder.write_all(text.as_bytes()).expect("in memory");
    encoder.finish().expect("in memory")
}

#[test]
fn a_run_in_which_nothing_goes_through_fails() {
    let shop = Workshop::new(&[("in.jsonl", "{\"body\":\"a\"}\n")]);
    let output = shop.run(&["in.jsonl", "-o", "out"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(said(&output).contains("no document went through"), "{}", said(&output));
}

#[test]
fn more_failures_than_allowed_fail_the_run() {
    let shop = Workshop::new(&[("pipeline.toml", "[run]\nmax_failures = \"1/10\"\n")]);
    shop.write("in.jsonl", (GOOD.repeat(4) + "x\n").as_bytes());
    let output = shop.run(&["in.jsonl", "-o", "out"]);
    assert_eq!(output.status.code(), Some(1));
    assert!(
        said(&output).contains("more documents failed than `max_failures` allows: 1/10"),
        "{}",
        said(&output)
    );
}

#[test]
fn a_reader_that_goes_away_is_no_error() {
    use std::io::Read;
    use std::process::Stdio;

    let shop = Workshop::new(&[("in.jsonl", &GOOD.repeat(100_000))]);
    let mut command = shop.command("run");
    let mut child = command
        .args(["pipeline.toml", "in.jsonl", "-o", "-"])
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the program starts");
    let mut some = [0; 100];
    child.stdout.take().expect("it is piped").read_exact(&mut some).expect("records come");
    let output = child.wait_with_output().expect("the program ends");
    assert_eq!((output.status.code(), said(&output)), (Some(0), String::new()));
}

#[test]
fn results_are_not_put_into_a_folder_that_is_called_like_a_file() {
    let shop = Workshop::new(&[]);
    shop.write("in.jsonl", GOOD.as_bytes());
    let output = shop.run(&["in.jsonl", "-o", "out.jsonl"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("`-o out.jsonl` names a file"), "{}", said(&output));
}
