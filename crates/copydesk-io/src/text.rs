//! Text files: one document each, or one for each stretch between blank lines.

use std::ops::Range;

use copydesk_core::{Document, OffsetUnit};

use crate::splice::{Escapes, add, named, value};

/// A document in a text file.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Part {
    /// The blank lines before it, if it is the first.
    pub before: Range<usize>,
    /// The text.
    pub text: Range<usize>,
    /// The end of its last line and the blank lines after it.
    pub after: Range<usize>,
}

/// The stretches of a text between blank lines.
pub fn split_at_blank_lines(text: &str) -> impl Iterator<Item = Part> {
    let mut at = 0;
    std::iter::from_fn(move || {
        let before = at..at + blank(&text[at..]);
        let start = before.end;
        if start == text.len() {
            return None;
        }
        let mut end = start;
        for line in text[start..].split_inclusive('\n') {
            if line.trim().is_empty() {
                break;
            }
            end += line.len();
        }
        let text_end = start + text[start..end].trim_end_matches(['\r', '\n']).len();
        at = end + blank(&text[end..]);
        Some(Part { before, text: start..text_end, after: text_end..at })
    })
}

/// The length of the blank lines at the beginning.
fn blank(text: &str) -> usize {
    text.split_inclusive('\n').take_while(|line| line.trim().is_empty()).map(str::len).sum()
}

/// Appends the record of a text: its id, the text, and what the stages have to say.
/// `around` is what stood before and after it in a file of several.
pub fn write_text(doc: &Document, around: Option<(&str, &str)>, unit: OffsetUnit, to: &mut Vec<u8>) {
    to.extend_from_slice(b"{\"id\":");
    Escapes::Plain.string(doc.id(), to);
    to.extend_from_slice(b",\"text\":");
    Escapes::Plain.string(doc.text(), to);
    to.extend_from_slice(b",\"copydesk\":");
    value(doc, unit, to);
    add(to, b"\"from\":\"text\"");
    if let Some((before, after)) = around {
        for (key, blank) in [("before", before), ("after", after)] {
            if !blank.is_empty() {
                named(key, blank, to);
            }
        }
    }
    to.extend_from_slice(b"}\n");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn parts_cover_a_text_that_says_something(text in "[a \n\r]{0,40}") {
            let parts: Vec<_> = split_at_blank_lines(&text).collect();
            let mut joined = String::new();
            for part in &parts {
                prop_assert!(!text[part.text.clone()].trim().is_empty());
                for range in [&part.before, &part.text, &part.after] {
                    joined += &text[range.clone()];
                }
            }
            prop_assert!(joined == text || text.trim().is_empty());
        }
    }

    #[test]
    fn blank_lines_part_documents() {
        let text = "\na\nb\r\n\r\n \nc";
        let parts: Vec<_> = split_at_blank_lines(text).map(|part| &text[part.text]).collect();
        assert_eq!(parts, ["a\nb", "c"]);
    }
}
