//! Patterns from their text.

use std::ops::Range;
use std::sync::Arc;

use copydesk_core::Diagnostic;

use super::{Atom, Class, Element, Pattern, Presence};
use crate::list::List;

/// Gives the lexicon of a name.
pub(crate) type Find<'a> = dyn Fn(&str) -> Option<Arc<List>> + 'a;

/// Reads a pattern. The spans of mistakes lie in `text`.
pub(crate) fn parse(text: &str, find: &Find<'_>) -> Result<Pattern, Vec<Diagnostic>> {
    let mut mistakes = Vec::new();
    let mut elements = Vec::new();
    for word in words(text) {
        match element(&text[word.clone()], find) {
            Ok(element) => elements.push(element),
            Err(message) => mistakes.push(Diagnostic::new(word, message)),
        }
    }
    if elements.is_empty() && mistakes.is_empty() {
        mistakes.push(Diagnostic::new(0..text.len(), "an empty pattern matches nothing"));
    }
    if mistakes.is_empty() { Ok(Pattern { elements }) } else { Err(mistakes) }
}

fn words(text: &str) -> impl Iterator<Item = Range<usize>> + '_ {
    let place = |at: &mut usize, word: &str| {
        let start = *at;
        *at += word.len() + 1;
        Some(start..start + word.len())
    };
    text.split(' ').scan(0, place).filter(|word| !word.is_empty())
}

fn element(text: &str, find: &Find<'_>) -> Result<Element, String> {
    let (presence, rest) = presence(text);
    let (name, rest) = match rest.split_once('=') {
        Some((name, rest)) if is_identifier(name) => (Some(name.into()), rest),
        _ => (None, rest),
    };
    Ok(Element { atom: atom(rest, find)?, name, presence })
}

fn presence(text: &str) -> (Presence, &str) {
    let sign = |sign: char| text.strip_prefix(sign).filter(|rest| !rest.is_empty());
    if let Some(rest) = sign('!') {
        return (Presence::NotAhead, rest);
    }
    if let Some(rest) = sign('&') {
        return (Presence::Ahead, rest);
    }
    match text.strip_suffix('?').filter(|rest| !rest.is_empty()) {
        Some(rest) => (Presence::Optional, rest),
        None => (Presence::Once, text),
    }
}

fn is_identifier(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase())
}

fn atom(text: &str, find: &Find<'_>) -> Result<Atom, String> {
    if let Some(name) = text.strip_prefix('@').filter(|name| !name.is_empty()) {
        return find(name).map(Atom::List).ok_or_else(|| format!("no lexicon `{name}.csv` beside the pack"));
    }
    if let Some(name) = text.strip_prefix('<').and_then(|rest| rest.strip_suffix('>')) {
        let known = Class::NAMES.iter().find(|(known, _)| *known == name);
        return known
            .map(|(_, class)| Atom::Class(*class))
            .ok_or_else(|| format!("no class `<{name}>` of tokens"));
    }
    let forms = if text == "|" { vec![text.into()] } else { text.split('|').map(Into::into).collect() };
    Ok(Atom::Text(forms))
}
