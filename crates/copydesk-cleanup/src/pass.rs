//! The passes over a document: decode, repair, and again until nothing is left to do.

use std::ops::Range;

use copydesk_core::{Grade, Lang, Reading as _};
use copydesk_text::Outline;

use crate::compose::{self, Change, Edit};
use crate::engine::{Engine, Hit};
use crate::find::Find;
use crate::options::{GradeName, OriginOption};
use crate::origin::{self, Evidence};
use crate::pattern::Tokens;
use crate::quoted::Quoted;
use crate::reading::Reading;
use crate::survey::Survey;
use crate::verdict::{Court, Verdict, is_damaged};

/// Repairs seldom make others possible; more rounds than this would be a rule that undoes another.
const MOST_PASSES: usize = 6;

/// One thread's working memory, and the outcome of a document.
#[derive(Default)]
pub(crate) struct Desk {
    outline: Outline,
    hits: Vec<Hit>,
    survey: Survey,
    finds: Vec<Find>,
    quoted: Quoted,
    evidence: Evidence,
    edits: Vec<Edit>,
    /// The text as repaired.
    pub(crate) text: String,
    /// Where it differs from the text that was given.
    pub(crate) changes: Vec<Change>,
    /// What is suspected, in places of the text that was given.
    pub(crate) flags: Vec<Find>,
    /// The language translated from, how sure it is, and what shows it.
    pub(crate) origin: Option<(Lang, f32, Vec<Range<usize>>)>,
}

/// What may be done.
pub(crate) struct Policy<'a> {
    pub(crate) engine: &'a Engine,
    pub(crate) grades: &'a [GradeName],
    pub(crate) origin: OriginOption,
}

impl Desk {
    /// Works on a text; `outline` gives its reading, if it is needed before the text has changed.
    pub(crate) fn work<'a>(&mut self, text: &str, outline: impl Fn() -> &'a Outline, policy: &Policy<'_>) {
        self.changes.clear();
        self.flags.clear();
        self.origin = match policy.origin {
            OriginOption::Known(lang) => Some((lang, 1.0, Vec::new())),
            OriginOption::Auto | OriginOption::None => None,
        };
        text.clone_into(&mut self.text);
        let mut passes = 0..MOST_PASSES;
        passes.by_ref().find(|_| !self.decode(policy));
        let mut own = std::mem::take(&mut self.outline);
        for _ in passes {
            let outline = if self.changes.is_empty() {
                outline()
            } else {
                own.read(&self.text);
                &own
            };
            if !self.repair(outline, policy) {
                break;
            }
            policy.engine.hits(&self.text, &mut self.hits);
        }
        self.outline = own;
        self.place_flags();
    }

    /// One pass of the rules that decode, which see characters and no tokens; whether they changed the text.
    fn decode(&mut self, policy: &Policy<'_>) -> bool {
        let (outline, survey) = (Outline::default(), Survey::default());
        policy.engine.hits(&self.text, &mut self.hits);
        self.finds.clear();
        let reading = Reading { tokens: Tokens { text: &self.text, outline: &outline }, survey: &survey };
        policy.engine.look(reading, &self.hits, true, &mut self.finds);
        self.judge(&outline, policy);
        self.apply(policy.engine)
    }

    /// One pass of all other rules; whether they changed the text.
    fn repair(&mut self, outline: &Outline, policy: &Policy<'_>) -> bool {
        self.survey.read(&self.text, outline);
        self.finds.clear();
        let reading = Reading { tokens: Tokens { text: &self.text, outline }, survey: &self.survey };
        policy.engine.look(reading, &self.hits, false, &mut self.finds);
        self.find_origin(policy);
        self.judge(outline, policy);
        self.apply(policy.engine)
    }

    /// Weighs the evidence of the first pass that shows enough.
    fn find_origin(&mut self, policy: &Policy<'_>) {
        if self.origin.is_some() || policy.origin != OriginOption::Auto || self.finds.is_empty() {
            return;
        }
        self.evidence.clear();
        for find in &self.finds {
            if let Some(shows) = policy.engine.units[find.unit].shows {
                self.evidence.add(shows, find.unit, &self.text, find.span.clone());
            }
        }
        let Some((lang, weight)) = self.evidence.language(self.text.len()) else { return };
        let spans = self.evidence.spans(lang);
        let spans = spans.into_iter().map(|span| compose::back(&self.changes, span)).collect();
        self.origin = Some((lang, origin::score(weight), spans));
    }

    /// Parts the finds into edits and flags.
    fn judge(&mut self, outline: &Outline, policy: &Policy<'_>) {
        self.edits.clear();
        self.flags.clear();
        if self.finds.is_empty() {
            return;
        }
        self.quoted.read(outline);
        let shown = self.origin.as_ref().map(|origin| origin.0);
        let company = shown.is_some() || is_damaged(&self.finds, &self.text, policy.engine);
        let court = Court { text: &self.text, quoted: &self.quoted, shown, company, policy };
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
        keep_apart(&mut self.edits);
    }

    /// Makes the edits; whether there are any.
    fn apply(&mut self, engine: &Engine) -> bool {
        let weaker = |a: usize, b: usize| {
            if rank(engine.units[b].rule.grade()) >= rank(engine.units[a].rule.grade()) { b } else { a }
        };
        if !self.edits.is_empty() {
            compose::apply(&mut self.text, &mut self.changes, &self.edits, weaker);
        }
        !self.edits.is_empty()
    }

    fn place_flags(&mut self) {
        for flag in &mut self.flags {
            flag.span = compose::back(&self.changes, flag.span.clone());
        }
        self.flags.sort_by_key(|flag| (flag.span.start, flag.span.end, flag.unit));
        self.flags.dedup_by(|b, a| a.span == b.span && a.unit == b.unit);
    }
}

fn rank(grade: Grade) -> u8 {
    match grade {
        Grade::Shape => 0,
        Grade::Document => 1,
        Grade::Origin(_) => 2,
        Grade::Style => 3,
    }
}

/// Of edits that overlap, keeps the one that starts first, or the longer one.
fn keep_apart(edits: &mut Vec<Edit>) {
    edits.sort_by(|a, b| (a.span.start, b.span.end, a.unit).cmp(&(b.span.start, a.span.end, b.unit)));
    let mut last: Option<Range<usize>> = None;
    edits.retain(|edit| {
        let free =
            last.as_ref().is_none_or(|last| edit.span.start >= last.end && edit.span.start > last.start);
        if free {
            last = Some(edit.span.clone());
        }
        free
    });
}
