//! Reads the inputs one after the other, block by block.

use std::io::{self, BufRead, Read};
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use copydesk_io::{Block, Cutter, Format, Gauge, Odd, RowSource, Shape, Source, open};

use super::journal::{InputEnd, Point};
use super::plan::Input;
use super::progress::Progress;
use super::shard::Shard;

/// Bytes of an uncompressed file whose lines make a block.
const BLOCK: u64 = 1 << 20;
/// The same where a block becomes a row group, which is better large.
const ROW_GROUP: u64 = 8 << 20;

/// The most bytes of a block of a run, but for one that ends with a longer record.
pub(crate) fn largest_block(inputs: &[Input], formats: &[Format]) -> u64 {
    let tables =
        formats.contains(&Format::Parquet) || inputs.iter().any(|input| input.shape == Shape::Parquet);
    if tables { ROW_GROUP } else { BLOCK }
}

/// Reads the inputs of a run.
pub(crate) struct Reader<'a> {
    inputs: &'a [Input],
    formats: &'a [Format],
    longest: u64,
    shard: Option<Shard>,
    stop: Arc<AtomicBool>,
    progress: Arc<Progress>,
    /// The input that is under way or comes next.
    at: usize,
    /// How much of it was done before.
    skip: u64,
    open: Option<Open>,
    number: u64,
    /// Bytes of the inputs that are done.
    done: u64,
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
    /// A table, and where it is.
    Rows(Box<RowSource>, PathBuf),
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

impl<'a> Reader<'a> {
    pub(crate) fn new(inputs: &'a [Input], longest: u64) -> Self {
        Self {
            inputs,
            formats: &[],
            longest,
            shard: None,
            stop: Arc::default(),
            progress: Arc::default(),
            at: 0,
            skip: 0,
            open: None,
            number: 0,
            done: 0,
        }
    }

    /// Cuts blocks as the forms of the results want them.
    pub(crate) fn for_formats(mut self, formats: &'a [Format]) -> Self {
        self.formats = formats;
        self
    }

    /// Says how far it is.
    pub(crate) fn telling(mut self, progress: Arc<Progress>) -> Self {
        self.progress = progress;
        self
    }

    /// Ends when the flag is set.
    pub(crate) fn until(mut self, stop: Arc<AtomicBool>) -> Self {
        self.stop = stop;
        self
    }

    /// Reads only a part of the blocks.
    pub(crate) fn only(mut self, shard: Option<Shard>) -> Self {
        self.shard = shard;
        self
    }

    /// Goes on from a point.
    pub(crate) fn from(mut self, point: Option<&Point>) -> Self {
        if let Some(point) = point {
            (self.at, self.skip) = (point.input, point.offset);
            self.done = point.done.iter().map(|input| input.end.bytes).sum();
        }
        self
    }

    /// The number of what comes next.
    pub(crate) fn number(&self) -> u64 {
        self.number
    }

    /// Puts the next block into `block`, or says that an input has ended. `None` after the last.
    pub(crate) fn next(&mut self, block: &mut Block) -> Option<Next> {
        let input = self.inputs.get(self.at)?;
        if self.stop.load(Ordering::Relaxed) {
            return None;
        }
        let (longest, skip) = (self.longest, std::mem::take(&mut self.skip));
        let size = if self.formats.get(self.at) == Some(&Format::Parquet) { ROW_GROUP } else { BLOCK };
        let open = self.open.get_or_insert_with(|| Open::new(input, size, longest, skip));
        let ours = |block: &Block| self.shard.is_none_or(|shard| shard.takes(self.at, block.index));
        let more = loop {
            match open.block(block, longest) {
                true if !ours(block) => {}
                more => break more,
            }
        };
        self.progress.read(self.done + open.gauge.bytes());
        let end = if more { None } else { self.open.take().map(Open::end) };
        let next = Next { number: self.number, input: self.at, end };
        self.number += 1;
        if let Some(end) = &next.end {
            self.at += 1;
            self.done += end.bytes;
        }
        Some(next)
    }
}

impl Open {
    fn new(input: &Input, size: u64, longest: u64, skip: u64) -> Self {
        let gauge = Gauge::default();
        match bytes(input, size, longest, skip, &gauge) {
            Ok(bytes) => Self { bytes, gauge, error: None },
            Err(error) => {
                Self { bytes: Bytes::Text(None), gauge, error: Some(format!("cannot read it: {error}")) }
            }
        }
    }

    fn block(&mut self, block: &mut Block, longest: u64) -> bool {
        let read = match &mut self.bytes {
            Bytes::Lines(cutter) => cutter.next(block),
            Bytes::Text(reader) => reader.take().is_some_and(|reader| text(reader, block, longest)),
            Bytes::Rows(source, path) => {
                let read = source.next(block);
                self.gauge.note(path, source.part());
                read.unwrap_or_else(|error| {
                    self.error = Some(format!("it breaks off: {error}"));
                    false
                })
            }
        };
        if let Some(Odd::CutOff(_, error)) = &block.odd {
            self.error = Some(format!("it breaks off: {error}"));
        }
        read
    }

    fn end(mut self) -> InputEnd {
        if let Bytes::Rows(_, path) = &self.bytes
            && let Err(error) = self.gauge.whole(path)
        {
            self.error.get_or_insert(format!("cannot read it: {error}"));
        }
        InputEnd { error: self.error, bytes: self.gauge.bytes(), digest: self.gauge.digest() }
    }
}

fn bytes(input: &Input, size: u64, longest: u64, skip: u64, gauge: &Gauge) -> io::Result<Bytes> {
    if let (Source::File(path), Shape::Parquet) = (&input.source, input.shape) {
        return Ok(Bytes::Rows(Box::new(RowSource::open(path, skip)?), path.clone()));
    }
    let reader = open(&input.source, input.codec, gauge)?;
    if input.shape == Shape::Text {
        return Ok(Bytes::Text(if skip == 0 { Some(reader) } else { None }));
    }
    let mut cutter = Cutter::new(reader, size, longest);
    cutter.skip_to(skip)?;
    Ok(Bytes::Lines(cutter))
}

/// Reads a whole text file as one block.
fn text(reader: impl BufRead, block: &mut Block, longest: u64) -> bool {
    *block = Block { line: 1, ..Block::default() };
    let mut reader = reader.take(longest + 1);
    if let Err(error) = reader.read_to_end(&mut block.bytes) {
        block.odd = Some(Odd::CutOff(0, error));
    }
    block.end = block.bytes.len() as u64;
    if block.end > longest {
        let mut rest = reader.into_inner();
        block.end += io::copy(&mut rest, &mut io::sink()).unwrap_or(0);
        block.odd = Some(Odd::TooLong(block.end));
        block.bytes.clear();
    }
    true
}
