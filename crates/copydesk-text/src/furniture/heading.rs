//! Headings: crossheads and headlines, short lines without a sentence's end.

use super::words::all_capitals;

/// No heading is longer, in bytes.
const LONGEST: usize = 140;

/// Whether a line is a heading by its shape alone: all in capitals, four letters at least, without a final stop. Brackets and table bars make it something else.
/// A headline in sentence case looks like any short line and is told by its place, which one line does not show.
#[must_use]
pub fn is_heading(line: &str) -> bool {
    line.len() <= LONGEST
        && !line.ends_with(['.', ',', ';', ':'])
        && all_capitals(line, 4)
        && !line.contains(['|', '('])
}
