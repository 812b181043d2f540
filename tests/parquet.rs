//! `copydesk run` over Parquet, and flat tables.

use crate::program::{copydesk, said, written};
use crate::workshop::Workshop;

const STORIES: &str = "{\"id\":1.0,\"text\":\"ARLEN, March 9 (Newswire) - A caf\\u00e9 opened\\/closed.\",\"tags\":[1e5]}\n{\"id\":2,\"text\":\"Plain.\"}\n";

fn ran(shop: &Workshop, arguments: &[&str]) {
    let output = shop.run(arguments);
    assert_eq!(output.status.code(), Some(0), "{arguments:?}: {}", said(&output));
}

fn restored(shop: &Workshop, name: &str) -> String {
    let output = copydesk(&["restore", &shop.path(name)]);
    assert_eq!(output.status.code(), Some(0), "{name}: {}", said(&output));
    written(&output)
}

#[test]
fn records_become_rows_and_come_back_byte_for_byte() {
    let shop = Workshop::new(&[("in.jsonl", STORIES), ("note.txt", "ARLEN, March 9 (Newswire) -\nText.\n")]);
    ran(&shop, &["in.jsonl", "note.txt", "-o", "out", "--format", "parquet"]);
    assert_eq!(restored(&shop, "out/in.parquet"), STORIES);
    assert_eq!(restored(&shop, "out/note.parquet"), shop.text("note.txt"));
}

#[test]
fn rows_go_through_as_rows_and_as_lines() {
    let shop = Workshop::new(&[("in.jsonl", STORIES)]);
    shop.write("bare.toml", b"");
    let bare =
        shop.command("run").args(["bare.toml", "in.jsonl", "-o", "bare", "--format", "parquet"]).output();
    assert!(bare.expect("the program starts").status.success());
    // That table has columns of the names already.
    let output = shop.run(&["bare/in.parquet", "-o", "twice"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
    assert!(said(&output).contains("has a column `edits` already"), "{}", said(&output));

    shop.write("pipeline.toml", b"[output]\nprefix = \"cd_\"\n[[stage]]\nuse = \"wire\"\n");
    ran(&shop, &["bare/in.parquet", "-o", "rows"]);
    let lines = restored(&shop, "rows/in.parquet");
    assert!(lines.starts_with("{\"id\":\"1.0\",\"text\":\"ARLEN, March 9 (Newswire) - A café"), "{lines}");
    let output = shop.run(&["bare/in.parquet", "-o", "-"]);
    assert!(
        written(&output).contains("\"copydesk\":{\"annotations\":{\"dateline\":[{\"start\":0"),
        "{}",
        said(&output)
    );
}

#[test]
fn the_same_table_at_any_number_of_threads() {
    let lines: String = (0..60_000)
        .map(|i| {
            format!(
                "{{\"id\":{i},\"text\":\"ARLEN, March 9 (Newswire) - Story {i}.{}\"}}\n",
                " More.".repeat(40)
            )
        })
        .collect();
    let shop = Workshop::new(&[("in.jsonl", &lines)]);
    shop.write("pipeline.toml", b"[output]\ntables = [\"dateline\"]\n[[stage]]\nuse = \"wire\"\n");
    let results: Vec<_> = ["1", "2", "5"]
        .map(|threads| {
            let folder = format!("out{threads}");
            ran(&shop, &["in.jsonl", "-o", &folder, "--threads", threads, "--format", "parquet"]);
            (shop.bytes(&format!("{folder}/in.parquet")), shop.bytes(&format!("{folder}/datelines.csv")))
        })
        .into();
    assert!(results.iter().all(|result| *result == results[0]));
    assert_eq!(restored(&shop, "out5/in.parquet"), lines);
    assert_eq!(
        results[0].1.split(|byte| *byte == b'\n').count(),
        60_001 + 1,
        "each line ends with a line end"
    );
}

#[test]
fn flat_tables_stand_beside_the_records() {
    let shop = Workshop::new(&[("in.jsonl", STORIES), ("more.jsonl", STORIES)]);
    shop.write(
        "pipeline.toml",
        b"[output]\ntables = [\"dateline\", \"artifact\"]\n[[stage]]\nuse = \"wire\"\n",
    );
    ran(&shop, &["in.jsonl", "more.jsonl", "-o", "out"]);
    let table = shop.text("out/datelines.csv");
    let lines: Vec<_> = table.lines().collect();
    assert!(lines[0].starts_with("document,date,text,start,end,"), "{table}");
    assert_eq!(lines.len(), 3, "{table}");
    assert!(lines[1].starts_with("1.0,,\"ARLEN, March 9 (Newswire) -"), "{table}");
    assert_eq!(shop.text("out/artifacts.csv").lines().count(), 1, "its head alone");
    assert!(shop.text("out/manifest.json").contains("datelines.csv"));
}

#[test]
fn a_flat_table_of_no_layer_is_a_mistake_in_the_file() {
    let shop = Workshop::new(&[("in.jsonl", STORIES)]);
    shop.write("pipeline.toml", b"[output]\ntables = [\"datelin\"]\n[[stage]]\nuse = \"wire\"\n");
    let output = shop.run(&["in.jsonl", "-o", "out"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("did you mean `dateline`?"), "{}", said(&output));
}

#[test]
fn an_empty_input_becomes_a_table_without_rows() {
    let shop = Workshop::new(&[("in.jsonl", "")]);
    ran(&shop, &["in.jsonl", "-o", "out", "--format", "parquet"]);
    assert_eq!(restored(&shop, "out/in.parquet"), "");
    shop.write("pipeline.toml", b"[output]\nprefix = \"x_\"\n[[stage]]\nuse = \"wire\"\n");
    ran(&shop, &["out/in.parquet", "-o", "again"]);
    assert_eq!(restored(&shop, "again/in.parquet"), "");
}
