//! Finds the text, the id and the date in a line of JSONL, and checks the rest.

use std::ops::Range;

use crate::FieldPath;
use crate::field::Step;
use crate::json::scan::{Kind, NotJson, Scanner, Value};
use crate::json::unescape::{LoneSurrogate, unescape};

/// The key that a record gets on the way out.
pub(crate) const KEY: &str = "copydesk";

/// Which fields of a record hold what.
#[derive(Clone, Debug)]
pub struct Fields {
    /// The text.
    pub text: FieldPath,
    /// The id.
    pub id: Option<FieldPath>,
    /// The date.
    pub date: Option<FieldPath>,
}

/// Why a record cannot be read.
#[derive(Clone, Debug, thiserror::Error, PartialEq, Eq)]
pub enum Unreadable {
    /// A byte is not UTF-8.
    #[error("not UTF-8 from byte {0} of the record")]
    NotUtf8(usize),
    /// It is no JSON.
    #[error("not JSON: expected {expected} at byte {at} of the record")]
    NotJson {
        /// Where, in bytes.
        at: usize,
        /// What should stand there.
        expected: &'static str,
    },
    /// It is JSON, but no record.
    #[error("the line is {0}, not an object")]
    NotAnObject(&'static str),
    /// It has no text.
    #[error("it has no field `{0}`")]
    NoText(String),
    /// Its text is no string.
    #[error("the field `{0}` is {1}, not a string")]
    TextIs(String, &'static str),
    /// Its text is no Unicode.
    #[error("the field `{0}` holds half of a surrogate pair, \\u{1:04x}, which is no character")]
    LoneSurrogate(String, u16),
    /// It has been through a run.
    #[error("it has a key `copydesk` already: `copydesk restore` takes it out")]
    Done,
    /// It is longer than the run allows.
    #[error("it has {0} bytes, and the run reads at most {1}")]
    TooLong(u64, u64),
    /// Its file ends, or breaks off, inside it.
    #[error("its file breaks off inside it: {0}")]
    CutOff(String),
    /// It cannot be taken out of its table.
    #[error("{0}")]
    Row(String),
}

impl Unreadable {
    /// The name under which it is counted.
    #[must_use]
    pub fn class(&self) -> &'static str {
        match self {
            Self::NotUtf8(_) => "not-utf-8",
            Self::NotJson { .. } => "not-json",
            Self::NotAnObject(_) => "not-an-object",
            Self::NoText(_) => "no-text",
            Self::TextIs(..) => "text-is-no-string",
            Self::LoneSurrogate(..) => "lone-surrogate",
            Self::Done => "done-already",
            Self::TooLong(..) => "too-long",
            Self::CutOff(_) => "cut-off",
            Self::Row(_) => "row",
        }
    }
}

impl From<NotJson> for Unreadable {
    fn from(NotJson { at, expected }: NotJson) -> Self {
        Self::NotJson { at, expected }
    }
}

/// A record whose fields have been found.
#[derive(Debug)]
pub struct Record<'a> {
    /// The bytes of its object, with the space around.
    pub line: &'a str,
    /// The text's JSON string, between its quotation marks.
    pub(crate) text: Range<usize>,
    /// Where its object closes.
    pub(crate) close: usize,
    id: Option<Value>,
    date: Option<Value>,
}

/// What has been found so far.
#[derive(Default)]
struct Found {
    text: Option<Value>,
    id: Option<Value>,
    date: Option<Value>,
    done: bool,
}

impl<'a> Record<'a> {
    /// Reads a line. Where a key stands twice the last one counts, as for most readers of JSON.
    ///
    /// # Errors
    ///
    /// If it is no JSON object, or has no text.
    pub fn read(line: &'a str, fields: &Fields) -> Result<Self, Unreadable> {
        let mut scanner = Scanner::new(line.as_bytes());
        if line.starts_with('\u{feff}') {
            scanner.at += '\u{feff}'.len_utf8();
        }
        scanner.space();
        if scanner.peek() != Some(b'{') {
            let other = scanner.value(0)?;
            ended(&mut scanner)?;
            return Err(Unreadable::NotAnObject(other.kind.name()));
        }
        let mut found = Found::default();
        object(&mut scanner, 0, &Wanted::all(fields), &mut found)?;
        let close = scanner.at - 1;
        ended(&mut scanner)?;
        if found.done {
            return Err(Unreadable::Done);
        }
        let text = found.text.ok_or_else(|| Unreadable::NoText(fields.text.name().to_owned()))?;
        if text.kind != Kind::String {
            return Err(Unreadable::TextIs(fields.text.name().to_owned(), text.kind.name()));
        }
        let text = text.range.start + 1..text.range.end - 1;
        Ok(Self { line, text, close, id: found.id, date: found.date })
    }

    /// The text as its JSON spells it.
    #[must_use]
    pub fn raw_text(&self) -> &'a str {
        &self.line[self.text.clone()]
    }

    /// Appends the text.
    ///
    /// # Errors
    ///
    /// If an escape stands for no character.
    pub fn text(&self, fields: &Fields, to: &mut String) -> Result<(), Unreadable> {
        unescape(self.raw_text(), to)
            .map_err(|LoneSurrogate(unit)| Unreadable::LoneSurrogate(fields.text.name().to_owned(), unit))
    }

    /// Appends the id, if there is one: what a string says, or a number as it is written.
    pub fn id(&self, to: &mut String) -> bool {
        self.say(self.id.as_ref(), to)
    }

    /// Appends the date, if there is one.
    pub fn date(&self, to: &mut String) -> bool {
        self.say(self.date.as_ref(), to)
    }

    fn say(&self, value: Option<&Value>, to: &mut String) -> bool {
        let before = to.len();
        match value {
            Some(Value { kind: Kind::String, range }) => {
                let inside = &self.line[range.start + 1..range.end - 1];
                if unescape(inside, to).is_err() {
                    to.truncate(before);
                }
            }
            Some(Value { kind: Kind::Number, range }) => to.push_str(&self.line[range.clone()]),
            _ => {}
        }
        to.len() > before
    }
}

fn ended(scanner: &mut Scanner<'_>) -> Result<(), NotJson> {
    scanner.space();
    if scanner.peek().is_some() { scanner.wrong("the end of the line") } else { Ok(()) }
}

/// The fields that may lie in the object at hand.
struct Wanted<'a> {
    text: Option<&'a FieldPath>,
    id: Option<&'a FieldPath>,
    date: Option<&'a FieldPath>,
}

impl<'a> Wanted<'a> {
    fn all(fields: &'a Fields) -> Self {
        Self { text: Some(&fields.text), id: fields.id.as_ref(), date: fields.date.as_ref() }
    }
}

fn object(
    scanner: &mut Scanner<'_>,
    depth: usize,
    wanted: &Wanted<'_>,
    found: &mut Found,
) -> Result<(), NotJson> {
    let bytes = scanner.bytes;
    scanner.object(depth, |scanner, key| {
        let mut plain = String::new();
        let raw = std::str::from_utf8(&bytes[key])
            .expect("a part of a line that is UTF-8, between quotation marks");
        let key = if raw.contains('\\') && unescape(raw, &mut plain).is_ok() { plain.as_str() } else { raw };
        found.done |= depth == 0 && key == KEY;
        entry(scanner, depth, key, wanted, found)
    })?;
    Ok(())
}

fn entry(
    scanner: &mut Scanner<'_>,
    depth: usize,
    key: &str,
    wanted: &Wanted<'_>,
    found: &mut Found,
) -> Result<(), NotJson> {
    let step = |path: Option<&FieldPath>| path.map_or(Step::Elsewhere, |path| path.step(depth, key));
    let (text, id, date) = (step(wanted.text), step(wanted.id), step(wanted.date));
    if scanner.peek() == Some(b'{') && [text, id, date].contains(&Step::Inside) {
        let inside = |step, path| if step == Step::Inside { path } else { None };
        let wanted = Wanted {
            text: inside(text, wanted.text),
            id: inside(id, wanted.id),
            date: inside(date, wanted.date),
        };
        return object(scanner, depth + 1, &wanted, found);
    }
    let value = scanner.value(depth + 1)?;
    for (step, place) in [(text, &mut found.text), (id, &mut found.id), (date, &mut found.date)] {
        if step == Step::Here {
            *place = Some(value.clone());
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn fields(text: &str) -> Fields {
        Fields {
            text: FieldPath::new(text),
            id: Some(FieldPath::new("id")),
            date: Some(FieldPath::new("meta.date")),
        }
    }

    fn text_of(line: &str, field: &str) -> Result<String, Unreadable> {
        let fields = fields(field);
        let record = Record::read(line, &fields)?;
        let mut text = String::new();
        record.text(&fields, &mut text)?;
        Ok(text)
    }

    #[test]
    fn fields_are_found_wherever_they_lie() {
        let line =
            r#"{"n":1.50,"id" : 007e1 , "meta":{"text":"no","date":"2024-01-31"},"text":"\u00c9t\u00e9"}"#;
        assert!(Record::read(line, &fields("text")).is_err(), "007 is no number");
        let line =
            r#"{"n":1.50,"id" : 7e1 , "meta":{"text":"no","date":"2024-01-31"},"text":"\u00c9t\u00e9"}"#;
        let fields = fields("text");
        let record = Record::read(line, &fields).unwrap();
        let (mut id, mut date, mut text) = (String::new(), String::new(), String::new());
        assert!(record.id(&mut id) && record.date(&mut date));
        record.text(&fields, &mut text).unwrap();
        assert_eq!((id.as_str(), date.as_str(), text.as_str()), ("7e1", "2024-01-31", "Été"));
    }

    #[test]
    fn a_text_may_lie_inside_other_fields_or_have_a_dot_in_its_name() {
        assert_eq!(text_of(r#"{"article":{"body":"a"}}"#, "article.body").unwrap(), "a");
        assert_eq!(text_of(r#"{"article.body":"b"}"#, "article.body").unwrap(), "b");
        assert_eq!(text_of(r#"{"te\u0078t":"c"}"#, "text").unwrap(), "c");
        assert_eq!(text_of(r#"{"text":"d","text":"e"}"#, "text").unwrap(), "e");
    }

    #[test]
    fn what_is_wrong_is_said() {
        for (line, told) in [
            ("[1,2]", "the line is an array, not an object"),
            ("7", "the line is a number, not an object"),
            ("{\"text\":null}", "the field `text` is null, not a string"),
            ("{\"text\":3}", "the field `text` is a number"),
            ("{\"text\":[\"a\"]}", "the field `text` is an array"),
            ("{\"body\":\"a\"}", "no field `text`"),
            ("{\"text\":\"a\"", "expected `,` or `}` at byte 11"),
            ("{\"text\":\"a\"} {}", "expected the end of the line at byte 13"),
            ("{\"text\":\"\\ud83d\"}", "half of a surrogate pair, \\ud83d"),
            ("{\"text\":\"a\",\"copydesk\":{}}", "key `copydesk` already"),
        ] {
            let error = text_of(line, "text").unwrap_err().to_string();
            assert!(error.contains(told), "{line}: {error}");
        }
    }
}
