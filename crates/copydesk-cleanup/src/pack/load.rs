//! Packs from their files, with every mistake at its place.

use std::cell::RefCell;
use std::collections::HashMap;
use std::ops::Range;
use std::sync::Arc;

use copydesk_core::{Diagnostic, PipelineFile, Place, Rule, RuleDoc};
use toml::Spanned;

use super::anchors;
use super::{Kind, PackHead, RuleFile, Scope, Unit};
use crate::detect;
use crate::lines::Lines;
use crate::list::List;
use crate::pattern::{self, Pattern};
use crate::setting::Setting;
use crate::template::Template;

/// The files beside a pack.
pub(crate) trait Files {
    /// The lexicon of a name, without its ending.
    fn lexicon(&self, name: &str) -> Option<String>;
}

/// A pack that is ready to run.
#[derive(Debug)]
pub(crate) struct Pack {
    pub(crate) units: Vec<Unit>,
    /// Where each rule stands in the file.
    pub(crate) places: Vec<Range<usize>>,
}

/// Reads a pack.
pub(crate) fn load(place: &Arc<Place>, files: &dyn Files) -> Result<Pack, Vec<Diagnostic>> {
    let mut file = PipelineFile::parse(&place.text);
    let head: PackHead = file.section("pack");
    let rules: Vec<Spanned<RuleFile>> = file.list("rule");
    let loader = Loader { head: &head, text: &place.text, files, lists: RefCell::default() };
    let mut pack = Pack { units: Vec::new(), places: Vec::new() };
    for rule in rules {
        pack.places.push(rule.span());
        match loader.unit(rule.into_inner()) {
            Ok(unit) => pack.units.push(unit),
            Err(mistakes) => mistakes.into_iter().for_each(|mistake| file.mistake(mistake)),
        }
    }
    if head.name.is_empty() {
        file.mistake(Diagnostic::new(0..0, "a pack needs a section `[pack]` with its `name`"));
    }
    let in_place =
        |mistakes: Vec<Diagnostic>| mistakes.into_iter().map(|m| m.in_file(place)).collect::<Vec<_>>();
    file.finish().map_err(in_place)?;
    Ok(pack)
}

pub(super) struct Loader<'a> {
    head: &'a PackHead,
    text: &'a str,
    files: &'a dyn Files,
    lists: RefCell<HashMap<String, Arc<List>>>,
}

impl Loader<'_> {
    fn unit(&self, mut rule: RuleFile) -> Result<Unit, Vec<Diagnostic>> {
        let id = format!("{}/{}", self.head.name, rule.id.get_ref());
        let kind = self.kind(&rule)?;
        let anchors = anchors::of(&kind, &rule, self)?;
        Ok(Unit {
            anchors,
            kind,
            action: rule.action,
            shows: self.head.language.filter(|_| rule.shows > 0.0).map(|lang| (lang, rule.shows)),
            decodes: self.head.decodes,
            quoted: rule.quoted,
            scope: match (rule.enabled, rule.company) {
                (false, _) => Scope::OnRequest,
                (true, true) => Scope::InCompany,
                (true, false) => Scope::Everywhere,
            },
            setting: Setting { line: rule.line, unless: std::mem::take(&mut rule.unless) },
            rule: Rule::named(id.as_str(), rule.grade),
            doc: self.doc(id, rule),
        })
    }

    fn doc(&self, id: String, rule: RuleFile) -> RuleDoc {
        RuleDoc {
            stage: "cleanup".into(),
            id,
            pack: self.head.name.clone(),
            class: rule.class,
            action: rule.action.name().into(),
            grade: rule.grade.to_string(),
            docs: rule.docs,
            change: rule.change.into_iter().map(Spanned::into_inner).collect(),
            keep: rule.keep.into_iter().map(Spanned::into_inner).collect(),
            harm: Some(rule.harm),
        }
    }

    fn kind(&self, rule: &RuleFile) -> Result<Kind, Vec<Diagnostic>> {
        if self.head.decodes && rule.detector.is_none() {
            let message = "a pack that `decodes` sees no tokens yet, so its rules are detectors";
            return Err(vec![Diagnostic::new(rule.id.span(), message)]);
        }
        match (&rule.table, &rule.lines, &rule.detector, rule.patterns.is_empty()) {
            (Some(name), None, None, true) => Ok(Kind::Table(self.named_list(name)?)),
            (None, Some(name), None, true) => Ok(Kind::Lines(Lines::from(&*self.named_list(name)?))),
            (None, None, Some(name), true) => {
                detect::find(name.get_ref()).map(Kind::Detector).ok_or_else(|| {
                    vec![Diagnostic::new(name.span(), format!("no detector `{}`", name.get_ref()))]
                })
            }
            (None, None, None, false) => self.patterns(rule).map(Kind::Patterns),
            _ => Err(vec![Diagnostic::new(
                rule.id.span(),
                "a rule has one of `patterns`, `table`, `lines` and `detector`",
            )]),
        }
    }

    fn patterns(&self, rule: &RuleFile) -> Result<Vec<(Pattern, Option<Template>)>, Vec<Diagnostic>> {
        let mut patterns = Vec::new();
        let mut mistakes = Vec::new();
        for text in &rule.patterns {
            match self.pattern(text, rule.replace.as_ref()) {
                Ok(pattern) => patterns.push(pattern),
                Err(more) => mistakes.extend(more),
            }
        }
        if mistakes.is_empty() { Ok(patterns) } else { Err(mistakes) }
    }

    fn pattern(
        &self,
        text: &Spanned<String>,
        replace: Option<&Spanned<String>>,
    ) -> Result<(Pattern, Option<Template>), Vec<Diagnostic>> {
        let find = |name: &str| self.list(name);
        let pattern = pattern::parse(text.get_ref(), &find).map_err(|mistakes| {
            mistakes
                .into_iter()
                .map(|m| Diagnostic { span: self.inside(text, m.span.clone()), ..m })
                .collect::<Vec<_>>()
        })?;
        let template = replace.map(|replace| {
            let template = Template::parse(replace.get_ref(), &pattern);
            template.map_err(|message| vec![Diagnostic::new(replace.span(), message)])
        });
        Ok((pattern, template.transpose()?))
    }

    /// A place in a string's value, as a place in the file.
    pub(super) fn inside(&self, value: &Spanned<String>, at: Range<usize>) -> Range<usize> {
        let start = value.span().start + 1;
        let plain = self.text.get(start..start + value.get_ref().len()) == Some(value.get_ref());
        if plain { start + at.start..start + at.end } else { value.span() }
    }

    pub(super) fn named_list(&self, name: &Spanned<String>) -> Result<Arc<List>, Vec<Diagnostic>> {
        self.list(name.get_ref()).ok_or_else(|| {
            vec![Diagnostic::new(name.span(), format!("no lexicon `{}.csv` beside the pack", name.get_ref()))]
        })
    }

    pub(super) fn list(&self, name: &str) -> Option<Arc<List>> {
        if let Some(known) = self.lists.borrow().get(name) {
            return Some(Arc::clone(known));
        }
        let list = Arc::new(List::parse(&self.files.lexicon(name)?));
        self.lists.borrow_mut().insert(name.to_owned(), Arc::clone(&list));
        Some(list)
    }
}
