//! The threads of a run: each reads a block, works on it, and hands it in.

use std::sync::Mutex;

use copydesk_core::Pipeline;
use copydesk_io::{Block, Format};

use super::desk::{Desk, Wanted};
use super::order::Order;
use super::plan::Input;
use super::reader::{Next, Reader};
use super::writer::{Piece, Writer};

/// Blocks that may be under way for each thread.
const AHEAD: u64 = 4;

/// What all threads share.
struct Shared<'a> {
    reader: Mutex<Reader<'a>>,
    order: Order<(usize, Piece)>,
    writer: Mutex<Writer<'a>>,
    spare: Mutex<Vec<Vec<u8>>>,
}

/// What a run is of.
pub(crate) struct Run<'a> {
    /// The stages.
    pub(crate) pipeline: &'a Pipeline,
    /// What it reads.
    pub(crate) inputs: &'a [Input],
    /// The form of each input's result.
    pub(crate) formats: &'a [Format],
    /// What it wants of every record.
    pub(crate) wanted: &'a Wanted,
    /// How many threads it may use.
    pub(crate) threads: usize,
}

/// Runs to the end, or until the writer stops. Gives the writer back.
pub(crate) fn run<'a>(run: &Run<'a>, writer: Writer<'a>) -> Writer<'a> {
    let shared = Shared {
        reader: Mutex::new(Reader::new(run.inputs, run.wanted.longest)),
        order: Order::new(AHEAD * run.threads as u64),
        writer: Mutex::new(writer),
        spare: Mutex::default(),
    };
    std::thread::scope(|scope| {
        for _ in 1..run.threads {
            scope.spawn(|| shared.work(run));
        }
        shared.work(run);
    });
    shared.writer.into_inner().expect(UNBROKEN)
}

const UNBROKEN: &str = "a thread that panics takes the run with it";

impl Shared<'_> {
    /// One thread's part.
    fn work(&self, run: &Run<'_>) {
        let mut desks = Desks { run, desks: Vec::new() };
        let mut block = Block::default();
        while let Some(next) = self.next(&mut block) {
            let piece = match next.end {
                Some(end) => Piece::End(end),
                None => Piece::Block(desks.work(&block, next.input, self.spare())),
            };
            self.order.hand_in(next.number, (next.input, piece), |(input, piece)| self.take(input, piece));
        }
    }

    fn next(&self, block: &mut Block) -> Option<Next> {
        let mut reader = self.reader.lock().expect(UNBROKEN);
        if !self.order.wait_for(reader.number()) {
            return None;
        }
        reader.next(block)
    }

    fn take(&self, input: usize, piece: Piece) {
        let mut writer = self.writer.lock().expect(UNBROKEN);
        let spare = writer.take(input, piece);
        if writer.stop.is_some() {
            self.order.close();
        }
        self.spare.lock().expect(UNBROKEN).extend(spare);
    }

    fn spare(&self) -> Vec<u8> {
        self.spare.lock().expect(UNBROKEN).pop().unwrap_or_default()
    }
}

/// A thread's desks: one for each form that it writes.
struct Desks<'a> {
    run: &'a Run<'a>,
    desks: Vec<(Format, Desk<'a>)>,
}

impl Desks<'_> {
    fn work(&mut self, block: &Block, input: usize, spare: Vec<u8>) -> std::io::Result<super::desk::Worked> {
        let format = self.run.formats[input];
        let known = self.desks.iter().position(|(known, _)| *known == format);
        let at = known.unwrap_or(self.desks.len());
        if known.is_none() {
            self.desks.push((format, Desk::new(self.run.pipeline, self.run.wanted, format.codec())?));
        }
        self.desks[at].1.work(block, &self.run.inputs[input], spare)
    }
}
