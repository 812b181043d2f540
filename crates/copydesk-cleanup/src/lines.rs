//! Lexicons of whole lines, found by the first token of a line.

use std::collections::HashMap;

use copydesk_core::Reading as _;
use copydesk_text::Outline;

use crate::list::List;
use crate::reading::Reading;
use crate::word_hash::hash;

/// Lines in small letters, by the hash of their first token.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    forms: HashMap<u64, Vec<Form>>,
    /// A bit for each hash that is there: most lines need no more than this.
    filter: [u64; 16],
}

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
                let (word, bit) = place(key);
                lines.filter[word] |= bit;
                lines.forms.entry(key).or_default().push(Form { text: text.into(), start });
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
        let (word, bit) = place(*first);
        if self.filter[word] & bit == 0 {
            return false;
        }
        let forms = self.forms.get(first).map_or(&[][..], Vec::as_slice);
        forms.iter().any(|form| form.is(&reading.text()[line.range()]))
    }
}

/// The word and the bit of a hash in the filter.
fn place(hash: u64) -> (usize, u64) {
    ((hash >> 6) as usize % 16, 1 << (hash % 64))
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
