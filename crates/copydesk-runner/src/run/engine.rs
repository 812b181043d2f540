//! The threads of a run: each reads a block, works on it, and hands it in.

use std::io;
use std::sync::Mutex;

use copydesk_core::Pipeline;
use copydesk_io::{Block, Format, write_lines};
use rayon::ThreadPoolBuilder;

use super::desk::{Desk, Wanted, Worked};
use super::order::Order;
use super::plan::Input;
use super::reader::{Next, Reader, largest_block};
use super::watch::Watch;
use super::writer::{Ended, Piece, Writer};

/// Blocks that may be under way for each thread.
const AHEAD: u64 = 4;

/// Uncompressed input that may be under way in all, which a run that is killed has to do again.
const UNDER_WAY: u64 = 32 << 20;

/// Blocks that may be under way: some for each thread, as far as their bytes allow it, and one in any case.
fn ahead(threads: u64, block: u64) -> u64 {
    (UNDER_WAY / block).clamp(threads, AHEAD * threads)
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
    /// Who wants to know of documents that take long.
    pub(crate) watch: &'a Watch,
}

/// What all threads share.
struct Shared<'a> {
    reader: Mutex<Reader<'a>>,
    order: Order<(usize, Piece)>,
    writer: Mutex<Writer<'a>>,
    spare: Mutex<Vec<Vec<u8>>>,
}

/// Runs to the end, or until the writer or the reader stops.
///
/// # Errors
///
/// If the system gives no threads.
pub(crate) fn run<'a>(run: &Run<'a>, reader: Reader<'a>, writer: Writer<'a>) -> io::Result<Ended> {
    let pool = ThreadPoolBuilder::new().num_threads(run.threads).thread_name(|index| format!("desk {index}"));
    let pool = pool.build().map_err(io::Error::other)?;
    let shared = Shared {
        reader: Mutex::new(reader),
        order: Order::new(ahead(run.threads as u64, largest_block(run.inputs, run.formats))),
        writer: Mutex::new(writer),
        spare: Mutex::default(),
    };
    pool.broadcast(|thread| shared.work(run, thread.index()));
    Ok(shared.writer.into_inner().expect(UNBROKEN).finished())
}

const UNBROKEN: &str = "a thread that panics takes the run with it";

impl Shared<'_> {
    /// One thread's part.
    fn work(&self, run: &Run<'_>, index: usize) {
        let mut desks = Desks { run, index, made: Vec::new() };
        let mut block = Block::default();
        while let Some(next) = self.next(&mut block) {
            let piece = match next.end {
                Some(end) => Piece::End(end),
                None => Piece::Block(desks.work(&mut block, next.input, self.spare())),
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
    index: usize,
    made: Vec<(Format, Desk<'a>)>,
}

impl Desks<'_> {
    fn work(&mut self, block: &mut Block, input: usize, spare: Vec<u8>) -> io::Result<Worked> {
        let _span = tracing::debug_span!("block", input, index = block.index).entered();
        if let Some(rows) = &block.rows {
            let name = &self.run.inputs[input].name;
            write_lines(rows, &mut block.bytes)
                .map_err(|error| io::Error::other(format!("{name}: {error}")))?;
        }
        let format = self.run.formats[input];
        let known = self.made.iter().position(|(known, _)| *known == format);
        let at = known.unwrap_or(self.made.len());
        if known.is_none() {
            let desk = Desk::new(self.run.pipeline, self.run.wanted, format)?;
            self.made.push((format, desk.watched(self.run.watch.thread(self.index))));
        }
        self.made[at].1.work(block, input, &self.run.inputs[input], spare)
    }
}

#[cfg(test)]
mod tests {
    use super::ahead;

    #[test]
    fn what_is_under_way_is_bounded_by_its_bytes_but_no_thread_goes_without() {
        const MIB: u64 = 1 << 20;
        assert_eq!([1, 2, 8].map(|threads| ahead(threads, MIB)), [4, 8, 32]);
        assert_eq!([9, 16, 32, 64].map(|threads| ahead(threads, MIB)), [32, 32, 32, 64]);
        assert_eq!([1, 2, 8].map(|threads| ahead(threads, 8 * MIB)), [4, 4, 8]);
    }
}
