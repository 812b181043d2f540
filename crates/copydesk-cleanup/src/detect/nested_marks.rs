//! A comma inside the inner of two closing marks: `‘a promise,'”` for `‘a promise’,”`.

use std::ops::Range;

use crate::find::Finds;
use crate::page::Page;

/// How far the inner opening mark may lie, in bytes.
const FARTHEST: usize = 200;

/// At `,'”`. An American text has the comma inside both marks, so the same text must have a comma or stop after a mark.
pub(super) fn run(page: Page<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let text = page.text;
    let head = &text[text.floor_char_boundary(at.start.saturating_sub(FARTHEST))..at.start];
    let head = head.rsplit('\n').next().unwrap_or_default();
    if head.rfind('‘') > head.rfind('’') && page.has_near(at.start, &["”,", "”."]) {
        finds.replace_all(at, "’,”");
    }
}
