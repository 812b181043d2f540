//! A rule that is ready to run.

use std::sync::Arc;

use copydesk_core::{Grade, Lang, Rule, RuleDoc};

use super::Action;
use crate::detect::Detector;
use crate::lines::Lines;
use crate::list::List;
use crate::pattern::Pattern;
use crate::setting::Setting;
use crate::template::Template;

/// A rule of a pack.
#[derive(Debug)]
pub(crate) struct Unit {
    /// Its id and the evidence it needs.
    pub(crate) rule: Rule,
    pub(crate) action: Action,
    pub(crate) kind: Kind,
    pub(crate) anchors: Vec<(String, How)>,
    /// The pack's language, and how much a match says for it.
    pub(crate) shows: Option<(Lang, f32)>,
    pub(crate) decodes: bool,
    /// Whether it may change words in quotation marks.
    pub(crate) quoted: bool,
    pub(crate) scope: Scope,
    pub(crate) setting: Setting,
    pub(crate) doc: RuleDoc,
}

impl Unit {
    /// The language without which the rule says nothing: it only flags, on the evidence that the text is from it, and is
    /// no evidence itself.
    pub(crate) fn waits_for(&self) -> Option<Lang> {
        match self.rule.grade() {
            Grade::Origin(lang) if self.action == Action::Flag && self.shows.is_none() => Some(lang),
            _ => None,
        }
    }
}

/// Where a rule works.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Scope {
    /// Everywhere.
    Everywhere,
    /// Where the text needs another repair too, or shows its origin.
    InCompany,
    /// Where the options name it.
    OnRequest,
}

/// How a rule looks at a place.
#[derive(Debug)]
pub(crate) enum Kind {
    /// Patterns, each with its replacement.
    Patterns(Vec<(Pattern, Option<Template>)>),
    /// Forms, each with what it stands for.
    Table(Arc<List>),
    /// Whole lines.
    Lines(Lines),
    /// A function.
    Detector(Detector),
}

/// What to look at when an anchor is found.
#[derive(Clone, Copy, Debug)]
pub(crate) enum How {
    /// The pattern of this index, from so many tokens before.
    Pattern { index: usize, least: usize, most: usize },
    /// The entry of this index.
    Entry { index: usize },
    /// The detector.
    Detector,
}
