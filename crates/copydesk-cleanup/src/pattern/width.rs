//! How many tokens the elements of a pattern take, and where an anchor lies in it.

use copydesk_core::Reading as _;
use copydesk_text::{Mark, Outline};

use super::{Atom, Class, Element, Pattern, Presence};

/// The most tokens that a name takes.
pub(super) const LONGEST_NAME: usize = 7;

impl Element {
    /// The least and the most tokens it takes.
    fn width(&self) -> (usize, usize) {
        let most = match (&self.atom, self.presence) {
            (_, Presence::Ahead | Presence::NotAhead) => return (0, 0),
            (Atom::Class(class), _) if class.is_place() => return (0, 0),
            (Atom::Class(Class::Name), _) => LONGEST_NAME,
            _ => 1,
        };
        (usize::from(self.presence != Presence::Optional), most)
    }

    fn may_be(&self, token: &str) -> bool {
        match &self.atom {
            Atom::Text(forms) => forms.iter().any(|form| same_but_first(form, token)),
            Atom::List(list) => list.get(token).is_some(),
            Atom::Class(Class::Open | Class::Close) => Mark::of(token).is_some(),
            Atom::Class(Class::Number | Class::Year) => {
                token.bytes().all(|b| b.is_ascii_digit() || matches!(b, b':' | b'.' | b','))
            }
            Atom::Class(Class::Comma) => token.contains(','),
            Atom::Class(_) => false,
        }
    }
}

/// Whether two words differ in the case of their first letter at most.
pub(super) fn same_but_first(form: &str, token: &str) -> bool {
    let (form, token) = (form.as_bytes(), token.as_bytes());
    form.len() == token.len()
        && form.first().map(u8::to_ascii_lowercase) == token.first().map(u8::to_ascii_lowercase)
        && form.get(1..) == token.get(1..)
}

impl Pattern {
    /// The least and the most tokens before the place where the anchor's text lies in the pattern. `None` if it lies
    /// nowhere in it.
    pub(crate) fn before_anchor(&self, anchor: &str) -> Option<(usize, usize)> {
        let mut outline = Outline::default();
        outline.read(anchor);
        let tokens: Vec<&str> = outline.tokens.iter().map(|token| token.of(anchor)).collect();
        let apart: Vec<&str> = anchor.split_whitespace().collect();
        self.before_tokens(&tokens).or_else(|| self.before_tokens(&apart))
    }

    fn before_tokens(&self, tokens: &[&str]) -> Option<(usize, usize)> {
        let mut before = (0, 0);
        for (at, element) in self.elements.iter().enumerate() {
            let first = tokens.first().is_some_and(|token| element.width().1 > 0 && element.may_be(token));
            if first && holds(&self.elements[at + 1..], &tokens[1..]) {
                return Some(before);
            }
            let (least, most) = element.width();
            before = (before.0 + least, before.1 + most);
        }
        None
    }
}

/// Whether the elements may take the tokens one by one.
fn holds(elements: &[Element], tokens: &[&str]) -> bool {
    let Some((token, rest)) = tokens.split_first() else { return true };
    let Some((element, after)) = elements.split_first() else { return false };
    let passed = element.width().0 == 0 && holds(after, tokens);
    passed || element.width().1 > 0 && element.may_be(token) && holds(after, rest)
}
