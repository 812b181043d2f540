//! What rules see of a text before any token is read: its characters, its lines, and what the scan has found.

use std::ops::Range;

use crate::scan::{Line, Scan};

/// A text and the scan of it.
#[derive(Clone, Copy)]
pub(crate) struct Page<'a> {
    pub(crate) text: &'a str,
    pub(crate) scan: &'a Scan,
}

impl<'a> Page<'a> {
    /// The lines that hold something.
    pub(crate) fn lines(self) -> &'a [Line] {
        &self.scan.lines
    }

    /// A line's text.
    pub(crate) fn line(self, line: Line) -> &'a str {
        &self.text[line.range()]
    }

    /// The line that holds a byte, as an index.
    pub(crate) fn line_at(self, at: usize) -> Option<usize> {
        let lines = self.lines();
        let found = lines.partition_point(|line| line.start as usize <= at).checked_sub(1)?;
        (at < lines[found].end as usize).then_some(found)
    }

    /// What to delete so that a run of lines is gone: from the end of the line before, or up to the next one.
    pub(crate) fn lines_out(self, lines: Range<usize>) -> Range<usize> {
        let all = self.lines();
        let (first, last) = (all[lines.start].range(), all[lines.end - 1].range());
        match (lines.start.checked_sub(1), all.get(lines.end)) {
            (Some(before), _) => all[before].end as usize..last.end,
            (None, Some(next)) => first.start..next.start as usize,
            (None, None) => first.start..last.end,
        }
    }

    /// Whether one of some texts stands within a few paragraphs of a byte.
    pub(crate) fn has_near(self, at: usize, texts: &[impl AsRef<str>]) -> bool {
        const LOOKED_AT: usize = 4000;
        let from = self.text.floor_char_boundary(at.saturating_sub(LOOKED_AT));
        let to = self.text.floor_char_boundary((at + LOOKED_AT).min(self.text.len()));
        texts.iter().any(|text| self.text[from..to].contains(text.as_ref()))
    }

    /// The character before a byte.
    pub(crate) fn before(self, at: usize) -> Option<char> {
        self.text[..at].chars().next_back()
    }

    /// The character at a byte.
    pub(crate) fn after(self, at: usize) -> Option<char> {
        self.text[at..].chars().next()
    }
}
