//! Any bytes as a record: reading agrees with `serde_json` on what is JSON, and what is written can be restored.
#![no_main]

use copydesk_io::{FieldPath, Fields, Record, Splicer, Unreadable, restore_line};
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let Ok(line) = std::str::from_utf8(bytes) else { return };
    let fields = Fields {
        text: FieldPath::new("a.b"),
        id: Some(FieldPath::new("id")),
        date: Some(FieldPath::new("d")),
    };
    let record = Record::read(line, &fields);
    // The byte order mark and the depth of nesting are the two differences that are meant.
    if !line.starts_with('\u{feff}') && line.len() < 100 {
        let theirs = serde_json::from_str::<&serde_json::value::RawValue>(line).is_ok();
        assert_eq!(!matches!(record, Err(Unreadable::NotJson { .. })), theirs, "{line:?}");
    }
    let Ok(record) = record else { return };
    let mut said = String::new();
    record.id(&mut said);
    record.date(&mut said);
    if record.text(&fields, &mut said).is_ok() {
        let (mut written, mut restored) = (Vec::new(), Vec::new());
        Splicer::untouched(&record, &mut written);
        let written = std::str::from_utf8(&written).expect("a record is text");
        restore_line(written, &mut restored).expect("what was written can be restored");
        assert_eq!(restored, bytes);
    }
});
