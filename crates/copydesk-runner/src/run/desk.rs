//! One thread's desk: decodes a block, runs the stages on its documents, encodes what is written.

use std::sync::Arc;
use std::time::Instant;

use copydesk_core::{Document, OffsetUnit, Pipeline, Verdict, Worker};
use copydesk_io::{
    Block, Fields, Format, Odd, Record, Shape, Sheet, TableRows, Unreadable, split_at_blank_lines,
};

use super::form::{Form, From};
use super::plan::Input;
use super::rejected::Rejected;
use super::tables::Tables;
use super::tally::{Tally, count};
use super::watch::At;

/// What a run wants of every record.
#[derive(Clone, Debug)]
pub(crate) struct Wanted {
    /// The fields of the records.
    pub(crate) fields: Fields,
    /// The unit of offsets.
    pub(crate) offsets: OffsetUnit,
    /// The most bytes of a record.
    pub(crate) longest: u64,
    /// Whether the blank lines of text files part documents.
    pub(crate) split: bool,
    /// What tables of records have in common.
    pub(crate) sheet: Sheet,
    /// The flat tables.
    pub(crate) tables: Tables,
}

/// What has become of a block.
#[derive(Debug, Default)]
pub(crate) struct Worked {
    /// What is written, as it goes into the file.
    pub(crate) bytes: Vec<u8>,
    /// Where the next block begins in the uncompressed file.
    pub(crate) end: u64,
    /// Whether what is written ends with a whole line.
    pub(crate) ends_line: bool,
    /// What goes into each of the flat tables.
    pub(crate) tables: Vec<Vec<u8>>,
    /// What became of its records.
    pub(crate) tally: Tally,
    /// The records that do not go through.
    pub(crate) rejected: Vec<Rejected>,
}

/// One thread's working memory.
pub(crate) struct Desk<'a> {
    pipeline: &'a Pipeline,
    wanted: &'a Wanted,
    worker: Worker,
    doc: Document,
    form: Form<'a>,
    tables: Vec<TableRows<'a>>,
    text: String,
    id: String,
    date: String,
    /// What of the block cannot be put into the form of the result.
    wrong: Option<std::io::Error>,
    watched: Option<(Instant, Arc<At>)>,
    /// The input at hand.
    input: usize,
}

/// A record at hand: where it stands and its bytes, with the end of its line.
#[derive(Clone, Copy)]
struct Place<'a> {
    line: u64,
    offset: u64,
    bytes: &'a [u8],
}

impl<'a> Desk<'a> {
    pub(crate) fn new(pipeline: &'a Pipeline, wanted: &'a Wanted, format: Format) -> std::io::Result<Self> {
        Ok(Self {
            pipeline,
            wanted,
            worker: pipeline.worker(),
            doc: Document::default(),
            form: Form::new(format, wanted)?,
            tables: wanted.tables.rows(wanted.offsets),
            text: String::new(),
            id: String::new(),
            date: String::new(),
            wrong: None,
            watched: None,
            input: 0,
        })
    }

    /// Says at which document it is, where somebody wants to know.
    pub(crate) fn watched(mut self, at: Option<(Instant, Arc<At>)>) -> Self {
        self.watched = at;
        self
    }

    /// Works through a block. `spare` becomes the buffer of what is written.
    pub(crate) fn work(
        &mut self,
        block: &Block,
        number: usize,
        input: &Input,
        spare: Vec<u8>,
    ) -> std::io::Result<Worked> {
        self.input = number;
        let mut done = Worked { bytes: spare, end: block.end, ..Worked::default() };
        self.form.begin();
        match input.shape {
            Shape::Text => self.text_file(block, input, &mut done),
            _ => self.lines(block, input, &mut done),
        }
        self.odd(block, &mut done);
        done.tally.stages = self.worker.take_stats().iter().map(Into::into).collect();
        if let Some(error) = self.wrong.take() {
            return Err(error);
        }
        done.ends_line = self.form.finish(block, input.shape, &mut done.bytes)?;
        done.tables = self.tables.iter_mut().map(TableRows::take).collect::<Result<_, _>>()?;
        Ok(done)
    }

    fn lines(&mut self, block: &Block, input: &Input, done: &mut Worked) {
        let whole = whole_lines(block);
        let text = std::str::from_utf8(whole).ok();
        let (mut line, mut at) = (block.line, 0);
        while at < whole.len() {
            let end = memchr::memchr(b'\n', &whole[at..]).map_or(whole.len(), |n| at + n + 1);
            let place = Place { line, offset: block.offset + at as u64, bytes: &whole[at..end] };
            match text.map_or_else(|| std::str::from_utf8(place.bytes), |text| Ok(&text[at..end])) {
                Ok(text) => self.line(text, place, block, input, done),
                Err(error) => unreadable(&Unreadable::NotUtf8(error.valid_up_to()), place, done),
            }
            (line, at) = (line + 1, end);
        }
    }

    fn line(&mut self, line: &str, place: Place<'_>, block: &Block, input: &Input, done: &mut Worked) {
        if line.bytes().all(|b| b.is_ascii_whitespace()) {
            return self.form.blank(line);
        }
        let record = match self.read(line) {
            Ok(record) => record,
            Err(error) => return unreadable(&error, place, done),
        };
        if self.pipeline.steps.is_empty() && self.form.untouched(&record) {
            done.tally.read += 1;
            done.tally.written += 1;
            return;
        }
        self.id.clear();
        self.date.clear();
        if !record.id(&mut self.id) {
            self.id.push_str(&format!("{}:{}", input.name, place.line));
        }
        let dated = record.date(&mut self.date);
        self.doc.read(&self.id, &self.text);
        self.doc.set_date(dated.then_some(&self.date));
        self.doc.set_record(line);
        if self.passes(place, done) {
            let row = (place.line - block.line) as u32;
            let from = if block.rows.is_some() { From::Row(row, &record) } else { From::Record(&record) };
            self.write(from);
        }
    }

    /// Writes the document.
    fn write(&mut self, from: From<'_>) {
        let mut written = self.form.add(from, &self.doc, self.wanted);
        for table in &mut self.tables {
            written = written.and_then(|()| table.push(&self.doc));
        }
        if let Err(error) = written {
            self.wrong.get_or_insert(error);
        }
    }

    /// Reads a record, and its text into `self.text`.
    fn read<'l>(&mut self, line: &'l str) -> Result<Record<'l>, Unreadable> {
        let (length, longest) = (line.trim_end().len() as u64, self.wanted.longest);
        if length > longest {
            return Err(Unreadable::TooLong(length, longest));
        }
        let record = Record::read(line, &self.wanted.fields)?;
        self.text.clear();
        record.text(&self.wanted.fields, &mut self.text)?;
        Ok(record)
    }

    /// Runs the stages on the document. Whether it is to be written.
    fn passes(&mut self, place: Place<'_>, done: &mut Worked) -> bool {
        done.tally.read += 1;
        if let Some((start, at)) = &self.watched {
            at.begin(*start, self.input, place.line);
        }
        let ran = self.pipeline.run(&mut self.doc, &mut self.worker);
        if let Some((_, at)) = &self.watched {
            at.end();
        }
        match ran {
            Ok(Verdict::Keep) => {
                done.tally.written += 1;
                return true;
            }
            Ok(Verdict::Drop { stage, reason }) => {
                count(done.tally.dropped.entry(stage.to_owned()).or_default(), reason.name());
            }
            Err(failure) => {
                let reason = failure.error.to_string();
                done.tally.fail(failure.stage, &reason);
                done.rejected.push(Rejected {
                    line: place.line,
                    offset: place.offset,
                    id: Some(self.doc.id().to_owned()),
                    stage: Some(failure.stage),
                    reason,
                    bytes: Some(without_end(place.bytes)),
                });
            }
        }
        false
    }

    fn text_file(&mut self, block: &Block, input: &Input, done: &mut Worked) {
        if block.odd.is_some() {
            return;
        }
        let place = Place { line: 1, offset: 0, bytes: &block.bytes };
        let text = match std::str::from_utf8(&block.bytes) {
            Ok(text) => text,
            Err(error) => return unreadable(&Unreadable::NotUtf8(error.valid_up_to()), place, done),
        };
        let stem = input.stem.file_name().unwrap_or_default().to_string_lossy();
        if !self.wanted.split {
            self.doc.read(&stem, text);
            return self.text(None, place, done);
        }
        let (mut line, mut counted) = (1, 0);
        for part in split_at_blank_lines(text) {
            let start = part.text.start;
            line += memchr::memchr_iter(b'\n', &block.bytes[counted..start]).count() as u64;
            counted = start;
            self.doc.read(&format!("{stem}:{line}"), &text[part.text.clone()]);
            let place = Place { line, offset: start as u64, bytes: &block.bytes[part.text] };
            self.text(Some((&text[part.before], &text[part.after])), place, done);
        }
    }

    fn text(&mut self, around: Option<(&str, &str)>, place: Place<'_>, done: &mut Worked) {
        if self.passes(place, done) {
            self.write(From::Text(around));
        }
    }

    /// Accounts for what is wrong after the block's last whole line.
    fn odd(&mut self, block: &Block, done: &mut Worked) {
        let (error, bytes) = match &block.odd {
            Some(Odd::TooLong(length)) => (Unreadable::TooLong(*length, self.wanted.longest), None),
            Some(Odd::CutOff(at, error)) if *at < block.bytes.len() => {
                (Unreadable::CutOff(error.to_string()), Some(&block.bytes[*at..]))
            }
            _ => return,
        };
        let whole = whole_lines(block);
        done.tally.read += 1;
        count(&mut done.tally.unreadable, error.class());
        done.rejected.push(Rejected {
            line: block.line + memchr::memchr_iter(b'\n', whole).count() as u64,
            offset: block.offset + whole.len() as u64,
            id: None,
            stage: None,
            reason: error.to_string(),
            bytes: bytes.map(without_end),
        });
    }
}

fn whole_lines(block: &Block) -> &[u8] {
    match block.odd {
        Some(Odd::CutOff(at, _)) => &block.bytes[..at],
        _ => &block.bytes,
    }
}

fn unreadable(error: &Unreadable, place: Place<'_>, done: &mut Worked) {
    done.tally.read += 1;
    count(&mut done.tally.unreadable, error.class());
    done.rejected.push(Rejected {
        line: place.line,
        offset: place.offset,
        id: None,
        stage: None,
        reason: error.to_string(),
        bytes: Some(without_end(place.bytes)),
    });
}

/// A record's bytes without the end of its line.
fn without_end(bytes: &[u8]) -> Vec<u8> {
    let bytes = bytes.strip_suffix(b"\n").unwrap_or(bytes);
    bytes.strip_suffix(b"\r").unwrap_or(bytes).to_vec()
}
