//! `on the one hand …, and the other, …`: the second half lost its `on`.

use std::ops::Range;

use crate::find::Finds;
use crate::reading::Reading;

/// How far the second half may lie, in bytes.
const FARTHEST: usize = 500;

/// At `on the one hand`.
pub(super) fn run(reading: Reading<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let (text, outline) = (reading.text(), reading.outline());
    let Some(sentence) = outline.sentence_at(at.start as u32) else { return };
    let end = (outline.sentences[sentence].end as usize).min(at.end + FARTHEST);
    let rest = &text[at.end..text.floor_char_boundary(end.max(at.end))];
    if rest.contains("on the other") {
        return;
    }
    if let Some(found) = rest.find(" and the other, ").filter(|_| !rest.contains("hand, and the other,")) {
        let place = at.end + found + " and ".len();
        finds.replace(text, place..place, "on ");
    }
}
