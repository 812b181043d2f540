//! Lexicons of whole lines, found by how a line starts.

use std::collections::HashMap;

use copydesk_core::Reading as _;
use copydesk_text::Outline;

use crate::bits::Bits;
use crate::lens::Lens;
use crate::list::List;
use crate::page::Page;
use crate::reading::Reading;
use crate::word_hash::hash;

/// Lines in small letters, by how they start.
#[derive(Debug, Default)]
pub(crate) struct Lines {
    forms: HashMap<u64, Vec<Form>>,
    /// The starts that are there: most lines need no more than this.
    filter: Bits,
}

/// Forms are told apart by so many bytes first. A shorter form is a whole line without marks after it.
const LOOKED_AT: usize = 4;

#[derive(Debug)]
struct Form {
    text: Box<str>,
    /// The hash of its first token.
    first: u64,
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
                let first = hash(first.of(&text).as_bytes());
                lines.filter.insert(key(&text));
                lines.forms.entry(key(&text)).or_default().push(Form { text: text.into(), first, start });
            }
        }
        lines
    }
}

impl Lines {
    /// The lines of a text that are in the lexicon, as indices.
    pub(crate) fn of(&self, page: Page<'_>, lens: &mut Lens) -> Vec<usize> {
        let mut held = Vec::new();
        for (index, line) in page.lines().iter().enumerate() {
            let line = page.line(*line);
            if self.may_hold(line) && self.holds(line, lens.line(page, index)) {
                held.push(index);
            }
        }
        held
    }

    fn may_hold(&self, line: &str) -> bool {
        self.filter.may_hold(key(line)) && self.forms_like(line).any(|form| form.is(line))
    }

    /// Whether a line is a form, or starts so, and their first tokens are the same.
    fn holds(&self, line: &str, tokens: Reading<'_>) -> bool {
        let first = tokens.list().first().map(|first| hash(first.of(tokens.text()).as_bytes()));
        self.forms_like(line).any(|form| form.is(line) && Some(form.first) == first)
    }

    fn forms_like(&self, line: &str) -> impl Iterator<Item = &Form> {
        self.forms.get(&key(line)).into_iter().flatten()
    }
}

/// How a line starts, without regard to case.
fn key(line: &str) -> u64 {
    let start = line.as_bytes().iter().take(LOOKED_AT);
    start.fold(0, |key: u64, byte| key << 8 | u64::from(byte | 0x20)).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 8
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
