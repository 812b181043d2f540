//! Tables out and in again, over a small stage.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use std::fs::File;
use std::io::Write;
use std::path::Path;

use arrow_array::cast::AsArray;
use arrow_array::types::{Float64Type, UInt32Type};
use arrow_array::{Array, RecordBatch};
use copydesk_core::prelude::*;
use copydesk_core::{
    Document, LayerId, OffsetUnit, Pipeline, PipelineFile, Registry, declare_stage, span_pairs,
};
use copydesk_io::{
    Added, Block, FieldPath, Fields, Origin, Record, RowGroup, RowSource, Sheet, Table, TableFormat,
    TableRows, restore_file, seal, write_lines,
};
use parquet::arrow::arrow_reader::ParquetRecordBatchReaderBuilder;

/// Words in capitals.
struct Shout;

#[derive(serde::Serialize, schemars::JsonSchema)]
struct ShoutValue {
    #[serde(serialize_with = "span_pairs")]
    spans: Vec<Span>,
    who: Option<Who>,
    loud: f32,
}

#[derive(serde::Serialize, schemars::JsonSchema)]
struct Who {
    #[serde(flatten)]
    span: Span,
    name: String,
}

impl Layer for Shout {
    type Value = ShoutValue;
    const NAME: &'static str = "shout";
    const SUMMARY: &'static str = "words in capitals";

    fn carry(value: &mut ShoutValue, carry: &mut dyn Carry) -> bool {
        value.who = value.who.take().and_then(|mut who| carry.span(&mut who.span).then_some(who));
        carry.list(&mut value.spans)
    }
}

/// Nothing is ever marked with it.
struct Silence;

impl Layer for Silence {
    type Value = ();
    const NAME: &'static str = "silence";
    const SUMMARY: &'static str = "never there";
}

declare_stage! {
    /// Marks words in capitals and writes ` -- ` as a dash.
    static SHOUTS: Shouts = {
        name: "shouts",
        summary: "marks words in capitals",
        requires: [],
        uses: [],
        provides: [Shout, Silence],
        edits: true,
        idempotent: true,
        example: "",
    }
}

struct Shouts;

const DASH: Rule = Rule::new("dash", Grade::Style);

impl Stage for Shouts {
    type Config = NoOptions;
    type Scratch = ();

    fn new(_: NoOptions, _: &Setup) -> Result<Self, BuildError> {
        Ok(Self)
    }

    fn run(&self, doc: View<'_>, out: &mut Output<'_>, (): &mut ()) -> Result<(), StageError> {
        for (at, dash) in doc.text().match_indices(" -- ") {
            out.replace(at..at + dash.len(), " – ", &DASH);
        }
        for word in doc
            .text()
            .split(' ')
            .filter(|word| word.len() > 1 && *word == word.to_uppercase() && *word != "--")
        {
            let at = word.as_ptr() as usize - doc.text().as_ptr() as usize;
            let span = Span::from(at..at + word.len());
            let who = Some(Who { span, name: word.to_lowercase() });
            out.annotate::<Shout>(
                span,
                ShoutValue { spans: vec![span, Span::point(span.end)], who, loud: 0.9 },
            );
        }
        Ok(())
    }
}

fn pipeline() -> Pipeline {
    let mut file = PipelineFile::parse("[[stage]]\nuse = \"shouts\"\n");
    let stages = file.stages(&Registry::of([&SHOUTS]).unwrap(), &Setup::default());
    file.finish().unwrap();
    stages.unwrap()
}

fn sheet() -> Sheet {
    let layers = [LayerId::of::<Silence>(), LayerId::of::<Shout>()];
    let fields = Fields {
        text: FieldPath::new("text"),
        id: Some(FieldPath::new("id")),
        date: Some(FieldPath::new("day")),
    };
    Sheet {
        added: Added::new(&layers, ""),
        fields,
        offsets: OffsetUnit::Chars,
        pipeline: "digest".to_owned(),
    }
}

const LINES: [&str; 4] = [
    r#"{"id":1.0,"text":"Zoë -- STOP now","day":"2024-01-31","n":1.50}"#,
    r#"{"text":"a \u0041\u0042 b","id":"b"}"#,
    r#"{"id":"c","text":"","x":null}"#,
    r#"{"id":"d","text":"caf\u00e9 -- GO"}"#,
];

fn document(pipeline: &Pipeline, record: &Record<'_>, fields: &Fields) -> Document {
    let (mut id, mut date, mut text) = (String::new(), String::new(), String::new());
    record.id(&mut id);
    record.text(fields, &mut text).unwrap();
    let mut doc = Document::new(&id, &text);
    doc.set_date(record.date(&mut date).then_some(&date));
    pipeline.run(&mut doc, &mut pipeline.worker()).unwrap();
    doc
}

/// Two row groups of lines, as a run writes them.
fn written(path: &Path) {
    let (pipeline, sheet) = (pipeline(), sheet());
    let mut group = RowGroup::new(&sheet);
    let (mut file, mut part) =
        (File::options().create_new(true).read(true).write(true).open(path).unwrap(), Vec::new());
    for lines in LINES.chunks(2) {
        for line in lines {
            let record = Record::read(line, &sheet.fields).unwrap();
            group.record(&record, &document(&pipeline, &record, &sheet.fields)).unwrap();
        }
        group.finish(Origin::Jsonl, None, &mut part).unwrap();
        file.write_all(&part).unwrap();
    }
    file.write_all(&sheet.nothing(Origin::Jsonl, None).unwrap()).unwrap();
    let footer = seal(&file).unwrap();
    file.write_all(&footer).unwrap();
}

fn read(path: &Path) -> Vec<RecordBatch> {
    let builder = ParquetRecordBatchReaderBuilder::try_new(File::open(path).unwrap()).unwrap();
    builder.build().unwrap().collect::<Result<_, _>>().unwrap()
}

#[test]
fn layers_and_edits_are_typed_nested_columns() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.parquet");
    written(&path);
    let builder = ParquetRecordBatchReaderBuilder::try_new(File::open(&path).unwrap()).unwrap();
    assert_eq!(builder.metadata().num_row_groups(), 2, "the empty one is left out");
    assert_eq!(builder.metadata().file_metadata().num_rows(), 4);
    let entries = builder.metadata().file_metadata().key_value_metadata().unwrap();
    assert!(
        entries
            .iter()
            .any(|entry| entry.key == "copydesk.pipeline" && entry.value.as_deref() == Some("digest"))
    );

    let rows = arrow_select::concat::concat_batches(builder.schema(), &read(&path)).unwrap();
    let names: Vec<_> = rows.schema().fields().iter().map(|field| field.name().clone()).collect();
    assert_eq!(names, ["id", "day", "text", "record", "shout", "silence", "edits"]);
    let text = rows.column_by_name("text").unwrap().as_string::<i32>();
    assert_eq!(text.value(0), "Zoë – STOP now");
    assert!(rows.column_by_name("day").unwrap().is_null(1));

    let shouts = rows.column_by_name("shout").unwrap().as_list::<i32>();
    assert_eq!((0..4).map(|row| shouts.value_length(row)).collect::<Vec<_>>(), [1, 1, 0, 1]);
    let values = shouts.values().as_struct();
    let number = |column: &dyn Array, row| column.as_primitive::<UInt32Type>().value(row);
    assert_eq!(number(values.column_by_name("start").unwrap(), 0), 6);
    let source = values.column_by_name("source").unwrap().as_struct();
    assert_eq!(number(source.column_by_name("start").unwrap(), 0), 7);
    let who = values.column_by_name("who").unwrap().as_struct();
    assert_eq!(who.column_by_name("name").unwrap().as_string::<i32>().value(0), "stop");
    let spans = values.column_by_name("spans").unwrap().as_list::<i32>();
    assert_eq!(number(spans.values().as_struct().column_by_name("end").unwrap(), 1), 10);
    assert!(
        (values.column_by_name("loud").unwrap().as_primitive::<Float64Type>().value(0) - 0.9).abs() < 1e-9
    );

    let silence = rows.column_by_name("silence").unwrap().as_list::<i32>();
    assert!((0..4).all(|row| silence.is_valid(row) && silence.value_length(row) == 0), "there, and empty");
    let edits = rows.column_by_name("edits").unwrap().as_list::<i32>();
    assert_eq!(
        edits.values().as_struct().column_by_name("before").unwrap().as_string::<i32>().value(0),
        " -- "
    );
}

#[test]
fn records_come_back_byte_for_byte() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("out.parquet");
    written(&path);
    let mut restored = Vec::new();
    restore_file(&path, &mut restored).unwrap();
    assert_eq!(String::from_utf8(restored).unwrap(), LINES.map(|line| format!("{line}\n")).concat());
}

#[test]
fn rows_keep_their_columns_and_come_back_as_read() {
    let folder = tempfile::tempdir().unwrap();
    let (first, second) = (folder.path().join("in.parquet"), folder.path().join("out.parquet"));
    written(&first);
    let sheet = Sheet { added: Added::new(&[LayerId::of::<Shout>()], "new_"), ..sheet() };
    let pipeline = pipeline();
    let (mut source, mut block) = (RowSource::open(&first, 0).unwrap(), Block::default());
    let mut group = RowGroup::new(&sheet);
    let (mut file, mut part) =
        (File::options().create_new(true).read(true).write(true).open(&second).unwrap(), Vec::new());
    let mut lines = Vec::new();
    while source.next(&mut block).unwrap() {
        let rows = block.rows.clone().unwrap();
        let from = lines.len();
        write_lines(&rows, &mut lines).unwrap();
        for (row, line) in String::from_utf8(lines[from..].to_vec()).unwrap().lines().enumerate() {
            let record = Record::read(line, &sheet.fields).unwrap();
            if row == 0 {
                group.row(0, &document(&pipeline, &record, &sheet.fields)).unwrap();
            }
        }
        group.finish(Origin::Parquet, Some(&rows), &mut part).unwrap();
        file.write_all(&part).unwrap();
    }
    let footer = seal(&file).unwrap();
    file.write_all(&footer).unwrap();
    let rows = read(&second);
    assert_eq!(rows.iter().map(RecordBatch::num_rows).sum::<usize>(), 2, "the first of each block");
    let names: Vec<_> = rows[0].schema().fields().iter().map(|field| field.name().clone()).collect();
    assert_eq!(names[5..], ["silence", "edits", "new_shout", "new_edits"]);
    assert_eq!(rows[0].schema().field(4).data_type(), read(&first)[0].schema().field(4).data_type());
    let mut restored = Vec::new();
    restore_file(&second, &mut restored).unwrap();
    let lines = String::from_utf8(lines).unwrap();
    let lines: Vec<_> = lines.lines().collect();
    assert_eq!(String::from_utf8(restored).unwrap(), format!("{}\n{}\n", lines[0], lines[2]));
}

#[test]
fn a_table_goes_on_where_a_block_ended() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("in.parquet");
    written(&path);
    let (mut source, mut block) = (RowSource::open(&path, 0).unwrap(), Block::default());
    assert!(source.next(&mut block).unwrap());
    let (end, line) = (block.end, block.line);
    assert!(source.next(&mut block).unwrap());
    let second = (block.index, block.offset, block.line, block.rows.clone().unwrap());
    assert!(!source.next(&mut block).unwrap());
    assert!(RowSource::open(&path, end).unwrap().next(&mut block).unwrap());
    assert_eq!((block.index, block.offset, block.line, block.rows.clone().unwrap()), second);
    assert_eq!((line, second.2), (1, 3));
}

#[test]
fn a_flat_table_has_a_row_for_each_annotation() {
    let (pipeline, sheet) = (pipeline(), sheet());
    let table = Table::new(LayerId::of::<Shout>());
    let mut rows = TableRows::new(&table, TableFormat::Csv, OffsetUnit::Chars);
    let mut csv = TableRows::head(&table, TableFormat::Csv).unwrap();
    for line in LINES {
        let record = Record::read(line, &sheet.fields).unwrap();
        rows.push(&document(&pipeline, &record, &sheet.fields)).unwrap();
    }
    csv.extend(rows.take().unwrap());
    assert_eq!(
        String::from_utf8(csv).unwrap(),
        "document,date,text,start,end,spans,who,who_name,loud\n\
         1.0,2024-01-31,STOP,6,10,STOP … ,STOP,stop,0.9\n\
         b,,AB,2,4,AB … ,AB,ab,0.9\n\
         d,,GO,7,9,GO … ,GO,go,0.9\n"
    );
    assert_eq!(table.name(), "shouts");
}

#[test]
fn a_flat_table_may_be_parquet() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("shouts.parquet");
    let (pipeline, sheet) = (pipeline(), sheet());
    let table = Table::new(LayerId::of::<Shout>());
    let mut rows = TableRows::new(&table, TableFormat::Parquet, OffsetUnit::Chars);
    let mut file = File::options().create_new(true).read(true).write(true).open(&path).unwrap();
    for line in LINES {
        let record = Record::read(line, &sheet.fields).unwrap();
        rows.push(&document(&pipeline, &record, &sheet.fields)).unwrap();
        file.write_all(&rows.take().unwrap()).unwrap();
    }
    let footer = seal(&file).unwrap();
    file.write_all(&footer).unwrap();
    let read = read(&path);
    assert_eq!(read.iter().map(RecordBatch::num_rows).sum::<usize>(), 3);
    assert_eq!(read[0].column_by_name("who_name").unwrap().as_string::<i32>().value(0), "stop");
}
