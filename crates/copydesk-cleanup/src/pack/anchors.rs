//! The literal texts that a rule's matches hold, and what to look at where one stands.

use copydesk_core::Diagnostic;
use toml::Spanned;

use super::load::Loader;
use super::{How, Kind, RuleFile};
use crate::detect::Detector;
use crate::index::can_be_found;
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
        Kind::Detector(detector) => of_detector(*detector, rule, loader),
    }
}

fn of_detector(
    detector: Detector,
    rule: &RuleFile,
    loader: &Loader<'_>,
) -> Result<Vec<(String, How)>, Vec<Diagnostic>> {
    if detector.needs_anchors() == rule.anchors.is_empty() {
        let needs = if rule.anchors.is_empty() { "needs" } else { "has no use for" };
        let message = format!("the detector {needs} `anchors`");
        return Err(vec![Diagnostic::new(rule.id.span(), message)]);
    }
    let mut anchors = Vec::new();
    for anchor in &rule.anchors {
        anchors.extend(forms(anchor, loader)?.into_iter().map(|form| (form, How::Detector)));
    }
    Ok(anchors)
}

/// What an anchor stands for: `a|b` is one of these words, `@list` one of a lexicon's.
fn forms(anchor: &Spanned<String>, loader: &Loader<'_>) -> Result<Vec<String>, Vec<Diagnostic>> {
    let mistake =
        |message: String| vec![Diagnostic::new(loader.inside(anchor, 0..anchor.get_ref().len()), message)];
    let mut forms = vec![String::new()];
    for (at, word) in anchor.get_ref().split(' ').enumerate() {
        let words: Vec<String> = match word.strip_prefix('@').filter(|name| !name.is_empty()) {
            Some(name) => {
                let list = loader.list(name);
                let list = list.ok_or_else(|| mistake(format!("no lexicon `{name}.csv` beside the pack")))?;
                list.entries.iter().map(|entry| entry.form.to_string()).collect()
            }
            None => word.split('|').map(str::to_owned).collect(),
        };
        let blank = if at > 0 { " " } else { "" };
        let longer =
            |form: &String| words.iter().map(|word| format!("{form}{blank}{word}")).collect::<Vec<_>>();
        forms = forms.iter().flat_map(longer).collect();
    }
    if !forms.iter().all(|form| can_be_found(form)) {
        return Err(mistake("an anchor needs a letter or a sign, and no more than 64 KiB".to_owned()));
    }
    Ok(forms)
}

fn of_patterns(
    patterns: &[(Pattern, Option<Template>)],
    rule: &RuleFile,
    loader: &Loader<'_>,
) -> Result<Vec<(String, How)>, Vec<Diagnostic>> {
    let mut anchors = Vec::new();
    let mut mistakes = Vec::new();
    for anchor in &rule.anchors {
        let mut known = false;
        for form in forms(anchor, loader)? {
            known |= add(&form, patterns, &mut anchors);
        }
        if !known {
            let place = loader.inside(anchor, 0..anchor.get_ref().len());
            mistakes.push(Diagnostic::new(place, "the anchor stands in none of the patterns"));
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
        let Some((least, most)) = pattern.before_anchor(&anchor.replace('#', "1")) else { continue };
        let how = How::Pattern { index, least, most };
        anchors.push((anchor.to_owned(), how));
        if most == 0 {
            anchors.extend(capitalized(anchor).map(|anchor| (anchor, how)));
        }
    }
    anchors.len() > known
}

/// The entries themselves.
fn of_entries(list: &List) -> Vec<(String, How)> {
    let mut anchors = Vec::new();
    for (index, entry) in list.entries.iter().enumerate() {
        let how = How::Entry { index };
        anchors.push((entry.form.to_string(), how));
        anchors.extend(capitalized(&entry.form).map(|anchor| (anchor, how)));
    }
    anchors
}

/// The text with a capital first, if it starts small.
fn capitalized(text: &str) -> Option<String> {
    let first = text.chars().next().filter(|c| c.is_lowercase())?;
    Some(first.to_uppercase().chain(text.chars().skip(1)).collect())
}
