//! Writes a record as it was read, but for its text and one more key.

use copydesk_core::{Document, OffsetUnit};

use crate::json::escape;
use crate::record::{KEY, Record};

/// How a record's text spells what lies outside ASCII.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Escapes {
    /// As itself.
    Plain,
    /// As `\u` and digits.
    Ascii,
}

impl Escapes {
    pub(crate) fn write(self, text: &str, to: &mut Vec<u8>) {
        match self {
            Self::Plain => escape::plain(text, to),
            Self::Ascii => escape::ascii(text, to),
        }
    }

    /// Appends a JSON string.
    pub(crate) fn string(self, text: &str, to: &mut Vec<u8>) {
        to.push(b'"');
        self.write(text, to);
        to.push(b'"');
    }

    /// The spelling in which `text` is `raw`, if one of ours is. `spare` is overwritten.
    fn of(raw: &str, text: &str, spare: &mut Vec<u8>) -> Option<Self> {
        if !raw.contains('\\') {
            return Some(Self::Plain);
        }
        [Self::Plain, Self::Ascii].into_iter().find(|escapes| {
            spare.clear();
            escapes.write(text, spare);
            spare == raw.as_bytes()
        })
    }
}

/// What a run wants of its records.
#[derive(Clone, Copy)]
pub struct Written<'a> {
    /// The unit of offsets.
    pub offsets: OffsetUnit,
    /// The field of the text.
    pub text_field: &'a str,
}

/// Writes records into one buffer after another; keeps what it needs for it.
#[derive(Default)]
pub struct Splicer {
    spare: Vec<u8>,
}

/// What a record says when no stage has run on it.
const UNTOUCHED: &[u8] = b"{\"annotations\":{},\"edits\":[]}";

impl Splicer {
    /// Appends a record with its document's text, annotations and edits.
    ///
    /// A text that was not edited stays the bytes it was. One that was is
    /// written in the spelling it had, if that is one that JSON writers
    /// commonly use; otherwise the original goes into `source_text`, so that the
    /// record can be restored byte for byte.
    pub fn record(&mut self, record: &Record<'_>, doc: &Document, written: Written<'_>, to: &mut Vec<u8>) {
        let unit = written.offsets;
        let line = record.line.as_bytes();
        if !doc.is_edited() {
            to.extend_from_slice(&line[..record.close]);
            key(to);
            value(doc, unit, to);
            to.extend_from_slice(&line[record.close..]);
            return;
        }
        let escapes = Escapes::of(record.raw_text(), doc.source_text(), &mut self.spare);
        to.extend_from_slice(&line[..record.text.start]);
        escapes.unwrap_or(Escapes::Plain).write(doc.text(), to);
        to.extend_from_slice(&line[record.text.end..record.close]);
        key(to);
        value(doc, unit, to);
        match escapes {
            Some(Escapes::Plain) => {}
            Some(Escapes::Ascii) => add(to, b"\"escapes\":\"ascii\""),
            None => {
                add(to, b"\"source_text\":\"");
                to.pop();
                to.extend_from_slice(record.raw_text().as_bytes());
                to.extend_from_slice(b"\"}");
            }
        }
        if written.text_field != "text" {
            named("text_field", written.text_field, to);
        }
        to.extend_from_slice(&line[record.close..]);
    }

    /// Appends a record that no stage runs on.
    pub fn untouched(record: &Record<'_>, to: &mut Vec<u8>) {
        let line = record.line.as_bytes();
        to.extend_from_slice(&line[..record.close]);
        key(to);
        to.extend_from_slice(UNTOUCHED);
        to.extend_from_slice(&line[record.close..]);
    }
}

fn key(to: &mut Vec<u8>) {
    to.extend_from_slice(b",\"");
    to.extend_from_slice(KEY.as_bytes());
    to.extend_from_slice(b"\":");
}

/// Appends annotations and edits, with the unit of their offsets where it is not code points.
pub(crate) fn value(doc: &Document, unit: OffsetUnit, to: &mut Vec<u8>) {
    doc.write_json(to, unit);
    match unit {
        OffsetUnit::Chars => {}
        OffsetUnit::Bytes => add(to, b"\"offsets\":\"bytes\""),
        OffsetUnit::Utf16 => add(to, b"\"offsets\":\"utf16\""),
    }
}

/// Puts one more entry into the object that has just been written.
pub(crate) fn add(to: &mut Vec<u8>, entry: &[u8]) {
    let closed = to.pop();
    debug_assert_eq!(closed, Some(b'}'), "an object was written");
    to.push(b',');
    to.extend_from_slice(entry);
    to.push(b'}');
}

/// Puts one more string into the object that has just been written.
pub(crate) fn named(key: &str, text: &str, to: &mut Vec<u8>) {
    let mut entry = Vec::new();
    Escapes::Plain.string(key, &mut entry);
    entry.push(b':');
    Escapes::Plain.string(text, &mut entry);
    add(to, &entry);
}
