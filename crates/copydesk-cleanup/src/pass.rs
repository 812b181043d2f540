//! The passes over a document: decode, repair, and again until nothing is left to do.

use std::ops::Range;

use copydesk_core::Lang;

use crate::compose::{self, Change, Edit};
use crate::engine::{Engine, Turn};
use crate::find::Find;
use crate::lens::Lens;
use crate::options::{GradeName, OriginOption};
use crate::origin::{self, Evidence};
use crate::page::Page;
use crate::scan::Scan;
use crate::verdict::{Court, Verdict, is_damaged, rank};

/// Repairs seldom make others possible; more rounds than this would be a rule that undoes another.
const MOST_PASSES: usize = 12;

/// One thread's working memory, and the outcome of a document.
#[derive(Default)]
pub(crate) struct Desk {
    scan: Scan,
    lens: Lens,
    finds: Vec<Find>,
    evidence: Evidence,
    edits: Vec<Edit>,
    /// The text as repaired; nothing if it is as it was given.
    pub(crate) text: String,
    /// Where it differs from the text that was given.
    pub(crate) changes: Vec<Change>,
    /// What is suspected, in places of the text that was given.
    pub(crate) flags: Vec<Find>,
    /// The language translated from, how sure it is, and what shows it.
    pub(crate) origin: Option<(Lang, f32, Vec<Range<usize>>)>,
    /// Whether the text, as repaired so far, shows another origin than the one that was found.
    doubted: bool,
}

/// What may be done.
pub(crate) struct Policy<'a> {
    pub(crate) engine: &'a Engine,
    pub(crate) grades: &'a [GradeName],
    pub(crate) origin: OriginOption,
}

impl Desk {
    /// Works on a text. Where its repair brings out another origin than the one found, no origin has a say before all other
    /// repairs are made; where that does not settle it, none has.
    pub(crate) fn work(&mut self, text: &str, policy: &Policy<'_>) {
        let plain = Policy { origin: OriginOption::None, ..*policy };
        self.start_over(policy);
        self.pass_over(text, policy);
        if self.doubted {
            self.start_over(&plain);
            self.pass_over(text, &plain);
            self.pass_over(text, policy);
        }
        if self.doubted {
            self.start_over(&plain);
            self.pass_over(text, &plain);
        }
        self.place_flags();
    }

    fn start_over(&mut self, policy: &Policy<'_>) {
        self.changes.clear();
        self.text.clear();
        self.origin = match policy.origin {
            OriginOption::Known(lang) => Some((lang, 1.0, Vec::new())),
            OriginOption::Auto | OriginOption::None => None,
        };
    }

    /// Every pass that a text needs.
    fn pass_over(&mut self, text: &str, policy: &Policy<'_>) {
        self.flags.clear();
        self.doubted = false;
        let mut passes = 0..MOST_PASSES;
        while passes.next().is_some() && self.decode(text, policy) {}
        let mut settled = false;
        while !settled && passes.next().is_some() {
            settled = !self.repair(text, policy);
        }
        if !settled {
            // They are places of the text before its last edits.
            self.flags.clear();
        }
    }

    /// One pass of the rules that decode; whether they changed the text.
    fn decode(&mut self, given: &str, policy: &Policy<'_>) -> bool {
        let (text, coded) = (present(given, &self.text, &self.changes), &policy.engine.coded.index);
        if coded.is_unusual() {
            self.scan.read_unusual(text, coded);
        } else {
            self.scan.read(text, coded);
        }
        self.lens.forget();
        self.finds.clear();
        self.look(given, Turn::Decode, policy);
        self.judge(given, policy);
        self.apply(given, policy)
    }

    /// One pass of all other rules; whether they changed the text.
    fn repair(&mut self, given: &str, policy: &Policy<'_>) -> bool {
        self.scan.read(present(given, &self.text, &self.changes), &policy.engine.net.index);
        self.lens.forget();
        self.finds.clear();
        self.look(given, Turn::Repair, policy);
        self.find_origin(given, policy);
        if let Some((lang, ..)) = self.origin {
            self.look(given, Turn::Note(lang), policy);
        }
        self.judge(given, policy);
        self.apply(given, policy)
    }

    fn look(&mut self, given: &str, turn: Turn, policy: &Policy<'_>) {
        let page = Page { text: present(given, &self.text, &self.changes), scan: &self.scan };
        policy.engine.look(page, &mut self.lens, turn, &mut self.finds);
    }

    /// Weighs the evidence: the first pass that shows enough says what the origin is, the later ones may raise doubt.
    fn find_origin(&mut self, given: &str, policy: &Policy<'_>) {
        self.doubted = false;
        if policy.origin != OriginOption::Auto || self.finds.is_empty() {
            return;
        }
        self.evidence.clear();
        let text = present(given, &self.text, &self.changes);
        for find in &self.finds {
            if let Some(shows) = policy.engine.units[find.unit].shows {
                self.evidence.add(shows, find.unit, text, find.span.clone());
            }
        }
        let Some((lang, weight)) = self.evidence.language(text.len()) else { return };
        if let Some((known, ..)) = self.origin {
            self.doubted = known != lang;
            return;
        }
        let spans = self.evidence.spans(lang);
        let spans = spans.into_iter().map(|span| compose::back(&self.changes, span)).collect();
        self.origin = Some((lang, origin::score(weight), spans));
    }

    /// Parts the finds into edits and flags.
    fn judge(&mut self, given: &str, policy: &Policy<'_>) {
        self.edits.clear();
        self.flags.clear();
        if self.finds.is_empty() {
            return;
        }
        let shown = self.origin.as_ref().map(|origin| origin.0);
        let page = Page { text: present(given, &self.text, &self.changes), scan: &self.scan };
        let company = shown.is_some() || is_damaged(&self.finds, page.text, policy.engine);
        let mut court = Court { page, lens: &mut self.lens, shown, company, policy };
        // In text order, a line's quotations are read once.
        self.finds.sort_by_key(|find| find.span.start);
        for mut find in self.finds.drain(..) {
            match court.verdict(&find) {
                Verdict::Edit => {
                    let with = find.with.take().expect("an edit says what it writes");
                    self.edits.push(Edit { span: find.span, with, unit: find.unit });
                }
                Verdict::Flag => self.flags.push(find),
                Verdict::Nothing => {}
            }
        }
        compose::keep_apart(&mut self.edits);
    }

    /// Makes the edits; whether there are any.
    fn apply(&mut self, given: &str, policy: &Policy<'_>) -> bool {
        let units = &policy.engine.units;
        let weaker = |a: usize, b: usize| {
            if rank(units[b].rule.grade()) >= rank(units[a].rule.grade()) { b } else { a }
        };
        if self.edits.is_empty() {
            return false;
        }
        if self.changes.is_empty() {
            given.clone_into(&mut self.text);
        }
        compose::apply(&mut self.text, &mut self.changes, &self.edits, weaker);
        true
    }

    fn place_flags(&mut self) {
        for flag in &mut self.flags {
            flag.span = compose::back(&self.changes, flag.span.clone());
        }
        self.flags.sort_by_key(|flag| (flag.span.start, flag.span.end, flag.unit));
        self.flags.dedup_by(|b, a| a.span == b.span && a.unit == b.unit);
    }
}

/// The text as it is now: most are never edited, so never copied.
fn present<'a>(given: &'a str, edited: &'a str, changes: &[Change]) -> &'a str {
    if changes.is_empty() { given } else { edited }
}
