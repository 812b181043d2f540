//! What German leaves behind: articles before streets, sections after headlines, low marks.

use std::ops::Range;

use copydesk_text::MarkStyle;

use crate::find::Finds;
use crate::lens::Lens;
use crate::page::Page;
use crate::reading::Reading;
use crate::words::is_english;

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

/// Tags of agencies that other rules know, or that are of no German desk.
const KNOWN_TAGS: [&str; 9] = ["dpa", "epd", "kna", "dts", "sid", "upi", "efe", "ansa", "tass"];

/// Over the first lines: a tag in small letters between the place and a dash.
pub(super) fn small_tag(page: Page<'_>, _: &mut Lens, finds: &mut Finds<'_>) {
    const LINES: usize = 3;
    for line in page.lines().iter().take(LINES) {
        let text = page.line(*line);
        if let Some(tag) = place_and_tag(text) {
            let start = line.start as usize + tag.start;
            finds.note(start..start + tag.len());
        }
    }
}

/// The tag of `Arlen (xyz) -`.
fn place_and_tag(line: &str) -> Option<Range<usize>> {
    const LONGEST_PLACE: usize = 40;
    let open = line.bytes().take(LONGEST_PLACE).position(|byte| byte == b'(')?;
    let place = line[..open].strip_suffix(' ').filter(|place| place.starts_with(char::is_uppercase))?;
    let tag = line[open + 1..].split(')').next().unwrap_or_default();
    let rest = &line[open + 1 + tag.len()..];
    let dash = [") -", ") –", ") —"].iter().any(|dash| rest.starts_with(dash));
    let small = matches!(tag.len(), 3..=5) && tag.bytes().all(|byte| byte.is_ascii_lowercase());
    let named = place.split([' ', ',', '/']).count() <= 4;
    (dash && small && named && !is_english(tag) && !KNOWN_TAGS.contains(&tag))
        .then_some(open + 1..open + 1 + tag.len())
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

#[cfg(test)]
mod tests {
    use super::place_and_tag;

    fn tag(line: &str) -> Option<&str> {
        place_and_tag(line).map(|at| &line[at])
    }

    #[test]
    fn a_tag_in_small_letters_stands_between_a_place_and_a_dash() {
        assert_eq!(tag("Arlen (xyz) - It rained."), Some("xyz"));
        assert_eq!(tag("ARLEN, Nov. 15 (xyz) – It rained."), Some("xyz"));
    }

    #[test]
    fn words_acronyms_and_known_agencies_are_no_such_tags() {
        let others = [
            "Anne Roy (left) - It rained.",
            "Arlen (XYZ) - It rained.",
            "Arlen (dpa) - It rained.",
            "Arlen (xyz) said so.",
        ];
        assert!(others.iter().all(|line| tag(line).is_none()));
    }
}
