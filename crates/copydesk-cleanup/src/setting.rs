//! What a text must be like for a rule to work in it.

use copydesk_text::{Kind, Token};
use serde::Deserialize;

use crate::reading::Reading;

/// What must hold around a place, beside the pattern.
#[derive(Debug, Default)]
pub(crate) struct Setting {
    pub(crate) line: Option<Habit>,
    /// Texts of which none may stand near it: what the rule is about is the document's style.
    pub(crate) unless: Vec<String>,
}

/// What the line of a place must do elsewhere, to show that it does not here by mistake.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize)]
#[serde(rename_all = "lowercase")]
pub(crate) enum Habit {
    /// It has articles: a headline leaves them out.
    Articles,
    /// It starts a sentence with a capital: a line in small letters does not say where sentences start.
    Capitals,
}

/// How many tokens of a line, and sentences, are looked at: time stays linear in one line of any length.
const TOKENS: usize = 200;
const SENTENCES: usize = 20;

impl Setting {
    /// Whether the rule works at a place on a line.
    pub(crate) fn holds(&self, line: Reading<'_>, at: usize) -> bool {
        self.line.is_none_or(|habit| habit.is_of(line)) && !line.page.has_near(at, &self.unless)
    }
}

impl Habit {
    fn is_of(self, line: Reading<'_>) -> bool {
        match self {
            Self::Articles => (0..line.list().len().min(TOKENS)).any(|at| is_article(line.tokens.word(at))),
            Self::Capitals => line.outline().sentences.iter().take(SENTENCES).any(|sentence| {
                let first = line.outline().token_at(sentence.start);
                let marks = line.list()[first..].iter().take_while(|token| token.kind == Kind::QuotationMark);
                line.tokens.get(first + marks.count()).is_some_and(Token::is_capitalized)
            }),
        }
    }
}

fn is_article(word: &str) -> bool {
    ["the", "a", "an"].iter().any(|article| article.eq_ignore_ascii_case(word))
}
