//! The parts of a run, each alone: `cargo bench -p copydesk-io`.

#![expect(clippy::unwrap_used, reason = "a benchmark may fail so")]

use copydesk_core::prelude::*;
use copydesk_core::{Document, OffsetUnit, Pipeline, PipelineFile, Registry};
use copydesk_io::{Block, Codec, Cutter, Encoder, FieldPath, Fields, Record, Splicer, Written};
use divan::counter::{BytesCount, ItemsCount};
use divan::{Bencher, black_box};

fn main() {
    divan::main();
}

declare_stage! {
    /// Does nothing.
    static IDLE: Idle = {
        name: "idle",
        summary: "does nothing",
        requires: [],
        uses: [],
        provides: [],
        edits: false,
        idempotent: true,
        example: "",
    }
}

struct Idle;

impl Stage for Idle {
    type Config = NoOptions;
    type Scratch = ();

    fn new(_: NoOptions, _: &Setup) -> Result<Self, BuildError> {
        Ok(Self)
    }

    fn run(&self, _: View<'_>, _: &mut Output<'_>, (): &mut ()) -> Result<(), StageError> {
        Ok(())
    }
}

fn idle(stages: usize) -> Pipeline {
    let registry = Registry::of([&IDLE]).unwrap();
    let text = "[[stage]]\nuse = \"idle\"\n".repeat(stages);
    let mut file = PipelineFile::parse(&text);
    file.stages(&registry, &Setup::default()).unwrap()
}

fn line() -> String {
    let text =
        "“We are concerned,” the mayor said.\\n\\nSome $3.5 million were spent on the harbour. ".repeat(20);
    format!("{{\"id\": \"1-7\", \"published\": \"2024-03-09\", \"text\": \"{text}\"}}\n")
}

fn fields() -> Fields {
    Fields {
        text: FieldPath::new("text"),
        id: Some(FieldPath::new("id")),
        date: Some(FieldPath::new("published")),
    }
}

#[divan::bench]
fn finding_the_fields(bencher: Bencher<'_, '_>) {
    let (line, fields) = (line(), fields());
    bencher.counter(BytesCount::of_str(&line)).bench(|| Record::read(black_box(&line), &fields).is_ok());
}

#[divan::bench]
fn reading_the_text(bencher: Bencher<'_, '_>) {
    let (line, fields) = (line(), fields());
    let record = Record::read(&line, &fields).unwrap();
    let mut text = String::new();
    bencher.counter(BytesCount::of_str(&line)).bench_local(|| {
        text.clear();
        record.text(&fields, &mut text)
    });
}

#[divan::bench]
fn writing_a_record(bencher: Bencher<'_, '_>) {
    let (line, fields) = (line(), fields());
    let record = Record::read(&line, &fields).unwrap();
    let mut text = String::new();
    record.text(&fields, &mut text).unwrap();
    let (doc, mut splicer, mut to) = (Document::new("1-7", &text), Splicer::default(), Vec::new());
    let written = Written { offsets: OffsetUnit::Chars, text_field: "text" };
    bencher.counter(BytesCount::of_str(&line)).bench_local(|| {
        to.clear();
        splicer.record(&record, &doc, written, &mut to);
    });
}

/// What stands between reading and writing: a small document through stages that do nothing.
#[divan::bench(args = [0, 1, 5])]
fn empty_stages(bencher: Bencher<'_, '_>, stages: usize) {
    let pipeline = idle(stages);
    let (mut worker, mut doc) = (pipeline.worker(), Document::default());
    bencher.counter(ItemsCount::new(1_usize)).bench_local(|| {
        doc.read("1-7", "A small document.");
        pipeline.run(&mut doc, &mut worker).is_ok()
    });
}

fn lines() -> Vec<u8> {
    line().repeat((1 << 20) / line().len()).into_bytes()
}

#[divan::bench]
fn cutting_blocks(bencher: Bencher<'_, '_>) {
    let bytes = lines().repeat(4);
    let mut block = Block::default();
    bencher.counter(BytesCount::of_slice(&bytes)).bench_local(|| {
        let mut cutter = Cutter::new(bytes.as_slice(), 1 << 20, 16 << 20);
        while cutter.next(&mut block) {}
    });
}

#[divan::bench(args = ["gzip", "zstd"])]
fn compressing_a_block(bencher: Bencher<'_, '_>, codec: &str) {
    let codec = if codec == "gzip" { Codec::Gzip } else { Codec::Zstd };
    let (mut encoder, mut block, mut to) = (Encoder::new(codec).unwrap(), lines(), Vec::new());
    bencher.counter(BytesCount::of_slice(&block)).bench_local(|| encoder.encode(&mut block, &mut to));
}
