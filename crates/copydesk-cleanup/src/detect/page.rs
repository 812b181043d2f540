//! What a web page puts around a story's headline and end.

use std::ops::Range;

use crate::find::Finds;
use crate::lens::Lens;
use crate::page::Page;

/// At `appeared first on`: a line of a feed.
pub(super) fn feed_footer(page: Page<'_>, at: Range<usize>, finds: &mut Finds<'_>) {
    let Some(line) = page.line_at(at.start) else { return };
    let text = page.line(page.lines()[line]);
    let starts = ["The post ", "This article ", "This story ", "The article "]
        .iter()
        .any(|start| text.starts_with(start));
    if starts && text.len() < 300 {
        finds.replace_all(page.lines_out(line..line + 1), "");
    }
}

/// Over the whole text: the site's name after the headline.
pub(super) fn title(page: Page<'_>, _: &mut Lens, finds: &mut Finds<'_>) {
    let [line, _, ..] = page.lines() else { return };
    let text = page.line(*line);
    let bar = text.rsplit_once(" | ").filter(|(_, site)| site.split(' ').count() <= 4);
    let dash =
        text.rsplit_once(" - ").or_else(|| text.rsplit_once(" – ")).filter(|(_, site)| is_address(site));
    if let Some((head, _)) = bar.or(dash).filter(|(head, _)| head.split(' ').count() >= 4) {
        finds.replace_all(line.start as usize + head.len()..line.end as usize, "");
    }
}

fn is_address(site: &str) -> bool {
    let Some((name, ending)) = site.rsplit_once('.') else { return false };
    let letters = |text: &str| text.chars().all(|c| c.is_alphanumeric() || matches!(c, '-' | '.'));
    (2..=7).contains(&ending.len()) && !name.is_empty() && letters(name) && letters(ending)
}
