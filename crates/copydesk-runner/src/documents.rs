//! Documents one after the other, for commands that show them: as a run reads them, but in their order and on one thread.

use std::ops::ControlFlow;

use copydesk_core::Document;
use copydesk_io::{Block, FieldPath, Fields, Record, Shape, split_at_blank_lines, write_lines};

use crate::config;
use crate::run::plan::Input;
use crate::run::reader::Reader;
use crate::talk::say;

/// The largest record where the pipeline file says nothing.
pub(crate) const LONGEST: u64 = 16 << 20;

/// Where the text, the id and the date of a record stand.
pub(crate) fn fields(input: &config::Input) -> Fields {
    let field = |name: &String| FieldPath::new(name);
    Fields {
        text: field(&input.text),
        id: Some(input.id.as_ref().map_or_else(|| FieldPath::new("id"), field)),
        date: input.date.as_ref().map(field),
    }
}

/// Passes every document of the inputs to `see` until it breaks. A record that cannot be read is said and passed over.
///
/// # Errors
///
/// If an input cannot be read to its end.
pub(crate) fn each(
    inputs: &[Input],
    sections: &config::Sections,
    mut see: impl FnMut(&mut Document) -> ControlFlow<()>,
) -> Result<(), String> {
    let longest = sections.run.max_document_bytes.map_or(LONGEST, |size| size.0);
    let (mut reader, mut block) = (Reader::new(inputs, longest), Block::default());
    let mut desk = Desk {
        fields: fields(&sections.input),
        split: sections.input.split.is_some(),
        doc: Document::default(),
        text: String::new(),
    };
    while let Some(next) = reader.next(&mut block) {
        let input = &inputs[next.input];
        if let Some(rows) = &block.rows {
            write_lines(rows, &mut block.bytes).map_err(|error| format!("{}: {error}", input.name))?;
        }
        match next.end {
            Some(end) => end.error.map_or(Ok(()), |error| Err(format!("{}: {error}", input.name)))?,
            None if desk.block(input, &block, &mut see).is_break() => return Ok(()),
            None => {}
        }
    }
    Ok(())
}

struct Desk {
    fields: Fields,
    split: bool,
    doc: Document,
    text: String,
}

impl Desk {
    fn block(
        &mut self,
        input: &Input,
        block: &Block,
        see: &mut impl FnMut(&mut Document) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        if input.shape == Shape::Text {
            return self.text_file(input, block, see);
        }
        for (i, line) in block.bytes.split(|b| *b == b'\n').enumerate() {
            if line.trim_ascii().is_empty() {
                continue;
            }
            let at = format!("{}:{}", input.name, block.line + i as u64);
            match self.line(line, &at) {
                Ok(()) => see(&mut self.doc)?,
                Err(error) => say(&format!("{at}: {error}; passed over")),
            }
        }
        ControlFlow::Continue(())
    }

    fn line(&mut self, line: &[u8], at: &str) -> Result<(), String> {
        let line = std::str::from_utf8(line).map_err(|error| error.to_string())?;
        let record = Record::read(line, &self.fields).map_err(|error| error.to_string())?;
        self.text.clear();
        record.text(&self.fields, &mut self.text).map_err(|error| error.to_string())?;
        let (mut id, mut date) = (String::new(), String::new());
        if !record.id(&mut id) {
            at.clone_into(&mut id);
        }
        let dated = record.date(&mut date);
        self.doc.read(&id, &self.text);
        self.doc.set_date(dated.then_some(&date));
        self.doc.set_record(line);
        Ok(())
    }

    fn text_file(
        &mut self,
        input: &Input,
        block: &Block,
        see: &mut impl FnMut(&mut Document) -> ControlFlow<()>,
    ) -> ControlFlow<()> {
        let text = String::from_utf8_lossy(&block.bytes);
        let stem = input.stem.file_name().unwrap_or_default().to_string_lossy();
        if !self.split {
            self.doc.read(&stem, &text);
            return see(&mut self.doc);
        }
        for part in split_at_blank_lines(&text) {
            let line = text[..part.text.start].matches('\n').count() + 1;
            self.doc.read(&format!("{stem}:{line}"), &text[part.text]);
            see(&mut self.doc)?;
        }
        ControlFlow::Continue(())
    }
}
