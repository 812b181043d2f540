//! A text's tokens with what the lexicon and the text itself say of each.

use copydesk_text::{Case, Kind, Outline, Sentence, Token};

use crate::class::Class;
use crate::headline::Headline;
use crate::key::Key;
use crate::lexicon::{Entry, Lexicon};
use crate::namesake::bears;
use crate::pronoun::Answers;
use crate::table::Table;
use crate::traits::Trait;

/// What is known of a token.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Word {
    /// The token itself: finders ask for both at a time.
    pub(crate) token: Token,
    pub(crate) key: Key,
    pub(crate) class: Class,
    pub(crate) country: u16,
    /// Whom it answers to, if it is a pronoun.
    pub(crate) answers: Option<Answers>,
    place: u8,
}

const AT_START: u8 = 1;
const QUOTED: u8 = 1 << 1;

impl Word {
    fn new(token: Token) -> Self {
        Self { token, key: Key::default(), class: Class::NONE, country: 0, answers: None, place: 0 }
    }

    #[inline]
    fn look_up(&mut self, text: &str, table: &Table<Entry>) {
        self.key = Key::within(text, self.token.range());
        if let Some(known) = table.get(self.key) {
            (self.class, self.country, self.answers) = (known.class, known.country, known.answers);
        }
    }

    /// Whether its capital may be owed to where it stands.
    pub(crate) fn at_start(&self) -> bool {
        self.place & AT_START != 0
    }

    /// Whether it stands between quotation marks.
    pub(crate) fn quoted(&self) -> bool {
        self.place & QUOTED != 0
    }
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
    /// Times and tongues that the text has somebody's family name of.
    borne: Table<()>,
    /// Where those stand that may be, until all words are read.
    times: Vec<u32>,
    /// The capitals of the paragraph at hand, while it may yet be a headline.
    capitals: Vec<Key>,
}

impl Words {
    /// Reads the tokens of a document.
    pub(crate) fn read(&mut self, text: &str, outline: &Outline, lexicon: &Lexicon) {
        self.of_tokens.clear();
        self.of_tokens.extend(outline.tokens.iter().map(|token| Word::new(*token)));
        self.inside.clear();
        self.borne.clear();
        self.headlines.clear();
        self.places.clear();
        for paragraph in &outline.paragraphs {
            let first_place = self.places.len();
            self.capitals.clear();
            for sentence in &outline.sentences[paragraph.sentences()] {
                self.read_sentence(text, sentence, lexicon);
            }
            let headline = Headline::of(text, outline, paragraph, &self.of_tokens);
            if headline == Headline::None {
                self.capitals.iter().for_each(|key| *self.inside.entry(*key) = ());
            } else {
                self.places.truncate(first_place);
            }
            self.headlines.push(headline);
        }
        self.keep_family_names(lexicon);
        self.mark_quoted(outline);
    }

    /// Reads the tokens of a sentence. Which of them stand first in it, or first behind a mark that opens another, is
    /// marked; the capitals that this does not explain are kept.
    fn read_sentence(&mut self, text: &str, sentence: &Sentence, lexicon: &Lexicon) {
        let mut at_start = true;
        for (place, word) in (sentence.first_token..).zip(&mut self.of_tokens[sentence.tokens()]) {
            let token = word.token;
            word.place = if at_start { AT_START } else { 0 };
            match token.kind {
                Kind::Word if token.case == Case::Lower => {
                    word.look_up(text, &lexicon.small);
                    if word.class.has(Class::MENTIONS) || word.key == lexicon.latter {
                        self.places.push(place);
                    }
                }
                Kind::Word => {
                    word.look_up(text, lexicon.by_case(token.case));
                    self.places.push(place);
                    if !at_start && token.is_capitalized() && word.class.has(Class::COMMON) {
                        self.capitals.push(word.key);
                    }
                    if word.class.has(Class::NOT_NAME) && !at_start {
                        self.times.push(place);
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

    fn keep_family_names(&mut self, lexicon: &Lexicon) {
        for place in self.times.drain(..) {
            let [before, word] = [place as usize - 1, place as usize].map(|at| &self.of_tokens[at]);
            if bears(before, word) && lexicon.has_trait(word.key, word.token.case, Trait::Surname) {
                *self.borne.entry(word.key) = ();
            }
        }
    }

    /// Whether the text has somebody of a family name that is a time or tongue too.
    pub(crate) fn is_borne(&self, key: Key) -> bool {
        self.borne.get(key).is_some()
    }

    fn mark_quoted(&mut self, outline: &Outline) {
        // Marks that nothing closes reach to the end of their paragraph, each of them: no token is passed twice.
        let mut next = 0;
        for quotation in outline.quotations.iter().filter(|quotation| quotation.depth == 0) {
            let first = outline.token_at(quotation.inner_start).max(next);
            let inside = |token: &&Token| token.start < quotation.inner_end;
            let count = outline.tokens[first..].iter().take_while(inside).count();
            self.of_tokens[first..first + count].iter_mut().for_each(|word| word.place |= QUOTED);
            next = first + count;
        }
    }

    /// Whether the text writes a common word with a capital inside a sentence.
    pub(crate) fn is_name_inside(&self, key: Key) -> bool {
        self.inside.get(key).is_some()
    }
}

/// Whether a mark may stand before the start of another sentence, by its first byte: `:`, `(`, `[`, and the dashes, dots and
/// bullets beyond ASCII.
fn opens(mark: u8) -> bool {
    matches!(mark, b':' | b'(' | b'[' | 0xE2)
}
