//! Takes finished blocks in the order of the input: writes them, counts, and keeps what was rejected.

use std::io;

use super::budget::Budget;
use super::desk::Worked;
use super::plan::Input;
use super::reader::InputEnd;
use super::rejected::Rejected;
use super::sink::{Finished, Sink};
use super::tally::Tally;
use copydesk_io::Format;

/// Why a run stops before its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// Nobody reads standard output any more.
    ClosedPipe,
    /// Results cannot be written.
    CannotWrite(String),
    /// A document failed, and the run is to end with the first.
    Failed(String),
    /// More failed than may.
    Budget(Budget),
}

/// What has become of an input.
#[derive(Debug)]
pub(crate) struct InputDone {
    /// How its reading ended.
    pub(crate) end: InputEnd,
    /// What became of its records.
    pub(crate) tally: Tally,
    /// Its result.
    pub(crate) output: Option<Finished>,
}

/// What comes in order.
pub(crate) enum Piece {
    /// A finished block.
    Block(io::Result<Worked>),
    /// The end of an input.
    End(InputEnd),
}

/// The state of the writing side of a run.
pub(crate) struct Writer<'a> {
    pub(crate) inputs: &'a [Input],
    pub(crate) formats: &'a [Format],
    pub(crate) sink: Sink,
    pub(crate) budget: Option<Budget>,
    pub(crate) fail_fast: bool,
    pub(crate) total: Tally,
    pub(crate) done: Vec<InputDone>,
    pub(crate) stop: Option<Stop>,
    tally: Tally,
    ends_line: bool,
    told: usize,
}

/// Rejected records that are told one by one.
const TOLD: usize = 10;

impl<'a> Writer<'a> {
    pub(crate) fn new(inputs: &'a [Input], formats: &'a [Format], sink: Sink) -> Self {
        Self {
            inputs,
            formats,
            sink,
            budget: None,
            fail_fast: false,
            total: Tally::default(),
            done: Vec::new(),
            stop: None,
            tally: Tally::default(),
            ends_line: true,
            told: 0,
        }
    }

    /// Takes the next piece and gives its buffer back.
    pub(crate) fn take(&mut self, input: usize, piece: Piece) -> Option<Vec<u8>> {
        if self.stop.is_some() {
            return None;
        }
        match piece {
            Piece::Block(Ok(worked)) => self.block(input, worked),
            Piece::Block(Err(error)) => {
                self.cannot_write(&error);
                None
            }
            Piece::End(end) => {
                self.end(input, end);
                None
            }
        }
    }

    fn block(&mut self, input: usize, worked: Worked) -> Option<Vec<u8>> {
        if let Err(error) = self.sink.write(&worked.bytes) {
            self.cannot_write(&error);
            return None;
        }
        self.ends_line = worked.ends_line;
        self.tally.merge(&worked.tally);
        self.total.merge(&worked.tally);
        for rejected in &worked.rejected {
            self.reject(input, rejected);
        }
        if self.budget.is_some_and(|budget| budget.exceeded_midway(&self.total)) {
            self.stop = self.stop.take().or(self.budget.map(Stop::Budget));
        }
        Some(worked.bytes)
    }

    fn reject(&mut self, input: usize, rejected: &Rejected) {
        let told = rejected.told(&self.inputs[input].name);
        if self.told < TOLD {
            tracing::warn!("{told}");
        } else if self.told == TOLD {
            tracing::warn!("more records are rejected; they are counted below");
        }
        self.told += 1;
        if self.fail_fast && rejected.stage.is_some() {
            self.stop.get_or_insert(Stop::Failed(told));
        }
    }

    fn end(&mut self, input: usize, end: InputEnd) {
        if let Some(error) = &end.error {
            tracing::error!("{}: {error}", self.inputs[input].name);
        }
        let output = self.finish(input, &end);
        match output {
            Ok(output) => self.done.push(InputDone { end, tally: std::mem::take(&mut self.tally), output }),
            Err(error) => self.cannot_write(&error),
        }
    }

    fn finish(&mut self, input: usize, end: &InputEnd) -> io::Result<Option<Finished>> {
        let nothing = end.error.is_some() && self.tally.read == 0;
        if nothing {
            return Ok(None);
        }
        if matches!(self.sink, Sink::Stdout(_)) && !self.ends_line && input + 1 < self.inputs.len() {
            self.sink.write(b"\n")?;
        }
        self.ends_line = true;
        self.sink.end(&self.inputs[input].stem, self.formats[input])
    }

    fn cannot_write(&mut self, error: &io::Error) {
        let closed = error.kind() == io::ErrorKind::BrokenPipe && matches!(self.sink, Sink::Stdout(_));
        let stop = if closed { Stop::ClosedPipe } else { Stop::CannotWrite(error.to_string()) };
        self.stop.get_or_insert(stop);
    }
}
