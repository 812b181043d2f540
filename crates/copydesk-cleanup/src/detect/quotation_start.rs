//! A quotation of several sentences that starts small: `Kern said: “no. We have a plan.”`.

use std::ops::Range;

use copydesk_text::Case;

use crate::find::Finds;
use crate::reading::Reading;

/// At a colon and an opening mark.
pub(super) fn run(reading: Reading<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let first = reading.outline().token_at(at.end as u32);
    let list = reading.list();
    let Some(token) =
        list.get(first).filter(|token| token.start as usize == at.end && token.case == Case::Lower)
    else {
        return;
    };
    let stop =
        (first + 1..first + 40).find(|next| matches!(reading.tokens.word(*next), "." | "”" | "\"" | ""));
    let Some(stop) = stop.filter(|stop| reading.tokens.word(*stop) == ".") else { return };
    let goes_on = list.get(stop + 1).is_some_and(|next| next.is_word() && next.is_capitalized())
        && !reading.tokens.starts_line(stop + 1);
    let word = token.of(reading.text());
    if goes_on && token.is_word() && word.is_ascii() {
        let mut raised = word.to_owned();
        raised[..1].make_ascii_uppercase();
        finds.replace(reading.text(), token.range(), raised);
    }
}
