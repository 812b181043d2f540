//! Records that do not go through: what is kept of them.

use std::io::Write;

use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use serde::Serialize;

/// A record that was not written though no stage asked to leave it out.
#[derive(Debug)]
pub(crate) struct Rejected {
    /// Its line in the file, or its row.
    pub(crate) line: u64,
    /// Where it begins in the uncompressed file.
    pub(crate) offset: u64,
    /// Its id, if one was read.
    pub(crate) id: Option<String>,
    /// The stage that failed on it; `None` if it could not be read.
    pub(crate) stage: Option<&'static str>,
    /// What is wrong.
    pub(crate) reason: String,
    /// Its bytes; `None` if it is too long to be kept.
    pub(crate) bytes: Option<Vec<u8>>,
}

/// A line of `rejected.jsonl`.
#[derive(Serialize)]
struct Written<'a> {
    file: &'a str,
    line: u64,
    offset: u64,
    #[serde(skip_serializing_if = "Option::is_none")]
    id: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    stage: Option<&'a str>,
    reason: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    record: Option<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    record_base64: Option<String>,
}

impl Rejected {
    /// Writes the line of `rejected.jsonl`; bytes that are no UTF-8 are kept in Base64.
    pub(crate) fn write(&self, file: &str, to: &mut Vec<u8>) {
        let record = self.bytes.as_deref().map(std::str::from_utf8);
        let written = Written {
            file,
            line: self.line,
            offset: self.offset,
            id: self.id.as_deref(),
            stage: self.stage,
            reason: &self.reason,
            record: record.and_then(Result::ok),
            record_base64: match record {
                Some(Err(_)) => self.bytes.as_ref().map(|bytes| BASE64_STANDARD.encode(bytes)),
                _ => None,
            },
        };
        serde_json::to_writer(&mut *to, &written).expect("plain data");
        to.write_all(b"\n").expect("a Vec takes all");
    }

    /// Tells a person.
    pub(crate) fn told(&self, file: &str) -> String {
        let stage = self.stage.map_or(String::new(), |stage| format!("stage `{stage}`: "));
        format!("{file}:{}: {stage}{}", self.line, self.reason)
    }
}
