//! What German leaves behind: articles before streets, sections after headlines, low marks.

use std::ops::Range;

use copydesk_text::MarkStyle;

use crate::find::Finds;
use crate::lens::Lens;
use crate::page::Page;
use crate::reading::Reading;

/// At the end of a street's name: the article before it goes.
pub(super) fn street(reading: Reading<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let token = reading.outline().token_at(at.start as u32);
    let Some(name) =
        reading.tokens.get(token).filter(|name| name.end as usize == at.end && name.is_capitalized())
    else {
        return;
    };
    let before = token
        .checked_sub(1)
        .filter(|before| reading.tokens.word(*before) == "the" && !reading.tokens.starts_line(token));
    if let Some(before) = before.filter(|_| name.of(reading.text()).len() > at.len()) {
        finds.replace_all(reading.list()[before].start as usize..name.start as usize, "");
    }
}

/// Over the whole text: `– Munich` after a headline that a mark has ended.
pub(super) fn category(page: Page<'_>, _: &mut Lens, finds: &mut Finds<'_>) {
    let [line, _, ..] = page.lines() else { return };
    let text = page.line(*line);
    let Some((rest, section)) = text.rsplit_once(' ') else { return };
    let Some(head) = [" –", " -", " —"].iter().find_map(|dash| rest.strip_suffix(dash)) else { return };
    let word = !section.is_empty() && section.chars().all(char::is_alphabetic);
    if word && head.ends_with(['?', '!', '”', '"', '.']) {
        let start = line.start as usize + head.len();
        finds.replace_all(start..line.end as usize, "");
    }
}

/// At `„`: a closed quotation in German marks gets English ones.
pub(super) fn low_marks(reading: Reading<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let quotations = &reading.outline().quotations;
    let Ok(found) = quotations.binary_search_by_key(&(at.start as u32), |quotation| quotation.start) else {
        return;
    };
    let found = &quotations[found];
    let ends_german = reading.after(found.inner_end as usize) == Some('“');
    if found.closed && found.style == MarkStyle::Low && ends_german {
        finds.replace_all(at, "“");
        finds.replace_all(found.inner_end as usize..found.end as usize, "”");
    }
}
