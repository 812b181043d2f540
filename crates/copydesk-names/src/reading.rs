//! A text's tokens with what the lexicon and the text itself say of each.

use copydesk_text::{Kind, Outline, Sentence, Token};

use crate::class::Class;
use crate::headline::Headline;
use crate::key::Key;
use crate::lexicon::{Entry, Lexicon};
use crate::table::Table;

/// What is known of a token.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Word {
    pub(crate) key: Key,
    pub(crate) class: Class,
    pub(crate) country: u16,
    /// Whether its capital may be owed to where it stands.
    pub(crate) at_start: bool,
    /// Whether it stands between quotation marks.
    pub(crate) quoted: bool,
}

/// What the tokens of a document are. Working memory.
#[derive(Default)]
pub(crate) struct Words {
    pub(crate) of_tokens: Vec<Word>,
    /// How each paragraph is capitalized.
    pub(crate) headlines: Vec<Headline>,
    /// How often a word stands with a capital that only a name explains.
    inside: Table<u32>,
}

impl Words {
    /// Reads the tokens of a document.
    pub(crate) fn read(&mut self, text: &str, outline: &Outline, lexicon: &Lexicon) {
        self.of_tokens.clear();
        self.inside.clear();
        self.headlines.clear();
        for paragraph in &outline.paragraphs {
            let tokens = outline.tokens[paragraph.tokens()].iter();
            self.of_tokens.extend(tokens.map(|token| word(text, token, lexicon)));
            let headline = Headline::of(text, outline, paragraph, &self.of_tokens);
            self.headlines.push(headline);
            for sentence in &outline.sentences[paragraph.sentences()] {
                self.mark_starts(text, outline, sentence, headline);
            }
        }
        self.mark_quoted(outline);
    }

    fn mark_quoted(&mut self, outline: &Outline) {
        // Marks that nothing closes reach to the end of their paragraph, each of them: no token is passed twice.
        let mut next = 0;
        for quotation in outline.quotations.iter().filter(|quotation| quotation.depth == 0) {
            let first = outline.token_at(quotation.inner_start).max(next);
            let inside = |token: &&Token| token.start < quotation.inner_end;
            let count = outline.tokens[first..].iter().take_while(inside).count();
            self.of_tokens[first..first + count].iter_mut().for_each(|word| word.quoted = true);
            next = first + count;
        }
    }

    /// Marks what stands first in a sentence, or first behind a mark that opens another, and counts the capitals that
    /// neither this nor a headline explains.
    fn mark_starts(&mut self, text: &str, outline: &Outline, sentence: &Sentence, headline: Headline) {
        let prose = headline == Headline::None;
        let mut fresh = true;
        let tokens = outline.tokens[sentence.tokens()].iter();
        for (token, word) in tokens.zip(&mut self.of_tokens[sentence.tokens()]) {
            word.at_start = fresh;
            if prose && !fresh && token.is_capitalized() && word.class.has(Class::COMMON) {
                *self.inside.entry(word.key) += 1;
            }
            fresh = match token.kind {
                Kind::Word | Kind::Number | Kind::Symbol => false,
                Kind::QuotationMark => true,
                Kind::Mark => fresh || opens(text.as_bytes()[token.start as usize]),
            };
        }
    }

    /// Whether the text writes a common word with a capital inside a sentence.
    pub(crate) fn is_name_inside(&self, key: Key) -> bool {
        self.inside.get(key).is_some()
    }
}

fn word(text: &str, token: &Token, lexicon: &Lexicon) -> Word {
    if token.kind != Kind::Word {
        return Word::default();
    }
    let key = Key::of(token.of(text));
    let table = if token.is_capitalized() { &lexicon.capital } else { &lexicon.small };
    let Entry { class, country } = table.get(key).copied().unwrap_or_default();
    Word { key, class, country, at_start: false, quoted: false }
}

/// Whether a mark may stand before the start of another sentence, by its first byte: `:`, `(`, `[`, and the dashes, dots and
/// bullets beyond ASCII.
fn opens(mark: u8) -> bool {
    matches!(mark, b':' | b'(' | b'[' | 0xE2)
}
