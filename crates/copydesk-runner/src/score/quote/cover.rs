//! Which characters of a text spans cover, and how many two covers share.

/// Characters of a text that are covered: ranges in order that do not touch.
pub(super) type Cover = Vec<(usize, usize)>;

/// The ranges without signs and blanks at their ends, in order and joined.
pub(super) fn cover(text: &[char], spans: &[(usize, usize)]) -> Cover {
    let mut trimmed: Vec<_> = spans.iter().filter_map(|span| trim(text, *span)).collect();
    trimmed.sort_unstable();
    let mut cover: Cover = Vec::new();
    for (start, end) in trimmed {
        match cover.last_mut() {
            Some(last) if start <= last.1 => last.1 = end.max(last.1),
            _ => cover.push((start, end)),
        }
    }
    cover
}

fn trim(text: &[char], (mut start, mut end): (usize, usize)) -> Option<(usize, usize)> {
    let word = |at: usize| text.get(at).is_some_and(|c| c.is_alphanumeric());
    while start < end && !word(start) {
        start += 1;
    }
    while end > start && !word(end - 1) {
        end -= 1;
    }
    (start < end).then_some((start, end))
}

pub(super) fn size(cover: &Cover) -> usize {
    cover.iter().map(|(start, end)| end - start).sum()
}

/// How many characters two covers share.
pub(super) fn common(a: &Cover, b: &Cover) -> usize {
    let (mut i, mut j, mut common) = (0, 0, 0);
    while let (Some(x), Some(y)) = (a.get(i), b.get(j)) {
        common += x.1.min(y.1).saturating_sub(x.0.max(y.0));
        if x.1 < y.1 { i += 1 } else { j += 1 }
    }
    common
}
