//! What marks do in a sentence.

use crate::tag::Tag;

/// The tags of marks of one byte.
pub(crate) static TAGS: [Tag; 256] = tags();

/// The tag of any mark.
pub(crate) fn tag(mark: &str) -> Tag {
    match mark {
        "--" | "---" | "–" | "—" | "―" | "‒" => Tag::Dash,
        "…" | "..." => Tag::Stop,
        _ if mark.len() == 1 => TAGS[usize::from(mark.as_bytes()[0])],
        _ => Tag::Other,
    }
}

const fn tags() -> [Tag; 256] {
    let mut tags = [Tag::Other; 256];
    tags[b',' as usize] = Tag::Comma;
    tags[b';' as usize] = Tag::Semicolon;
    tags[b':' as usize] = Tag::Colon;
    tags[b'-' as usize] = Tag::Dash;
    (tags[b'(' as usize], tags[b'[' as usize]) = (Tag::Open, Tag::Open);
    (tags[b')' as usize], tags[b']' as usize]) = (Tag::Close, Tag::Close);
    (tags[b'.' as usize], tags[b'!' as usize], tags[b'?' as usize]) = (Tag::Stop, Tag::Stop, Tag::Stop);
    tags
}
