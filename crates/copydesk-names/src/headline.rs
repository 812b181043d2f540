//! Lines whose capitals prove nothing: headlines in title case, headings in capitals.

use copydesk_text::{Case, Kind, Outline, Paragraph};

use crate::class::Class;
use crate::reading::Word;

/// How a paragraph is capitalized.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Headline {
    /// As a sentence: a capital inside is a name's.
    None,
    /// Every word of weight has a capital, or every letter.
    Capitals,
}

/// No headline has more tokens.
const LONGEST: usize = 30;

impl Headline {
    pub(crate) fn of(text: &str, outline: &Outline, paragraph: &Paragraph, words: &[Word]) -> Self {
        let tokens = paragraph.tokens();
        if tokens.is_empty()
            || tokens.len() > LONGEST
            || ends_as_sentence(text, outline, paragraph) && !all_capitals(outline, paragraph)
        {
            return Self::None;
        }
        let (mut capital, mut small, mut common) = (0, 0, 0);
        for at in tokens {
            let token = &outline.tokens[at];
            if token.kind != Kind::Word || words[at].class.has(Class::FUNCTION) {
                continue;
            }
            if token.is_capitalized() {
                capital += 1;
                common += usize::from(words[at].class.has(Class::COMMON));
            } else {
                small += 1;
            }
        }
        if capital >= 3 && common >= 1 && capital >= 6 * small { Self::Capitals } else { Self::None }
    }
}

/// Whether a paragraph ends with a mark as sentences do.
pub(crate) fn ends_as_sentence(text: &str, outline: &Outline, paragraph: &Paragraph) -> bool {
    let last = &outline.tokens[paragraph.last_token as usize - 1];
    matches!(last.of(text), "." | "!" | ":" | "," | "”" | "\"")
}

/// Whether most words are all in capitals.
fn all_capitals(outline: &Outline, paragraph: &Paragraph) -> bool {
    let tokens = &outline.tokens[paragraph.tokens()];
    let upper = tokens.iter().filter(|token| token.case == Case::Upper).count();
    let words = tokens.iter().filter(|token| token.kind == Kind::Word).count();
    words >= 4 && upper * 10 >= words * 8
}
