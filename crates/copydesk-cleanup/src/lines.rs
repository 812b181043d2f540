//! Lexicons of whole lines, found by the first token of a line.

use std::collections::HashMap;

use copydesk_core::Reading as _;
use copydesk_text::Outline;

use crate::list::List;
use crate::reading::Reading;
use crate::word_hash::hash;

/// Lines in small letters, by the hash of their first token.
#[derive(Debug, Default)]
pub(crate) struct Lines(HashMap<u64, Vec<Form>>);

#[derive(Debug)]
struct Form {
    text: Box<str>,
    /// Whether lines need only start so.
    start: bool,
}

impl From<&List> for Lines {
    fn from(list: &List) -> Self {
        let mut lines = Self::default();
        let mut outline = Outline::default();
        for entry in &list.entries {
            let text = entry.form.strip_suffix('*').unwrap_or(&entry.form).to_lowercase();
            let start = entry.form.ends_with('*');
            outline.read(&text);
            if let Some(first) = outline.tokens.first() {
                let key = hash(first.of(&text).as_bytes());
                lines.0.entry(key).or_default().push(Form { text: text.into(), start });
            }
        }
        lines
    }
}

impl Lines {
    /// The lines of a text that are in the lexicon, as indices.
    pub(crate) fn of(&self, reading: Reading<'_>) -> impl Iterator<Item = usize> {
        let lines = reading.outline().paragraphs.iter().enumerate();
        lines.filter(move |(_, line)| self.holds(reading, line)).map(|(index, _)| index)
    }

    fn holds(&self, reading: Reading<'_>, line: &copydesk_text::Paragraph) -> bool {
        let Some(first) = reading.survey.hashes.get(line.first_token as usize) else { return false };
        let forms = self.0.get(first).map_or(&[][..], Vec::as_slice);
        forms.iter().any(|form| form.is(&reading.text()[line.range()]))
    }
}

impl Form {
    /// Whether a line is this one, or starts so; marks after it are nothing.
    fn is(&self, line: &str) -> bool {
        let Some(head) = line.get(..self.text.len()).filter(|head| head.to_lowercase() == *self.text) else {
            return false;
        };
        let tail = &line[head.len()..];
        !tail.starts_with(char::is_alphanumeric) && (self.start || !tail.contains(char::is_alphanumeric))
    }
}
