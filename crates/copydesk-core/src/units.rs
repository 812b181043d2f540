//! In which unit offsets are written: code points, bytes or UTF-16.
//!
//! A value's spans are bytes until they are written. What writes them is
//! serde, deep inside values of types that the core does not know, so the
//! table for the text at hand is kept in a thread-local while it writes.

use std::cell::RefCell;

use serde::{Deserialize, Serialize};

use crate::Span;

/// The unit in which offsets are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum OffsetUnit {
    /// Unicode code points, as Python counts.
    #[default]
    Chars,
    /// UTF-8 bytes, as Rust and Go count.
    Bytes,
    /// UTF-16 code units, as JavaScript and Java count.
    Utf16,
}

/// Converts byte offsets of one text, in constant time each.
#[derive(Default)]
pub(crate) struct Units {
    unit: OffsetUnit,
    /// Units before every `BLOCK` bytes; empty where bytes and units agree.
    before_block: Vec<u32>,
    bytes: Vec<u8>,
}

const BLOCK: usize = 64;

impl Units {
    /// Makes this the table of `text`.
    pub(crate) fn fill(&mut self, text: &str, unit: OffsetUnit) {
        self.unit = unit;
        self.before_block.clear();
        self.bytes.clear();
        if unit == OffsetUnit::Bytes || text.is_ascii() {
            return;
        }
        self.bytes.extend_from_slice(text.as_bytes());
        let mut total = 0;
        for block in text.as_bytes().chunks(BLOCK) {
            self.before_block.push(total);
            total += count(block, unit);
        }
        self.before_block.push(total);
    }

    pub(crate) fn convert(&self, span: Span) -> [u32; 2] {
        [self.at(span.start), self.at(span.end)]
    }

    fn at(&self, byte: u32) -> u32 {
        let at = byte as usize;
        let Some(before) = self.before_block.get(at / BLOCK) else { return byte };
        let block = at / BLOCK * BLOCK;
        before + count(&self.bytes[block.min(at)..at], self.unit)
    }
}

/// How many units begin in `bytes`. A character outside the Basic
/// Multilingual Plane has four bytes and two UTF-16 units.
fn count(bytes: &[u8], unit: OffsetUnit) -> u32 {
    let units = |byte: &u8| match (byte, unit) {
        (0x80..0xC0, _) => 0,
        (0xF0.., OffsetUnit::Utf16) => 2,
        _ => 1,
    };
    bytes.iter().map(units).sum()
}

thread_local! {
    static WRITING: RefCell<Option<Units>> = const { RefCell::new(None) };
}

/// Writes with every [`Span`] converted by `units`.
pub(crate) fn writing<T>(units: &mut Units, write: impl FnOnce() -> T) -> T {
    WRITING.with_borrow_mut(|now| *now = Some(std::mem::take(units)));
    let done = write();
    WRITING.with_borrow_mut(|now| *units = now.take().unwrap_or_default());
    done
}

/// The two ends of a span as they are to be written.
pub(crate) fn written(span: Span) -> [u32; 2] {
    WRITING.with_borrow(|units| units.as_ref().map_or([span.start, span.end], |units| units.convert(span)))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_agree_with_counting_from_the_start() {
        let text = "Zoë 😀 said “no” — ".repeat(30);
        for unit in [OffsetUnit::Chars, OffsetUnit::Bytes, OffsetUnit::Utf16] {
            let mut units = Units::default();
            units.fill(&text, unit);
            for (at, _) in text.char_indices().chain([(text.len(), ' ')]) {
                let want = match unit {
                    OffsetUnit::Chars => text[..at].chars().count(),
                    OffsetUnit::Bytes => at,
                    OffsetUnit::Utf16 => text[..at].encode_utf16().count(),
                };
                assert_eq!(units.at(at as u32) as usize, want, "{unit:?} at {at}");
            }
        }
    }
}
