//! The literal texts that a rule's matches hold, and what to look at where one stands.

use copydesk_core::Diagnostic;

use super::load::Loader;
use super::{How, Kind, RuleFile};
use crate::list::List;
use crate::pattern::Pattern;
use crate::template::Template;

/// The anchors of a rule. A pattern rule names them; the entries of a table are their own.
pub(super) fn of(
    kind: &Kind,
    rule: &RuleFile,
    loader: &Loader<'_>,
) -> Result<Vec<(String, How)>, Vec<Diagnostic>> {
    match kind {
        Kind::Patterns(patterns) => of_patterns(patterns, rule, loader),
        Kind::Table(list) => Ok(of_entries(list)),
        Kind::Lines(_) => Ok(Vec::new()),
        Kind::Detector(_) => {
            Ok(rule.anchors.iter().map(|anchor| (anchor.get_ref().clone(), How::Detector)).collect())
        }
    }
}

fn of_patterns(
    patterns: &[(Pattern, Option<Template>)],
    rule: &RuleFile,
    loader: &Loader<'_>,
) -> Result<Vec<(String, How)>, Vec<Diagnostic>> {
    let mut anchors = Vec::new();
    let mut mistakes = Vec::new();
    for anchor in &rule.anchors {
        if !add(anchor.get_ref(), patterns, &mut anchors) {
            let place = loader.inside(anchor, 0..anchor.get_ref().len());
            mistakes.push(Diagnostic::new(place, "the anchor stands in none of the patterns"));
        }
    }
    if let Some(name) = &rule.anchors_from {
        for entry in &loader.named_list(name)?.entries {
            add(&entry.form, patterns, &mut anchors);
        }
    }
    if anchors.is_empty() && mistakes.is_empty() {
        mistakes.push(
            Diagnostic::new(rule.id.span(), "the rule has patterns, but no `anchors`")
                .help("name texts of which every match holds one, the rarer the better"),
        );
    }
    if mistakes.is_empty() { Ok(anchors) } else { Err(mistakes) }
}

/// Adds an anchor for every pattern that it stands in; whether there is one.
fn add(anchor: &str, patterns: &[(Pattern, Option<Template>)], anchors: &mut Vec<(String, How)>) -> bool {
    let known = anchors.len();
    for (index, (pattern, _)) in patterns.iter().enumerate() {
        let Some((least, most)) = pattern.before_anchor(anchor) else { continue };
        let how = How::Pattern { index, least, most };
        anchors.push((anchor.to_owned(), how));
        if most == 0 {
            anchors.extend(capitalized(anchor).map(|anchor| (anchor, how)));
        }
    }
    anchors.len() > known
}

/// For each entry its longest word, which is likely its rarest.
fn of_entries(list: &List) -> Vec<(String, How)> {
    let mut anchors = Vec::new();
    for (index, entry) in list.entries.iter().enumerate() {
        let (offset, word) = longest_word(&entry.form);
        let how = How::Entry { index, offset };
        anchors.push((word.to_owned(), how));
        if offset == 0 {
            anchors.extend(capitalized(word).map(|anchor| (anchor, how)));
        }
    }
    anchors
}

fn longest_word(form: &str) -> (usize, &str) {
    let words = form.split_inclusive(' ').scan(0, |at, word| {
        let start = *at;
        *at += word.len();
        Some((start, word.trim_end()))
    });
    words.max_by_key(|(start, word)| (word.len(), *start)).unwrap_or((0, form))
}

/// The text with a capital first, if it starts small.
fn capitalized(text: &str) -> Option<String> {
    let first = text.chars().next().filter(|c| c.is_lowercase())?;
    Some(first.to_uppercase().chain(text.chars().skip(1)).collect())
}
