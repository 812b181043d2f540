//! `copydesk run` over tables that other programs wrote: also those that are broken, empty or hold no text.

use std::sync::Arc;

use arrow_array::{ArrayRef, Int64Array, RecordBatch, StringArray};
use parquet::arrow::ArrowWriter;
use parquet::basic::{Compression, ZstdLevel};
use parquet::file::properties::WriterProperties;

use crate::program::{copydesk, said, written};
use crate::workshop::Workshop;

/// A table with these texts, in row groups of so many rows.
fn table(texts: &[Option<String>], group: usize) -> Vec<u8> {
    let ids = Int64Array::from_iter_values((0..).take(texts.len()));
    let (ids, texts): (ArrayRef, ArrayRef) =
        (Arc::new(ids), Arc::new(texts.iter().cloned().collect::<StringArray>()));
    of_columns([("id", ids), ("text", texts)], group)
}

fn of_columns(columns: [(&str, ArrayRef); 2], group: usize) -> Vec<u8> {
    let rows = RecordBatch::try_from_iter_with_nullable(columns.map(|(name, column)| (name, column, true)))
        .expect("columns of one length");
    let properties = WriterProperties::builder()
        .set_max_row_group_row_count(Some(group))
        .set_compression(Compression::ZSTD(ZstdLevel::default()))
        .build();
    let mut file = Vec::new();
    let mut writer = ArrowWriter::try_new(&mut file, rows.schema(), Some(properties)).expect("in memory");
    writer.write(&rows).expect("in memory");
    writer.close().expect("in memory");
    file
}

fn stories(count: usize) -> Vec<Option<String>> {
    (0..count)
        .map(|i| Some(format!("ARLEN, March 9 (Newswire) - Story {i}.{}", " More.".repeat(i % 50))))
        .collect()
}

#[test]
fn a_row_that_cannot_be_read_costs_itself_alone() {
    let shop = Workshop::new(&[("pipeline.toml", "[run]\nmax_document_bytes = \"1KiB\"\n")]);
    let texts = [Some("Good."), None, Some(&"long ".repeat(300)), Some("Good too.")];
    shop.write("in.parquet", &table(&texts.map(|text| text.map(str::to_owned)), 2));
    let output = shop.run(&["in.parquet", "-o", "out", "--format", "jsonl"]);
    assert_eq!(output.status.code(), Some(0), "{}", said(&output));
    for told in [
        "in.parquet:2: the field `text` is null, not a string",
        "in.parquet:3: it has 15",
        "4 read: 2 written, 0 dropped, 0 failed, 2 unreadable",
    ] {
        assert!(said(&output).contains(told), "{told}: {}", said(&output));
    }
    let restored = written(&copydesk(&["restore", &shop.path("out/in.jsonl")]));
    assert_eq!(restored, "{\"id\":0,\"text\":\"Good.\"}\n{\"id\":3,\"text\":\"Good too.\"}\n");
    shop.write("pipeline.toml", b"");
    let output = copydesk(&["retry", &shop.path("out")]);
    assert!(
        said(&output).contains("2 read: 1 written, 0 dropped, 0 failed, 1 unreadable"),
        "{}",
        said(&output)
    );
}

#[test]
fn a_table_without_texts_goes_nowhere() {
    let shop = Workshop::new(&[]);
    let numbers = || -> ArrayRef { Arc::new(Int64Array::from(vec![1, 2])) };
    for (text, told) in [("text", "the field `text` is a number"), ("body", "it has no field `text`")] {
        shop.write("in.parquet", &of_columns([("id", numbers()), (text, numbers())], 10));
        let output = shop.run(&["in.parquet", "-o", "out", "--overwrite"]);
        assert_eq!(output.status.code(), Some(1), "{}", said(&output));
        assert!(said(&output).contains(told), "{}", said(&output));
    }
}

#[test]
fn a_broken_table_costs_what_is_broken_of_it() {
    let shop = Workshop::new(&[("good.jsonl", "{\"text\":\"Good.\"}\n")]);
    let whole = table(&stories(4000), 1000);
    shop.write("a-cut.parquet", &whole[..whole.len() / 2]);
    shop.write("b-empty.parquet", b"");
    shop.write("c-no-table.parquet", b"PAR1 but only in name");
    let mut spoilt = whole.clone();
    let three_quarters = whole.len() * 3 / 4;
    spoilt[three_quarters..three_quarters + 200].fill(0xff);
    shop.write("d-spoilt.parquet", &spoilt);
    let inputs = ["a-cut", "b-empty", "c-no-table", "d-spoilt"].map(|name| format!("{name}.parquet"));
    let mut arguments: Vec<_> = inputs.iter().map(String::as_str).collect();
    arguments.extend(["good.jsonl", "-o", "out", "--format", "jsonl"]);
    let output = shop.run(&arguments);
    assert_eq!(output.status.code(), Some(1), "{}", said(&output));
    for told in [
        "a-cut.parquet: cannot read it",
        "b-empty.parquet: cannot read it",
        "c-no-table.parquet: cannot read it",
        "d-spoilt.parquet: it breaks off",
        "4 inputs could not be read to their end",
    ] {
        assert!(said(&output).contains(told), "{told}: {}", said(&output));
    }
    assert_eq!(shop.text("out/good.jsonl").lines().count(), 1);
    let kept = shop.text("out/d-spoilt.jsonl").lines().count();
    assert!([2000, 3000].contains(&kept), "the row groups before the damage are kept: {kept}");
}

#[test]
fn a_table_without_rows_becomes_one() {
    let shop = Workshop::new(&[]);
    shop.write("in.parquet", &table(&[], 10));
    for format in ["parquet", "jsonl.zst"] {
        let output = shop.run(&["in.parquet", "-o", format, "--format", format]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let restored = copydesk(&["restore", &shop.path(&format!("{format}/in.{format}"))]);
        assert_eq!((restored.status.code(), written(&restored)), (Some(0), String::new()));
    }
}

#[test]
fn the_same_bytes_at_any_number_of_threads() {
    let shop = Workshop::new(&[]);
    shop.write("in.parquet", &table(&stories(40_000), 3000));
    for format in ["parquet", "jsonl.gz"] {
        let results = ["1", "2", "3", "8"].map(|threads| {
            let folder = format!("{format}-{threads}");
            let output = shop.run(&["in.parquet", "-o", &folder, "--threads", threads, "--format", format]);
            assert_eq!(output.status.code(), Some(0), "{}", said(&output));
            shop.bytes(&format!("{folder}/in.{format}"))
        });
        assert!(results.iter().all(|result| *result == results[0]), "{format}");
    }
}

#[test]
fn results_in_tables_are_read_as_those_in_lines() {
    let shop =
        Workshop::new(&[("pipeline.toml", "[[stage]]\nuse = \"cleanup\"\n[[stage]]\nuse = \"numbers\"\n")]);
    let texts = (1..9).map(|i| Some(format!("“It is over”, has said Anne Roy after {i}2 days.")));
    shop.write("in.parquet", &table(&texts.collect::<Vec<_>>(), 3));
    shop.write("gold.jsonl", b"{\"id\":\"x\",\"text\":\"\",\"artifacts\":[],\"guards\":[]}\n");
    let pages = ["parquet", "jsonl"].map(|format| {
        // Flat tables are no results.
        shop.write(
            "pipeline.toml",
            b"[output]\ntables = [\"number\"]\ntable_format = \"parquet\"\n[[stage]]\nuse = \"cleanup\"\n[[stage]]\nuse = \"numbers\"\n",
        );
        let output = shop.run(&["in.parquet", "-o", format, "--format", format]);
        assert_eq!(output.status.code(), Some(0), "{}", said(&output));
        let restored = copydesk(&["restore", &shop.path(format)]);
        assert_eq!((restored.status.code(), written(&restored).lines().count()), (Some(0), 8), "{}", said(&restored));
        let page = written(&copydesk(&["report", &shop.path(format)]));
        assert!(page.contains("8 documents · 8 of them edited · 8 edits"), "{page}");
        // What the manifest says of the time differs.
        page.split_once("</table>").map(|(_, found)| found.to_owned()).expect("a table of the stages")
    });
    assert_eq!(pages[0], pages[1]);
}
