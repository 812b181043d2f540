//! Replacements: text with `{name}` for what an element of the pattern took, `{name.to}` for what the lexicon gives for it,
//! `{name.small}` for it in small letters.

use crate::pattern::{Atom, Matched, Pattern, Presence, Tokens};

/// A replacement, its parts in order.
#[derive(Debug)]
pub(crate) struct Template(Vec<Part>);

#[derive(Debug)]
enum Part {
    Text(Box<str>),
    /// What the element of this index took, as it stands.
    Taken(usize),
    /// The same in small letters.
    Small(usize),
    /// What the lexicon gives for it.
    Meaning(usize),
}

impl Template {
    /// Reads a replacement for a pattern.
    pub(crate) fn parse(text: &str, pattern: &Pattern) -> Result<Self, String> {
        let mut parts = Vec::new();
        let mut rest = text;
        while let Some((before, after)) = rest.split_once('{') {
            let (name, after) = after.split_once('}').ok_or("a `{` without its `}`")?;
            parts.push(Part::Text(before.into()));
            parts.push(part(name, pattern)?);
            rest = after;
        }
        parts.push(Part::Text(rest.into()));
        Ok(Self(parts))
    }

    /// The replacement for a match.
    pub(crate) fn fill(&self, pattern: &Pattern, tokens: Tokens<'_>, matched: &Matched) -> String {
        let mut filled = String::new();
        for part in &self.0 {
            match part {
                Part::Text(text) => filled.push_str(text),
                Part::Taken(at) => push(&mut filled, taken(tokens, matched[*at])),
                Part::Small(at) => filled.push_str(&taken(tokens, matched[*at]).to_lowercase()),
                Part::Meaning(at) => filled.push_str(meaning(pattern, *at, taken(tokens, matched[*at]))),
            }
        }
        filled
    }
}

/// Adds what an element took; what took nothing needs no blank before it.
fn push(filled: &mut String, taken: &str) {
    if taken.is_empty() && filled.ends_with(' ') {
        filled.pop();
    }
    filled.push_str(taken);
}

fn part(name: &str, pattern: &Pattern) -> Result<Part, String> {
    let (name, form) = name.split_once('.').unwrap_or((name, ""));
    let at = pattern.elements.iter().position(|element| element.name.as_deref() == Some(name));
    let at = at.ok_or_else(|| format!("no element of the pattern is called `{name}`"))?;
    if matches!(pattern.elements[at].presence, Presence::Ahead | Presence::NotAhead) {
        return Err(format!("`{name}` looks ahead, so it takes nothing"));
    }
    match (form, &pattern.elements[at].atom) {
        ("", _) => Ok(Part::Taken(at)),
        ("small", _) => Ok(Part::Small(at)),
        ("to", Atom::List(_)) => Ok(Part::Meaning(at)),
        ("to", _) => Err(format!("`{name}` is of no lexicon, so it has no `.to`")),
        _ => Err(format!("`{{{name}.{form}}}`: after the name stands `.to`, `.small` or nothing")),
    }
}

fn taken(tokens: Tokens<'_>, (from, to): (usize, usize)) -> &str {
    if from == to {
        return "";
    }
    let span = tokens.outline.tokens[from].start as usize..tokens.outline.tokens[to - 1].end as usize;
    &tokens.text[span]
}

fn meaning<'a>(pattern: &'a Pattern, at: usize, form: &'a str) -> &'a str {
    match &pattern.elements[at].atom {
        Atom::List(list) => list.get(form).filter(|to| !to.is_empty()).unwrap_or(form),
        _ => form,
    }
}
