//! Whatever a stage does to a record, the bytes of its other fields stay, and restoring gives all of it back.

#![expect(clippy::unwrap_used, reason = "a test may fail so")]

use copydesk_core::prelude::*;
use copydesk_core::{Document, OffsetUnit, Pipeline, PipelineFile, Registry};
use copydesk_io::{FieldPath, Fields, Record, Splicer, Written, restore_line};
use proptest::prelude::*;

declare_stage! {
    /// Changes letters, so that there is something to restore.
    static MEDDLER: Meddler = {
        name: "meddler",
        summary: "changes letters",
        requires: [],
        uses: [],
        provides: [],
        edits: true,
        idempotent: false,
        example: "",
    }
}

struct Meddler;

const RULE: Rule = Rule::new("meddle", Grade::Shape);

impl Stage for Meddler {
    type Config = NoOptions;
    type Scratch = ();

    fn new(_: NoOptions, _: &Setup) -> Result<Self, BuildError> {
        Ok(Self)
    }

    fn run(&self, doc: View<'_>, out: &mut Output<'_>, (): &mut ()) -> Result<(), StageError> {
        for (at, char) in doc.text().char_indices() {
            match char {
                'a' => out.replace(at..at + 1, "“😀”", &RULE),
                'é' | '"' | '\u{7f}' => out.replace(at..at + char.len_utf8(), "", &RULE),
                _ => {}
            }
        }
        Ok(())
    }
}

fn meddler() -> Pipeline {
    let registry = Registry::of([&MEDDLER]).unwrap();
    let mut file = PipelineFile::parse("[[stage]]\nuse = \"meddler\"\n");
    let pipeline = file.stages(&registry, &Setup::default());
    file.finish().unwrap();
    pipeline.unwrap()
}

/// The line as a run writes it, with the text that the stage made of it.
fn through(line: &str, field: &str, unit: OffsetUnit) -> (String, String) {
    let fields = Fields { text: FieldPath::new(field), id: None, date: None };
    let record = Record::read(line, &fields).unwrap();
    let mut text = String::new();
    record.text(&fields, &mut text).unwrap();
    let mut doc = Document::new("id", &text);
    let pipeline = meddler();
    pipeline.run(&mut doc, &mut pipeline.worker()).unwrap();
    let mut written = Vec::new();
    Splicer::default().record(&record, &doc, Written { offsets: unit, text_field: field }, &mut written);
    (String::from_utf8(written).unwrap(), doc.text().to_owned())
}

fn restored(line: &str) -> String {
    let mut restored = Vec::new();
    restore_line(line, &mut restored).unwrap();
    String::from_utf8(restored).unwrap()
}

/// A text as one of the spellings that JSON allows.
fn spelled(text: &str, style: u8) -> String {
    let escaped = |unit: u16| if style == 2 { format!("\\u{unit:04X}") } else { format!("\\u{unit:04x}") };
    let mut json = String::new();
    for (i, char) in text.chars().enumerate() {
        match char {
            '/' if style == 3 => json += "\\/",
            '"' | '\\' => json.extend(['\\', char]),
            '\0'..' ' => json += &escaped(char as u16),
            _ if style > 0 && style != 3 && (char > '~' || (style == 4 && i % 3 == 0)) => {
                char.encode_utf16(&mut [0; 2]).iter().for_each(|unit| json += &escaped(*unit));
            }
            _ => json.push(char),
        }
    }
    json
}

const UNITS: [OffsetUnit; 3] = [OffsetUnit::Chars, OffsetUnit::Bytes, OffsetUnit::Utf16];

#[test]
fn nasty_records_keep_their_bytes() {
    let text = r"a caf\u00e9 \/ \ud83d\ude00 \t";
    for line in [
        format!(r#"{{"text":"{text}"}}"#),
        format!("  {{ \"n\" : 1.50E+003 , \"text\" :\t\"{text}\" , \"n\":-0 }} \r\n"),
        format!(
            r#"{{"big":123456789012345678901234567890.0,"text":"{text}","esc":"\u0041\/","lone":"\udead"}}"#
        ),
        format!(r#"{{"text":"first, left alone","x":{{"text":"a","y":[[],{{}}]}},"text":"{text}"}}"#),
        format!(r#"{{"te\u0078t":"{text}","":null,"k\"ey":true}}"#),
        format!("\u{feff}{{\"text\":\"{text}\",\"dup\":1,\"dup\":2}}\n"),
    ] {
        for unit in UNITS {
            let (written, after) = through(&line, "text", unit);
            assert_eq!(restored(&written), line);
            assert!(
                serde_json::from_str::<&serde_json::value::RawValue>(written.trim_start_matches('\u{feff}'))
                    .is_ok()
            );
            assert!(!after.contains('a') && written.contains("\"copydesk\":{"));
        }
    }
}

#[test]
fn a_field_inside_others_is_restored_without_being_named() {
    let line = r#"{"text":"about","article":{"n":1.0,"body":"a b"},"z":1}"#;
    let (written, _) = through(line, "article.body", OffsetUnit::Chars);
    assert!(
        written.starts_with(r#"{"text":"about","article":{"n":1.0,"body":"“😀” b"},"z":1,"copydesk":"#),
        "{written}"
    );
    assert_eq!(restored(&written), line);
}

proptest! {
    #[test]
    fn every_text_in_every_spelling_comes_back(
        text in prop_oneof!["[aéx/\" –😀\n\u{7f}]{0,12}", any::<String>()],
        style in 0_u8..5,
        unit in prop::sample::select(UNITS.to_vec()),
    ) {
        let line = format!("{{\"text\":\"{}\",\"n\":1e1}}\n", spelled(&text, style));
        let (written, after) = through(&line, "text", unit);
        let value: serde_json::Value = serde_json::from_str(&written).unwrap();
        prop_assert_eq!(value["text"].as_str(), Some(after.as_str()));
        prop_assert_eq!(restored(&written), line);
    }
}
