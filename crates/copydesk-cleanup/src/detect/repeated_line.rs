//! Lines that stand there twice, one below the other.

use crate::find::Finds;
use crate::lens::Lens;
use crate::page::Page;

/// Shorter lines may be a refrain or a table.
const LEAST: usize = 20;

/// Over the whole text: the second of two lines, for the body of a text.
pub(super) fn run(page: Page<'_>, _: &mut Lens, finds: &mut Finds<'_>) {
    for index in 2..page.lines().len() {
        if repeats(page, index) {
            let span = page.lines_out(index..index + 1);
            finds.replace_all(span, String::new());
        }
    }
}

/// The headline that is repeated as the first sentence.
pub(super) fn head(page: Page<'_>, _: &mut Lens, finds: &mut Finds<'_>) {
    if page.lines().len() > 2 && repeats(page, 1) {
        finds.note(page.lines()[1].range());
    }
}

/// Whether a line says what the one right above it says.
fn repeats(page: Page<'_>, index: usize) -> bool {
    let lines = &page.lines();
    let (above, line) = (lines[index - 1].range(), lines[index].range());
    let text = page.text;
    line.len() >= LEAST
        && text[above.clone()] == text[line.clone()]
        && !text[above.end..line.start].contains("\n\n")
}
