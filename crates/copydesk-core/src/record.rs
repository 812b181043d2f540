//! The key `copydesk` of a record: a document's annotations and edits as JSON.

use std::io::Write;

use serde::Serialize;

use crate::units::{Units, writing};
use crate::{Document, EarlierEdit, EditRecord, Grade, OffsetUnit};

/// An edit as it is written.
#[derive(Serialize)]
struct WrittenEdit<'a> {
    stage: &'a str,
    rule: &'a str,
    grade: Grade,
    start: u32,
    end: u32,
    written: [u32; 2],
    before: &'a str,
    after: &'a str,
    #[serde(skip_serializing_if = "Vec::is_empty")]
    earlier: Vec<WrittenEarlier<'a>>,
}

/// An edit that a later one took up, as it is written.
#[derive(Serialize)]
struct WrittenEarlier<'a> {
    stage: &'a str,
    rule: &'a str,
    grade: Grade,
    before: &'a str,
    after: &'a str,
}

impl<'a> From<&'a EarlierEdit> for WrittenEarlier<'a> {
    fn from(edit: &'a EarlierEdit) -> Self {
        let (rule, grade) = (edit.rule.id(), edit.rule.grade());
        Self { stage: edit.stage, rule, grade, before: &edit.before, after: &edit.after }
    }
}

impl Document {
    /// Appends the value of a record's key `copydesk`: an object with
    /// `annotations`, by layer, and `edits`. Offsets are in `unit`.
    pub fn write_json(&self, out: &mut Vec<u8>, unit: OffsetUnit) {
        if self.layers.is_empty() && !self.is_edited() {
            out.extend_from_slice(b"{\"annotations\":{},\"edits\":[]}");
            return;
        }
        let (mut now, mut source) = (Units::default(), Units::default());
        now.fill(&self.text, unit);
        if self.is_edited() {
            source.fill(&self.source, unit);
        }
        let source_units = if self.is_edited() { Some(&source) } else { None };
        out.extend_from_slice(b"{\"annotations\":{");
        self.write_annotations(out, &mut now, source_units);
        out.extend_from_slice(b"},\"edits\":[");
        for (i, edit) in self.log.records().iter().enumerate() {
            out.extend_from_slice(if i == 0 { b"" } else { b"," });
            let edit = self.written(edit, &now, &source);
            serde_json::to_writer(&mut *out, &edit).expect("edits are plain data");
        }
        out.extend_from_slice(b"]}");
    }

    fn write_annotations(&self, out: &mut Vec<u8>, now: &mut Units, source: Option<&Units>) {
        for (i, (layer, store)) in self.layers.sorted().into_iter().enumerate() {
            out.extend_from_slice(if i == 0 { b"\"" } else { b",\"" });
            out.extend_from_slice(layer.name().as_bytes());
            out.extend_from_slice(b"\":[");
            for i in 0..store.len() {
                let (span, from) = store.place(i);
                let ([start, end], [from, to]) = (now.convert(span), source.unwrap_or(now).convert(from));
                out.extend_from_slice(if i == 0 { b"" } else { b"," });
                write!(out, "{{\"start\":{start},\"end\":{end},\"source\":[{from},{to}]")
                    .expect("a Vec takes all");
                let value = out.len();
                writing(now, || store.write_value(i, out));
                splice_object(out, value);
            }
            out.push(b']');
        }
    }

    fn written<'a>(&'a self, edit: &'a EditRecord, now: &Units, source: &Units) -> WrittenEdit<'a> {
        let [start, end] = source.convert(edit.source);
        WrittenEdit {
            stage: edit.stage,
            rule: edit.rule.id(),
            grade: edit.rule.grade(),
            start,
            end,
            written: now.convert(edit.now),
            before: edit.source.of(&self.source),
            after: edit.now.of(&self.text),
            earlier: edit.earlier.iter().map(Into::into).collect(),
        }
    }
}

/// Joins a value's JSON at `value` to the unclosed object before it: an
/// object's fields beside the others, anything else under the key `value`.
fn splice_object(out: &mut Vec<u8>, value: usize) {
    match &out[value..] {
        b"{}" => out.truncate(value),
        b"null" => {
            out.truncate(value);
            out.push(b'}');
            return;
        }
        [b'{', ..] => {
            out[value] = b',';
            return;
        }
        _ => {
            out.splice(value..value, *b",\"value\":");
        }
    }
    out.push(b'}');
}
