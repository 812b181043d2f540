//! Cuts a stream into blocks of whole lines.

use std::io::{self, BufRead};

use memchr::{memchr, memchr_iter, memrchr};

/// Lines of a file, one after the other.
#[derive(Debug, Default)]
pub struct Block {
    /// Which of its file's blocks, in steps of the cutter's size; numbers may be left out.
    pub index: u64,
    /// Where its bytes begin in the uncompressed file.
    pub offset: u64,
    /// Where the next one begins.
    pub end: u64,
    /// The number of its first line, from 1.
    pub line: u64,
    /// The lines, each with its end; the last of a file may have none.
    pub bytes: Vec<u8>,
    /// Its rows, where the file is a table.
    pub rows: Option<arrow_array::RecordBatch>,
    /// What is wrong after its last whole line.
    pub odd: Option<Odd>,
}

/// What is wrong after a block's last whole line.
#[derive(Debug)]
pub enum Odd {
    /// A line that is longer than allowed: its length. Its bytes are passed over.
    TooLong(u64),
    /// The file cannot be read further; the block's bytes from here on are a broken line.
    CutOff(usize, io::Error),
}

/// Cuts a stream into blocks.
///
/// A block holds the lines that begin in one stretch of `size` bytes of the
/// stream, so the stream alone says where it is cut.
pub struct Cutter<R> {
    reader: R,
    size: u64,
    longest: u64,
    offset: u64,
    line: u64,
    ended: bool,
}

impl<R: BufRead> Cutter<R> {
    /// Cuts `reader` into blocks of about `size` bytes, whose lines have at most `longest`.
    pub fn new(reader: R, size: u64, longest: u64) -> Self {
        Self { reader, size, longest, offset: 0, line: 1, ended: false }
    }

    /// Passes over the stream to `offset`, where a block ended.
    pub fn skip_to(&mut self, offset: u64) -> io::Result<()> {
        while self.offset < offset {
            let chunk = self.reader.fill_buf()?;
            if chunk.is_empty() {
                return Err(io::ErrorKind::UnexpectedEof.into());
            }
            let left = usize::try_from(offset - self.offset).unwrap_or(usize::MAX);
            let taken = chunk.len().min(left);
            self.line += memchr_iter(b'\n', &chunk[..taken]).count() as u64;
            self.reader.consume(taken);
            self.offset += taken as u64;
        }
        Ok(())
    }

    /// Puts the next block into `block`. `false` at the end of the stream.
    pub fn next(&mut self, block: &mut Block) -> bool {
        block.bytes.clear();
        block.odd = None;
        block.rows = None;
        block.index = self.offset / self.size;
        block.offset = self.offset;
        block.end = self.offset;
        block.line = self.line;
        if self.ended {
            return false;
        }
        let last_begins = (block.index + 1) * self.size - self.offset;
        match self.fill(&mut block.bytes, usize::try_from(last_begins).expect("a block fits into memory") - 1)
        {
            Ok(true) => {}
            Ok(false) => block.odd = Some(Odd::TooLong(self.pass_over(&mut block.bytes))),
            Err(error) => block.odd = Some(self.cut_off(&block.bytes, error)),
        }
        let passed = if let Some(Odd::TooLong(length)) = block.odd { length } else { 0 };
        self.offset += block.bytes.len() as u64 + passed;
        block.end = self.offset;
        self.line += memchr_iter(b'\n', &block.bytes).count() as u64 + u64::from(passed > 0);
        !block.bytes.is_empty() || block.odd.is_some()
    }

    /// Reads to the first end of a line at `least` or later. `false` if the last line is too long.
    fn fill(&mut self, bytes: &mut Vec<u8>, least: usize) -> io::Result<bool> {
        loop {
            let chunk = match self.reader.fill_buf() {
                Err(error) if error.kind() == io::ErrorKind::Interrupted => continue,
                chunk => chunk?,
            };
            if chunk.is_empty() {
                self.ended = true;
                return Ok(true);
            }
            let from = least.saturating_sub(bytes.len());
            let end = chunk.get(from..).and_then(|rest| memchr(b'\n', rest)).map(|at| from + at + 1);
            let taken = end.unwrap_or(chunk.len());
            bytes.extend_from_slice(&chunk[..taken]);
            self.reader.consume(taken);
            if self.last_is_too_long(bytes, end.is_some()) {
                return Ok(false);
            }
            if end.is_some() {
                return Ok(true);
            }
        }
    }

    fn last_is_too_long(&self, bytes: &[u8], ended: bool) -> bool {
        bytes.len() as u64 > self.longest
            && (last_line(bytes, ended).len() - usize::from(ended)) as u64 > self.longest
    }

    /// Passes over the line at the end of `bytes`, which is too long. Gives its length.
    fn pass_over(&mut self, bytes: &mut Vec<u8>) -> u64 {
        let mut ended = bytes.last() == Some(&b'\n');
        let mut length = last_line(bytes, ended).len();
        bytes.truncate(bytes.len() - length);
        let mut total = length as u64;
        while !ended && !self.ended {
            let Ok(chunk) = self.reader.fill_buf() else {
                self.ended = true;
                break;
            };
            let end = memchr(b'\n', chunk).map(|at| at + 1);
            length = end.unwrap_or(chunk.len());
            total += length as u64;
            ended = end.is_some();
            self.ended = chunk.is_empty();
            self.reader.consume(length);
        }
        total
    }

    fn cut_off(&mut self, bytes: &[u8], error: io::Error) -> Odd {
        self.ended = true;
        Odd::CutOff(memrchr(b'\n', bytes).map_or(0, |at| at + 1), error)
    }
}

/// The last line of some; `ended` says that its end is there.
fn last_line(bytes: &[u8], ended: bool) -> &[u8] {
    let before = &bytes[..bytes.len() - usize::from(ended)];
    &bytes[memrchr(b'\n', before).map_or(0, |at| at + 1)..]
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::io::BufReader;

    fn blocks(text: &[u8], size: u64, longest: u64, buffer: usize) -> Vec<Block> {
        let mut cutter = Cutter::new(BufReader::with_capacity(buffer, text), size, longest);
        let mut blocks = Vec::new();
        loop {
            let mut block = Block::default();
            if !cutter.next(&mut block) {
                return blocks;
            }
            blocks.push(block);
        }
    }

    proptest! {
        #[test]
        fn blocks_are_the_stream_and_end_with_lines(text in "[ab\n]{0,80}", size in 1_u64..20, buffer in 1_usize..20) {
            let blocks = blocks(text.as_bytes(), size, 100, buffer);
            let joined: Vec<u8> = blocks.iter().flat_map(|block| block.bytes.clone()).collect();
            prop_assert_eq!(joined, text.as_bytes());
            let mut lines = 1;
            for (i, block) in blocks.iter().enumerate() {
                prop_assert!(i + 1 == blocks.len() || block.bytes.ends_with(b"\n"));
                prop_assert_eq!(block.line, lines);
                prop_assert_eq!(block.index, block.offset / size);
                lines += memchr_iter(b'\n', &block.bytes).count() as u64;
            }
        }

        #[test]
        fn a_line_that_is_too_long_costs_no_other(text in "([ab]{0,12}\n){0,8}", size in 1_u64..20, buffer in 1_usize..20) {
            let blocks = blocks(text.as_bytes(), size, 9, buffer);
            let kept: Vec<u8> = blocks.iter().flat_map(|block| block.bytes.clone()).collect();
            let kept: Vec<_> = kept.split_inclusive(|b| *b == b'\n').filter(|line| line.len() <= 10).collect();
            let all: Vec<_> = text.as_bytes().split_inclusive(|b| *b == b'\n').filter(|line| line.len() <= 10).collect();
            prop_assert_eq!(kept, all);
        }
    }

    #[test]
    fn a_cutter_goes_on_where_a_block_ended() {
        let text = "ab\nc\n\ndefg\nhi\n".repeat(9);
        let whole = blocks(text.as_bytes(), 10, 100, 7);
        for (i, block) in whole.iter().enumerate() {
            let mut cutter = Cutter::new(BufReader::with_capacity(5, text.as_bytes()), 10, 100);
            cutter.skip_to(block.end).unwrap();
            let mut next = Block::default();
            assert_eq!(cutter.next(&mut next), i + 1 < whole.len());
            if let Some(want) = whole.get(i + 1) {
                assert_eq!((&next.bytes, next.line, next.index), (&want.bytes, want.line, want.index));
            }
        }
    }

    #[test]
    fn a_huge_line_is_passed_over_and_measured() {
        let text = [b"a\n".as_slice(), &vec![b'x'; 1000], b"\nb\n"].concat();
        let blocks = blocks(&text, 8, 100, 16);
        let long: Vec<_> = blocks.iter().filter_map(|block| block.odd.as_ref()).collect();
        assert!(matches!(long[..], [Odd::TooLong(1001)]), "{long:?}");
        assert_eq!((blocks[1].bytes.as_slice(), blocks[1].line), (b"b\n".as_slice(), 3));
    }
}
