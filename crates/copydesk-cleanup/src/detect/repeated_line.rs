//! Lines that stand there twice, one below the other.

use std::ops::Range;

use crate::find::Finds;
use crate::reading::Reading;

/// Shorter lines may be a refrain or a table.
const LEAST: usize = 20;

/// Over the whole text: the second of two lines, for the body of a text.
pub(super) fn run(reading: Reading<'_>, _: Range<usize>, finds: &mut Finds<'_>) {
    for index in 2..reading.outline().paragraphs.len() {
        if repeats(reading, index) {
            let span = reading.lines_out(index..index + 1);
            finds.replace_all(span, String::new());
        }
    }
}

/// The headline that is repeated as the first sentence.
pub(super) fn head(reading: Reading<'_>, _: Range<usize>, finds: &mut Finds<'_>) {
    if reading.outline().paragraphs.len() > 2 && repeats(reading, 1) {
        finds.note(reading.outline().paragraphs[1].range());
    }
}

/// Whether a line says what the one right above it says.
fn repeats(reading: Reading<'_>, index: usize) -> bool {
    let lines = &reading.outline().paragraphs;
    let (above, line) = (lines[index - 1].range(), lines[index].range());
    let text = reading.text();
    line.len() >= LEAST
        && text[above.clone()] == text[line.clone()]
        && !text[above.end..line.start].contains("\n\n")
}
