//! Reads the inputs one after the other, block by block.

use std::io::{BufRead, Read};

use copydesk_io::{Block, Cutter, Gauge, Odd, Shape, open};

use super::plan::Input;

/// Bytes of an uncompressed file whose lines make a block.
pub(crate) const BLOCK: u64 = 1 << 20;

/// Reads the inputs of a run.
pub(crate) struct Reader<'a> {
    inputs: &'a [Input],
    longest: u64,
    at: usize,
    open: Option<Open>,
    number: u64,
}

/// The input that is being read.
struct Open {
    bytes: Bytes,
    gauge: Gauge,
    error: Option<String>,
}

enum Bytes {
    Lines(Cutter<Box<dyn BufRead + Send>>),
    /// A text file; `None` once it was read.
    Text(Option<Box<dyn BufRead + Send>>),
}

/// What comes next.
pub(crate) struct Next {
    /// Its number in the run, from 0.
    pub(crate) number: u64,
    /// The input it is of.
    pub(crate) input: usize,
    /// The input's end; `None` if it is a block.
    pub(crate) end: Option<InputEnd>,
}

/// How the reading of an input ended.
#[derive(Debug)]
pub(crate) struct InputEnd {
    /// Why it could not be read, or not to its end.
    pub(crate) error: Option<String>,
    /// Its size on the disk, as far as it was read.
    pub(crate) bytes: u64,
    /// The digest of these bytes.
    pub(crate) digest: String,
}

impl<'a> Reader<'a> {
    pub(crate) fn new(inputs: &'a [Input], longest: u64) -> Self {
        Self { inputs, longest, at: 0, open: None, number: 0 }
    }

    /// The number of what comes next.
    pub(crate) fn number(&self) -> u64 {
        self.number
    }

    /// Puts the next block into `block`, or says that an input has ended. `None` after the last.
    pub(crate) fn next(&mut self, block: &mut Block) -> Option<Next> {
        let input = self.inputs.get(self.at)?;
        let longest = self.longest;
        let open = self.open.get_or_insert_with(|| Open::new(input, longest));
        let end = if open.block(block, longest) { None } else { self.open.take().map(Open::end) };
        let next = Next { number: self.number, input: self.at, end };
        self.number += 1;
        self.at += usize::from(next.end.is_some());
        Some(next)
    }
}

impl Open {
    fn new(input: &Input, longest: u64) -> Self {
        let gauge = Gauge::default();
        let (bytes, error) = match (open(&input.source, input.codec, &gauge), input.shape) {
            (Err(error), _) => (Bytes::Text(None), Some(format!("cannot open it: {error}"))),
            (Ok(reader), Shape::Text) => (Bytes::Text(Some(reader)), None),
            (Ok(reader), _) => (Bytes::Lines(Cutter::new(reader, BLOCK, longest)), None),
        };
        Self { bytes, gauge, error }
    }

    fn block(&mut self, block: &mut Block, longest: u64) -> bool {
        let read = match &mut self.bytes {
            Bytes::Lines(cutter) => cutter.next(block),
            Bytes::Text(reader) => reader.take().is_some_and(|reader| text(reader, block, longest)),
        };
        if let Some(Odd::CutOff(_, error)) = &block.odd {
            self.error = Some(format!("it breaks off: {error}"));
        }
        read
    }

    fn end(self) -> InputEnd {
        InputEnd { error: self.error, bytes: self.gauge.bytes(), digest: self.gauge.digest() }
    }
}

/// Reads a whole text file as one block.
fn text(reader: impl BufRead, block: &mut Block, longest: u64) -> bool {
    *block = Block { line: 1, ..Block::default() };
    let mut reader = reader.take(longest + 1);
    if let Err(error) = reader.read_to_end(&mut block.bytes) {
        block.odd = Some(Odd::CutOff(0, error));
    } else if block.bytes.len() as u64 > longest {
        let mut reader = reader.into_inner();
        let rest = std::io::copy(&mut reader, &mut std::io::sink()).unwrap_or(0);
        block.odd = Some(Odd::TooLong(block.bytes.len() as u64 + rest));
        block.bytes.clear();
    }
    true
}
