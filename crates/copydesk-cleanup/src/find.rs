//! What rules find: a place and what should stand there.

use std::ops::Range;

/// A place that a rule has something to say about.
#[derive(Debug)]
pub(crate) struct Find {
    pub(crate) span: Range<usize>,
    /// What should stand there, if the rule knows.
    pub(crate) with: Option<String>,
    /// The rule, by its place in the engine.
    pub(crate) unit: usize,
}

/// Where a rule writes down what it finds.
pub(crate) struct Finds<'a> {
    pub(crate) list: &'a mut Vec<Find>,
    pub(crate) unit: usize,
}

impl Finds<'_> {
    /// Something else should stand at the place.
    pub(crate) fn replace(&mut self, text: &str, span: Range<usize>, with: impl Into<String>) {
        let with = with.into();
        let (span, cut) = trimmed(text, span, &with);
        let with = with[cut].to_owned();
        if !(span.is_empty() && with.is_empty()) {
            self.list.push(Find { span, with: Some(with), unit: self.unit });
        }
    }

    /// Something else should stand at all of the place.
    pub(crate) fn replace_all(&mut self, span: Range<usize>, with: impl Into<String>) {
        self.list.push(Find { span, with: Some(with.into()), unit: self.unit });
    }

    /// Something is wrong at the place.
    pub(crate) fn note(&mut self, span: Range<usize>) {
        self.list.push(Find { span, with: None, unit: self.unit });
    }
}

/// The part of a replacement that changes something, cut between words: its place, and its range in `with`.
fn trimmed(text: &str, span: Range<usize>, with: &str) -> (Range<usize>, Range<usize>) {
    let was = &text[span.clone()];
    let same = was.bytes().zip(with.bytes()).take_while(|(a, b)| a == b).count();
    let head = word_border(was, with, same);
    let most = was.len().min(with.len()) - head;
    let same = was.bytes().rev().zip(with.bytes().rev()).take(most).take_while(|(a, b)| a == b).count();
    let tail =
        (0..=same).rev().find(|tail| is_border(was, was.len() - tail) && is_border(with, with.len() - tail));
    let tail = tail.unwrap_or(0);
    (span.start + head..span.end - tail, head..with.len() - tail)
}

/// The last place up to `same` that is inside no word of either text.
fn word_border(was: &str, with: &str, same: usize) -> usize {
    (0..=same).rev().find(|at| is_border(was, *at) && is_border(with, *at)).unwrap_or(0)
}

fn is_border(text: &str, at: usize) -> bool {
    if !text.is_char_boundary(at) {
        return false;
    }
    let (before, after) = (text[..at].chars().next_back(), text[at..].chars().next());
    let letter = |c: Option<char>| c.is_some_and(|c| c.is_alphanumeric() || c == '\'');
    !(letter(before) && letter(after))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cut(text: &str, with: &str) -> (String, String) {
        let (span, cut) = trimmed(text, 0..text.len(), with);
        (text[span].to_owned(), with[cut].to_owned())
    }

    #[test]
    fn what_stays_is_left_out() {
        assert_eq!(
            cut("in the first exchanges", "in early trading"),
            ("the first exchanges".into(), "early trading".into())
        );
        assert_eq!(cut("(+ 3%)", "(+3%)"), (" ".into(), String::new()));
    }

    #[test]
    fn words_stay_whole() {
        assert_eq!(cut("stated", "said"), ("stated".into(), "said".into()));
        assert_eq!(cut("é", "è"), ("é".into(), "è".into()));
    }
}
