//! A comma inside the inner of two closing marks: `‘a promise,'”` for `‘a promise’,”`.

use std::ops::Range;

use crate::find::Finds;
use crate::page::Page;

/// How far the inner opening mark may lie, in bytes.
const FARTHEST: usize = 200;

/// At `,'”`.
pub(super) fn run(page: Page<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let text = page.text;
    let head = &text[text.floor_char_boundary(at.start.saturating_sub(FARTHEST))..at.start];
    let head = head.rsplit('\n').next().unwrap_or_default();
    if head.rfind('‘') > head.rfind('’') {
        finds.replace_all(at, "’,”");
    }
}
