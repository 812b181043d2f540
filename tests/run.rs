//! `copydesk run`.

use std::path::Path;

use crate::program::{copydesk, said, written};
use crate::workshop::Workshop;

const STORY: &str = "{\"id\":1.0,\"text\":\"ARLEN, March 9 (Newswire) - A caf\\u00e9 opened\\/closed.\",\"tags\":[1e5, \"\\ud83d\"],\"tags\":null}";

#[test]
fn a_record_keeps_its_bytes_and_gets_one_more_key() {
    let shop = Workshop::new(&[("in.jsonl", STORY)]);
    let output = shop.run(&["in.jsonl", "-o", "-"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let written = written(&output);
    let (head, tail) = written.split_once(",\"copydesk\":").expect("the key is there");
    assert_eq!(format!("{head}}}"), STORY);
    assert!(tail.starts_with("{\"annotations\":{\"dateline\":[{\"start\":0,\"end\":27"), "{tail}");
}

#[test]
fn the_same_bytes_at_any_number_of_threads() {
    let lines: String = (0..30_000)
        .map(|i| format!("{{\"id\":{i},\"text\":\"ARLEN, March 9 (Newswire) - Story {i}.\"}}\n"))
        .collect();
    let shop = Workshop::new(&[("a.jsonl", &lines), ("b.jsonl", &lines[..lines.len() - 1])]);
    let results: Vec<_> = ["1", "2", "3", "8"]
        .iter()
        .map(|threads| {
            let folder = format!("out{threads}");
            let output = shop.run(&[
                "a.jsonl",
                "b.jsonl",
                "-o",
                &folder,
                "--threads",
                threads,
                "--format",
                "jsonl.zst",
            ]);
            assert_eq!(output.status.code(), Some(0), "{}", said(&output));
            (shop.bytes(&format!("{folder}/a.jsonl.zst")), shop.bytes(&format!("{folder}/b.jsonl.zst")))
        })
        .collect();
    assert!(results.iter().all(|result| *result == results[0]));
    let restored = copydesk(&["restore", &shop.path("out3/b.jsonl.zst")]);
    assert!(restored.stdout == shop.bytes("b.jsonl"), "all of it comes back");
}

#[test]
fn a_text_file_is_one_document_named_by_its_stem() {
    let shop = Workshop::new(&[("news/arlen.txt", "ARLEN, March 9 (Newswire) -\nA “story”.\n")]);
    let output = shop.run(&["news", "-o", "out"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    assert!(shop.text("out/arlen.jsonl").starts_with("{\"id\":\"arlen\",\"text\":\"ARLEN"));
    let restored = copydesk(&["restore", &shop.path("out/arlen.jsonl")]);
    assert_eq!(written(&restored), shop.text("news/arlen.txt"));
}

#[test]
fn blank_lines_part_a_text_file_where_asked() {
    let text = "\nOne.\r\nMore.\r\n \r\nTwo.\n\n\nThree.";
    let shop = Workshop::new(&[("a.txt", text)]);
    let output = shop.run(&["a.txt", "-o", "-", "--split", "blank-lines"]);
    let ids: Vec<_> = written(&output).lines().map(|line| line[..10].to_owned()).collect();
    assert_eq!(ids, ["{\"id\":\"a:2", "{\"id\":\"a:5", "{\"id\":\"a:8"]);
    shop.write("out.jsonl", &output.stdout);
    assert_eq!(written(&copydesk(&["restore", &shop.path("out.jsonl")])), text);
}

#[test]
fn wrong_use_is_told_before_anything_is_written() {
    let shop = Workshop::new(&[("in.jsonl", STORY), ("full/old.jsonl", "")]);
    for (arguments, told) in [
        (vec!["none.jsonl", "-o", "out"], "cannot read none.jsonl"),
        (vec!["in.jsonl"], "nothing says where the results go"),
        (vec!["-o", "out"], "nothing says what to read"),
        (vec!["in.jsonl", "-o", "full"], "holds files already"),
        (vec!["in.jsonl", "-o", "in.jsonl/x"], "cannot write to the output folder"),
    ] {
        let output = shop.run(&arguments);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}");
        assert!(said(&output).contains(told), "{}", said(&output));
        assert!(!Path::new(&shop.path("out")).exists());
    }
}

#[test]
fn an_empty_file_is_no_error() {
    let shop = Workshop::new(&[("in.jsonl", "")]);
    for format in ["jsonl", "jsonl.gz", "jsonl.zst"] {
        let output = shop.run(&["in.jsonl", "-o", format, "--format", format]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let restored = copydesk(&["restore", &shop.path(&format!("{format}/in.{format}"))]);
        assert_eq!((restored.status.code(), written(&restored)), (Some(0), String::new()));
    }
}

#[test]
fn field_names_on_the_command_line_go_over_those_of_the_file() {
    let shop = Workshop::new(&[
        (
            "in.jsonl",
            "{\"key\":7,\"meta\":{\"day\":\"2024-03-09\"},\"body\":\"ARLEN, March 9 (Newswire) - A story.\"}\n",
        ),
        (
            "pipeline.toml",
            "[input]\ntext = \"text\"\nid = \"id\"\ndate = \"date\"\n[output]\ntables = [\"dateline\"]\n[[stage]]\nuse = \"wire\"\n",
        ),
    ]);
    let output = shop.run(&["in.jsonl", "-o", "out", "--text", "body", "--id", "key", "--date", "meta.day"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    let table = shop.text("out/datelines.csv");
    assert!(table.lines().nth(1).is_some_and(|row| row.starts_with("7,2024-03-09,")), "{table}");
}
