//! Takes finished blocks in the order of the input: writes them, counts, and keeps what was rejected.

use std::io;
use std::sync::Arc;
use std::time::Instant;

use copydesk_io::Format;

use super::budget::Budget;
use super::desk::{Wanted, Worked};
use super::form::nothing;
use super::journal::{InputDone, InputEnd, Point};
use super::plan::Input;
use super::progress::Progress;
use super::rejected::Rejected;
use super::sink::Sink;
use super::tally::Tally;

/// Why a run stops before its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum Stop {
    /// Nobody reads standard output any more.
    ClosedPipe,
    /// Somebody asked it to stop.
    Interrupted,
    /// Results cannot be written.
    CannotWrite(String),
    /// A document failed, and the run is to end with the first.
    Failed(String),
    /// More failed than may.
    Budget(Budget),
}

/// What comes in order.
pub(crate) enum Piece {
    /// A finished block.
    Block(io::Result<Worked>),
    /// The end of an input.
    End(InputEnd),
}

/// The writing side of a run.
pub(crate) struct Writer<'a> {
    inputs: &'a [Input],
    formats: &'a [Format],
    wanted: &'a Wanted,
    sink: Sink,
    rules: Rules,
    progress: Arc<Progress>,
    start: Instant,
    point: Point,
    done: Vec<InputDone>,
    since_point: u64,
    ends_line: bool,
    told: usize,
    pub(crate) stop: Option<Stop>,
}

/// What a run's writer keeps to.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Rules {
    /// How many documents may fail.
    pub(crate) budget: Option<Budget>,
    /// Whether the first that a stage fails on ends the run.
    pub(crate) fail_fast: bool,
    /// Whether the run is a part of one, whose inputs may have nothing for it.
    pub(crate) part: bool,
}

/// How a run has ended.
#[derive(Debug)]
pub(crate) struct Ended {
    /// What became of all records.
    pub(crate) total: Tally,
    /// What became of each input.
    pub(crate) done: Vec<InputDone>,
    /// Why it stopped before its end.
    pub(crate) stop: Option<Stop>,
    /// Seconds that it took, with the earlier runs that it went on from.
    pub(crate) seconds: f64,
}

/// Rejected records that are told one by one.
const TOLD: usize = 10;

/// Bytes of uncompressed input after which a run writes down how far it is.
const STRETCH: u64 = 16 << 20;

impl<'a> Writer<'a> {
    /// For a run that begins, or goes on from a point.
    pub(crate) fn new(
        inputs: &'a [Input],
        formats: &'a [Format],
        wanted: &'a Wanted,
        sink: Sink,
        point: Option<Point>,
        progress: Arc<Progress>,
    ) -> Self {
        let mut point = point.unwrap_or_default();
        let done = std::mem::take(&mut point.done);
        Self {
            inputs,
            formats,
            wanted,
            sink,
            rules: Rules::default(),
            progress,
            start: Instant::now(),
            point,
            done,
            since_point: 0,
            ends_line: true,
            told: 0,
            stop: None,
        }
    }

    /// Sets when failures end the run.
    pub(crate) fn with(mut self, rules: Rules) -> Self {
        self.rules = rules;
        self
    }

    /// Takes the next piece and gives its buffer back.
    pub(crate) fn take(&mut self, input: usize, piece: Piece) -> Option<Vec<u8>> {
        if self.stop.is_some() {
            return None;
        }
        let taken = match piece {
            Piece::Block(worked) => worked.and_then(|worked| self.block(input, worked)).map(Some),
            Piece::End(end) => self.end(input, end).map(|()| None),
        };
        taken.unwrap_or_else(|error| {
            self.cannot_write(&error);
            None
        })
    }

    fn block(&mut self, input: usize, worked: Worked) -> io::Result<Vec<u8>> {
        self.sink.write(input, &worked.bytes)?;
        self.sink.tables(&worked.tables)?;
        if !worked.bytes.is_empty() {
            self.ends_line = worked.ends_line;
        }
        self.point.tally.merge(&worked.tally);
        self.point.total.merge(&worked.tally);
        for rejected in &worked.rejected {
            self.reject(input, rejected)?;
        }
        self.since_point += worked.end - self.point.offset;
        self.point.offset = worked.end;
        self.progress.count(&self.point.total);
        if self.since_point >= STRETCH {
            self.checkpoint()?;
        }
        if self.rules.budget.is_some_and(|budget| budget.exceeded_midway(&self.point.total)) {
            self.stop = self.stop.take().or(self.rules.budget.map(Stop::Budget));
        }
        Ok(worked.bytes)
    }

    fn reject(&mut self, input: usize, rejected: &Rejected) -> io::Result<()> {
        let name = &self.inputs[input].name;
        let mut line = Vec::new();
        rejected.write(name, &mut line);
        self.sink.reject(&line)?;
        let told = rejected.told(name);
        if self.told < TOLD {
            tracing::warn!("{told}");
        } else if self.told == TOLD {
            tracing::warn!("more records are rejected; they are counted at the end");
        }
        self.told += 1;
        if self.rules.fail_fast && rejected.stage.is_some() {
            self.stop.get_or_insert(Stop::Failed(told));
        }
        Ok(())
    }

    fn end(&mut self, input: usize, end: InputEnd) -> io::Result<()> {
        if let Some(error) = &end.error {
            tracing::error!("{}: {error}", self.inputs[input].name);
        }
        let nothing = (end.error.is_some() || self.rules.part) && self.point.tally.read == 0;
        let output = if nothing { None } else { self.finish(input)? };
        self.point.done.push(InputDone { end, tally: std::mem::take(&mut self.point.tally), output });
        self.point.input = input + 1;
        self.point.offset = 0;
        self.since_point += SMALL;
        let noted = self.since_point >= STRETCH || self.point.written > 0;
        if noted { self.checkpoint() } else { Ok(()) }
    }

    fn finish(&mut self, input: usize) -> io::Result<Option<super::journal::Output>> {
        if matches!(self.sink, Sink::Stdout(_)) && !self.ends_line && input + 1 < self.inputs.len() {
            self.sink.write(input, b"\n")?;
        }
        self.ends_line = true;
        let (of, format) = (&self.inputs[input], self.formats[input]);
        self.sink.end(input, &of.stem, format, &|| nothing(of, format, self.wanted))
    }

    /// Writes down how far the run is.
    fn checkpoint(&mut self) -> io::Result<()> {
        self.since_point = 0;
        self.point.seconds += self.start.elapsed().as_secs_f64();
        self.start = Instant::now();
        let point = self.point.clone();
        self.done.append(&mut self.point.done);
        self.point.written = u64::from(point.offset > 0);
        self.sink.checkpoint(point)
    }

    fn cannot_write(&mut self, error: &io::Error) {
        let closed = error.kind() == io::ErrorKind::BrokenPipe && matches!(self.sink, Sink::Stdout(_));
        let stop = if closed { Stop::ClosedPipe } else { Stop::CannotWrite(error.to_string()) };
        self.stop.get_or_insert(stop);
    }

    /// Writes down how far the run came, and waits for the disk.
    pub(crate) fn finished(mut self) -> Ended {
        // A block that was not taken whole is done again, from the point before.
        let whole = !matches!(self.stop, Some(Stop::CannotWrite(_) | Stop::Failed(_)));
        if whole && let Err(error) = self.checkpoint() {
            self.cannot_write(&error);
        }
        let seconds = self.point.seconds + self.start.elapsed().as_secs_f64();
        if let Err(error) = self.sink.finish() {
            self.stop.get_or_insert(Stop::CannotWrite(error.to_string()));
        }
        Ended { total: self.point.total, done: self.done, stop: self.stop, seconds }
    }
}

/// What a file counts for, beside its bytes, towards the next point: one of many small files costs little to do again.
const SMALL: u64 = 64 << 10;
