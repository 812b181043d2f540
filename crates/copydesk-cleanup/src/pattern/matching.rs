//! Patterns on the tokens of a text.

use copydesk_text::{Case, Kind, Token};

use super::name::{ends_name, name_length};
use super::tokens::Tokens;
use super::width::same_but_first;
use super::{Atom, Class, Element, Pattern, Presence};

/// More tokens after a place are not looked at: time stays linear in one line of any length.
const LONGEST_REST: usize = 100;

/// The tokens that each element took, by their indices: the first and the one after the last.
pub(crate) type Matched = Vec<(usize, usize)>;

impl Pattern {
    /// The match that starts at a token, all of it on one line.
    pub(crate) fn match_at(&self, tokens: Tokens<'_>, start: usize) -> Option<Matched> {
        let mut search = Search { tokens, first: start, taken: Vec::with_capacity(self.elements.len()) };
        search.follow(&self.elements, start).then_some(search.taken)
    }
}

struct Search<'a> {
    tokens: Tokens<'a>,
    first: usize,
    taken: Matched,
}

impl Search<'_> {
    /// Whether the elements take the tokens from `at`.
    fn follow(&mut self, elements: &[Element], at: usize) -> bool {
        let Some((element, rest)) = elements.split_first() else { return true };
        if matches!(element.atom, Atom::Class(Class::Name)) {
            return self.follow_name(element.presence, rest, at);
        }
        let found = self.found(element, at);
        match (element.presence, found) {
            (Presence::Once, Some(width)) => self.take(rest, at, at + width),
            (Presence::Optional, Some(width)) => self.take(rest, at, at + width) || self.take(rest, at, at),
            (Presence::Optional | Presence::NotAhead, None) | (Presence::Ahead, Some(_)) => {
                self.take(rest, at, at)
            }
            (Presence::Once | Presence::Ahead, None) | (Presence::NotAhead, Some(_)) => false,
        }
    }

    fn take(&mut self, rest: &[Element], from: usize, to: usize) -> bool {
        self.taken.push((from, to));
        let done = self.follow(rest, to);
        if !done {
            self.taken.pop();
        }
        done
    }

    /// The longest name first.
    fn follow_name(&mut self, presence: Presence, rest: &[Element], at: usize) -> bool {
        let longest = if self.on_line(at) { name_length(self.tokens, at) } else { 0 };
        match presence {
            Presence::Ahead => longest > 0 && self.take(rest, at, at),
            Presence::NotAhead => longest == 0 && self.take(rest, at, at),
            Presence::Once | Presence::Optional => {
                let mut ends = (1..=longest).rev().filter(|length| ends_name(self.tokens, at + length - 1));
                let lengths: Vec<_> = ends.by_ref().collect();
                lengths.into_iter().any(|length| self.take(rest, at, at + length))
                    || presence == Presence::Optional && self.take(rest, at, at)
            }
        }
    }

    fn on_line(&self, at: usize) -> bool {
        at == self.first || !self.tokens.starts_line(at)
    }

    /// How many tokens the element describes at a place.
    fn found(&self, element: &Element, at: usize) -> Option<usize> {
        match &element.atom {
            Atom::Class(class) if class.is_place() => is_place(*class, self.tokens, at).then_some(0),
            Atom::Class(Class::Stop) if !self.on_line(at) && element.presence == Presence::Ahead => Some(0),
            atom => (self.on_line(at) && is_one(atom, self.tokens, at)).then_some(1),
        }
    }
}

fn is_place(class: Class, tokens: Tokens<'_>, at: usize) -> bool {
    match class {
        Class::Blank => !tokens.gap(at).is_empty() && !tokens.starts_line(at),
        Class::Tight => tokens.gap(at).is_empty(),
        Class::SentenceStart => tokens.starts_sentence(at),
        Class::Unquoted => {
            tokens.rest_of_line(at).take(LONGEST_REST).all(|token| token.kind != Kind::QuotationMark)
        }
        _ => tokens.starts_line(at),
    }
}

fn is_one(atom: &Atom, tokens: Tokens<'_>, at: usize) -> bool {
    let Some(token) = tokens.get(at) else { return false };
    let word = token.of(tokens.text);
    match atom {
        Atom::Text(forms) => is_text(forms, tokens, at, token, word),
        Atom::List(list) => list.get(word).is_some(),
        Atom::Class(class) => is_class(*class, token, word),
    }
}

/// A form as it stands, or with a capital for its place alone.
fn is_text(forms: &[Box<str>], tokens: Tokens<'_>, at: usize, token: &Token, word: &str) -> bool {
    forms.iter().any(|form| **form == *word)
        || token.case == Case::Capitalized
            && forms.iter().any(|form| same_but_first(form, word))
            && tokens.may_start(at)
}

fn is_class(class: Class, token: &Token, word: &str) -> bool {
    match class {
        Class::Capitalized => token.is_word() && token.is_capitalized(),
        Class::Lower => token.is_word() && token.case == Case::Lower,
        Class::Upper => token.is_word() && token.case == Case::Upper,
        Class::Word => token.is_word(),
        Class::Number => token.kind == Kind::Number,
        Class::Comma => word.split_once(',').is_some_and(|(_, tail)| matches!(tail.len(), 1 | 2)),
        Class::Year => word.len() == 4 && (word.starts_with("19") || word.starts_with("20")),
        Class::Open => token.kind == Kind::QuotationMark && !matches!(word, "”" | "»" | "''" | "’"),
        Class::Close => token.kind == Kind::QuotationMark && !matches!(word, "“" | "«" | "``" | "‘" | "„"),
        Class::Stop => token.kind == Kind::Mark,
        Class::Any => true,
        _ => false,
    }
}
