//! Gives a written record back as it was read.

use std::ops::Range;

use copydesk_core::OffsetUnit;
use serde::Deserialize;

use crate::FieldPath;
use crate::field::Step;
use crate::json::scan::{Kind, NotJson, Scanner, Value};
use crate::json::unescape::unescape;
use crate::record::KEY;
use crate::splice::Escapes;

/// Why a line cannot be restored.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum NotRestorable {
    /// It is no JSON object.
    #[error("not a record: expected {expected} at byte {at}")]
    NotJson {
        /// Where, in bytes.
        at: usize,
        /// What should stand there.
        expected: &'static str,
    },
    /// No run has written it.
    #[error("it has no key `copydesk`, so no run has written it")]
    NotOurs,
    /// What a run has written was changed.
    #[error("its key `copydesk` is not as a run writes it: {0}")]
    Changed(String),
}

impl From<NotJson> for NotRestorable {
    fn from(NotJson { at, expected }: NotJson) -> Self {
        Self::NotJson { at, expected }
    }
}

/// What restoring needs of the key `copydesk`.
#[derive(Deserialize)]
struct Written<'a> {
    #[serde(borrow)]
    edits: Vec<WrittenEdit<'a>>,
    #[serde(default)]
    offsets: OffsetUnit,
    #[serde(default)]
    escapes: Option<&'a str>,
    #[serde(default, borrow)]
    source_text: Option<&'a serde_json::value::RawValue>,
    #[serde(default)]
    text_field: Option<String>,
    #[serde(default)]
    from: Option<&'a str>,
    #[serde(default)]
    before: String,
    #[serde(default)]
    after: String,
}

#[derive(Deserialize)]
struct WrittenEdit<'a> {
    written: [u32; 2],
    #[serde(borrow)]
    before: std::borrow::Cow<'a, str>,
}

/// Where the parts of a written record lie.
struct Parts {
    text: Option<Value>,
    /// The key `copydesk` with the comma that sets it off.
    whole: Range<usize>,
    value: Range<usize>,
}

/// Appends a written line as it was read. Blank lines stay.
///
/// # Errors
///
/// If it is no record that a run has written.
pub fn restore_line(line: &str, to: &mut Vec<u8>) -> Result<(), NotRestorable> {
    if line.trim().is_empty() {
        to.extend_from_slice(line.as_bytes());
        return Ok(());
    }
    let ours = parts(line, None)?;
    let written: Written<'_> = serde_json::from_str(&line[ours.value.clone()])
        .map_err(|error| NotRestorable::Changed(error.to_string()))?;
    let parts = match &written.text_field {
        Some(field) => parts(line, Some(&FieldPath::new(field)))?,
        None => ours,
    };
    if written.from == Some("text") {
        return text_file(line, &parts, &written, to);
    }
    if written.edits.is_empty() {
        copy(line, 0..line.len(), &parts.whole, to);
        return Ok(());
    }
    let text = parts.inside_text()?;
    copy(line, 0..text.start, &parts.whole, to);
    match (written.source_text, written.escapes) {
        (Some(raw), _) => to.extend_from_slice(inside(raw.get()).as_bytes()),
        (None, Some("ascii")) => Escapes::Ascii.write(&source(&line[text.clone()], &written)?, to),
        (None, _) => Escapes::Plain.write(&source(&line[text.clone()], &written)?, to),
    }
    copy(line, text.end..line.len(), &parts.whole, to);
    Ok(())
}

/// What stands between the quotation marks.
fn inside(json: &str) -> &str {
    json.strip_prefix('"').and_then(|json| json.strip_suffix('"')).unwrap_or(json)
}

/// Appends a range of a line, without what of `cut` lies in it.
fn copy(line: &str, range: Range<usize>, cut: &Range<usize>, to: &mut Vec<u8>) {
    let (head, tail) = (range.start..range.end.min(cut.start), range.start.max(cut.end)..range.end);
    for part in [head, tail].into_iter().filter(|part| part.start < part.end) {
        to.extend_from_slice(&line.as_bytes()[part]);
    }
}

/// Appends the text, and the blank lines around it, of a text file.
fn text_file(
    line: &str,
    parts: &Parts,
    written: &Written<'_>,
    to: &mut Vec<u8>,
) -> Result<(), NotRestorable> {
    let text = source(&line[parts.inside_text()?], written)?;
    for part in [&written.before, &text, &written.after] {
        to.extend_from_slice(part.as_bytes());
    }
    Ok(())
}

impl Parts {
    /// Where the text lies, between its quotation marks.
    fn inside_text(&self) -> Result<Range<usize>, NotRestorable> {
        let text = self.text.as_ref().filter(|text| text.kind == Kind::String);
        let missing = || NotRestorable::Changed("it speaks of edits, and there is no text".to_owned());
        text.map(|text| text.range.start + 1..text.range.end - 1).ok_or_else(missing)
    }
}

fn parts(line: &str, field: Option<&FieldPath>) -> Result<Parts, NotRestorable> {
    let plain = FieldPath::new("text");
    let mut scanner = Scanner::new(line.as_bytes());
    if line.starts_with('\u{feff}') {
        scanner.at += '\u{feff}'.len_utf8();
    }
    scanner.space();
    if scanner.peek() != Some(b'{') {
        scanner.wrong("an object")?;
    }
    let mut found = (None, None);
    object(&mut scanner, 0, field.unwrap_or(&plain), &mut found)?;
    let (text, Some((key, value))) = found else { return Err(NotRestorable::NotOurs) };
    Ok(Parts { text, whole: with_comma(line, key.start - 1..value.end), value })
}

type Found = (Option<Value>, Option<(Range<usize>, Range<usize>)>);

fn object(
    scanner: &mut Scanner<'_>,
    depth: usize,
    field: &FieldPath,
    found: &mut Found,
) -> Result<(), NotJson> {
    let bytes = scanner.bytes;
    scanner.object(depth, |scanner, key| {
        let mut plain = String::new();
        let raw =
            std::str::from_utf8(&bytes[key.clone()]).expect("a part of a text, between quotation marks");
        let name = if raw.contains('\\') && unescape(raw, &mut plain).is_ok() { plain.as_str() } else { raw };
        let step = field.step(depth, name);
        if step == Step::Inside && scanner.peek() == Some(b'{') {
            return object(scanner, depth + 1, field, found);
        }
        let value = scanner.value(depth + 1)?;
        if depth == 0 && name == KEY {
            found.1 = Some((key, value.range));
        } else if step == Step::Here {
            found.0 = Some(value);
        }
        Ok(())
    })?;
    Ok(())
}

/// An entry with the comma before it, or after it where it is the first.
fn with_comma(line: &str, entry: Range<usize>) -> Range<usize> {
    let before = line[..entry.start].trim_end();
    if before.ends_with(',') {
        return before.len() - 1..entry.end;
    }
    let after = &line[entry.end..];
    let spare = after.len() - after.trim_start().trim_start_matches(',').len();
    entry.start..entry.end + if after.trim_start().starts_with(',') { spare } else { 0 }
}

/// The text as read, of a text as written.
fn source(raw: &str, written: &Written<'_>) -> Result<String, NotRestorable> {
    let mut text = String::with_capacity(raw.len());
    unescape(raw, &mut text).map_err(|_| NotRestorable::Changed("its text is no Unicode".to_owned()))?;
    let edits = written.edits.iter().map(|edit| (edit.written, edit.before.as_ref()));
    put_back(&text, written.offsets, edits)
}

/// A text before its edits: each is where it is written, and what stood there.
pub(crate) fn put_back<'a>(
    text: &str,
    unit: OffsetUnit,
    edits: impl Iterator<Item = ([u32; 2], &'a str)>,
) -> Result<String, NotRestorable> {
    let off = || NotRestorable::Changed("its offsets do not lie in its text".to_owned());
    let mut source = String::with_capacity(text.len());
    let mut place = Place { text, unit, byte: 0, at: 0 };
    let mut kept = 0;
    for (written, before) in edits {
        let start = place.byte_of(written[0]).ok_or_else(off)?;
        let end = place.byte_of(written[1]).ok_or_else(off)?;
        source.push_str(&text[kept..start]);
        source.push_str(before);
        kept = end;
    }
    source.push_str(&text[kept..]);
    Ok(source)
}

/// A place in a text that moves forward.
struct Place<'a> {
    text: &'a str,
    unit: OffsetUnit,
    byte: usize,
    at: u32,
}

impl Place<'_> {
    /// The byte of an offset that is not before the last one.
    fn byte_of(&mut self, offset: u32) -> Option<usize> {
        let mut chars = self.text[self.byte..].chars();
        while self.at < offset {
            let char = chars.next()?;
            self.byte += char.len_utf8();
            self.at += match self.unit {
                OffsetUnit::Chars => 1,
                OffsetUnit::Bytes => char.len_utf8() as u32,
                OffsetUnit::Utf16 => char.len_utf16() as u32,
            };
        }
        (self.at == offset).then_some(self.byte)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn restored(line: &str) -> String {
        let mut to = Vec::new();
        restore_line(line, &mut to).unwrap();
        String::from_utf8(to).unwrap()
    }

    #[test]
    fn edits_are_taken_back_in_every_unit() {
        for (unit, at) in [("chars", "[2,3]"), ("bytes", "[5,8]"), ("utf16", "[3,4]")] {
            let line = format!(
                r#"{{ "text" : "😀 – b" , "n":1.0,"copydesk":{{"annotations":{{}},"edits":[{{"written":{at},"before":"--"}}],"offsets":"{unit}"}} }}"#
            );
            assert_eq!(restored(&line), r#"{ "text" : "😀 -- b" , "n":1.0 }"#);
        }
    }

    #[test]
    fn the_key_may_stand_anywhere() {
        assert_eq!(restored(r#"{"copydesk": {"edits": []}, "text": "a"}"#), r#"{ "text": "a"}"#);
        assert_eq!(
            restored(r#"{"id": 1, "copydesk": {"edits": []}, "text": "a"}"#),
            r#"{"id": 1, "text": "a"}"#
        );
        assert_eq!(restored(r#"{"copydesk":{"edits":[]}}"#), "{}");
        assert_eq!(restored(" \r\n"), " \r\n");
    }

    #[test]
    fn what_no_run_wrote_is_refused() {
        for line in [
            "{\"text\":\"a\"}",
            "[]",
            "x",
            "{\"copydesk\":1}",
            r#"{"text":"a","copydesk":{"edits":[{"written":[7,9],"before":"b"}]}}"#,
        ] {
            assert!(restore_line(line, &mut Vec::new()).is_err(), "{line}");
        }
    }
}
