//! A text's tokens with what the lexicon and the text itself say of each.

use std::ops::Range;

use copydesk_text::{Case, Kind, Outline, Token};

use crate::class::Class;
use crate::found::index;
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
    /// The tokens at which a mention may start or have its noun, headlines left out: one of five.
    pub(crate) places: Vec<u32>,
    /// The words that stand with a capital that only a name explains.
    inside: Table<()>,
    /// Those of the paragraph at hand, while it may yet be a headline.
    capitals: Vec<Key>,
}

impl Words {
    /// Reads the tokens of a document.
    pub(crate) fn read(&mut self, text: &str, outline: &Outline, lexicon: &Lexicon) {
        self.of_tokens.clear();
        self.of_tokens.resize(outline.tokens.len(), Word::default());
        self.inside.clear();
        self.headlines.clear();
        self.places.clear();
        for paragraph in &outline.paragraphs {
            let first_place = self.places.len();
            self.capitals.clear();
            for sentence in &outline.sentences[paragraph.sentences()] {
                self.read_sentence(text, outline, sentence.tokens(), lexicon);
            }
            let headline = Headline::of(text, outline, paragraph, &self.of_tokens);
            if headline == Headline::None {
                self.capitals.iter().for_each(|key| *self.inside.entry(*key) = ());
            } else {
                self.places.truncate(first_place);
            }
            self.headlines.push(headline);
        }
        self.mark_quoted(outline);
    }

    /// Reads the tokens of a sentence. Which of them stand first in it, or first behind a mark that opens another, is
    /// marked; the capitals that this does not explain are kept.
    fn read_sentence(&mut self, text: &str, outline: &Outline, range: Range<usize>, lexicon: &Lexicon) {
        let mut at_start = true;
        let words = self.of_tokens[range.clone()].iter_mut();
        for ((place, token), word) in (index(range.start)..).zip(&outline.tokens[range]).zip(words) {
            word.at_start = at_start;
            match token.kind {
                Kind::Word if token.case == Case::Lower => {
                    read_word(text, token, &lexicon.small, word);
                    if word.class.has(Class::MENTIONS) || word.key == lexicon.latter {
                        self.places.push(place);
                    }
                }
                Kind::Word => {
                    read_word(text, token, lexicon.by_case(token.case), word);
                    self.places.push(place);
                    if !at_start && token.is_capitalized() && word.class.has(Class::COMMON) {
                        self.capitals.push(word.key);
                    }
                }
                Kind::Number => self.places.push(place),
                Kind::QuotationMark | Kind::Mark | Kind::Symbol => {}
            }
            at_start = match token.kind {
                Kind::Word | Kind::Number | Kind::Symbol => false,
                Kind::QuotationMark => true,
                Kind::Mark => at_start || opens(text.as_bytes()[token.start as usize]),
            };
        }
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

    /// Whether the text writes a common word with a capital inside a sentence.
    pub(crate) fn is_name_inside(&self, key: Key) -> bool {
        self.inside.get(key).is_some()
    }
}

#[inline]
fn read_word(text: &str, token: &Token, table: &Table<Entry>, word: &mut Word) {
    word.key = Key::within(text, token.range());
    if let Some(known) = table.get(word.key) {
        (word.class, word.country) = (known.class, known.country);
    }
}

/// Whether a mark may stand before the start of another sentence, by its first byte: `:`, `(`, `[`, and the dashes, dots and
/// bullets beyond ASCII.
fn opens(mark: u8) -> bool {
    matches!(mark, b':' | b'(' | b'[' | 0xE2)
}
