//! A comma inside the inner of two closing marks: `‘a promise,'”` for `‘a promise’,”`.

use std::ops::Range;

use crate::find::Finds;
use crate::reading::Reading;

/// How far the inner opening mark may lie, in bytes.
const FARTHEST: usize = 200;

/// At `,'”`.
pub(super) fn run(reading: Reading<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let text = reading.text();
    let head = &text[text.floor_char_boundary(at.start.saturating_sub(FARTHEST))..at.start];
    let head = head.rsplit('\n').next().unwrap_or_default();
    if head.rfind('‘') > head.rfind('’') {
        finds.replace_all(at, "’,”");
    }
}
