//! Pipeline files: reading them, and every mistake in them at once.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::deserialize::{self, nearest};
use crate::erased::{BuildFailure, DynStage};
use crate::{BuildError, Diagnostic, Pipeline, Registry, Setup, StageInfo, Step};

/// A pipeline file while it is read, section by section.
///
/// Nothing fails before [`finish`](Self::finish): mistakes are collected, so
/// that the user sees all of them.
pub struct PipelineFile<'a> {
    table: DeTable<'a>,
    known: Vec<&'static str>,
    mistakes: Vec<Diagnostic>,
}

impl<'a> PipelineFile<'a> {
    /// Reads the text of a file as TOML.
    #[must_use]
    pub fn parse(text: &'a str) -> Self {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mistakes =
            errors.iter().map(|e| Diagnostic::new(e.span().unwrap_or(0..0), e.message())).collect();
        Self { table: table.into_inner(), known: Vec::new(), mistakes }
    }

    /// The section of a name, typed; its default where it is left out or wrong.
    pub fn section<T: DeserializeOwned + Default>(&mut self, name: &'static str) -> T {
        let Some(value) = self.take(name) else { return T::default() };
        let Some(table) = self.table_of(value, || format!("`{name}` is a table: write `[{name}]`")) else {
            return T::default();
        };
        deserialize::table(table, &mut self.mistakes).unwrap_or_default()
    }

    /// The tables of a list, typed, each with its place; wrong ones are left out.
    pub fn list<T: DeserializeOwned>(&mut self, name: &'static str) -> Vec<Spanned<T>> {
        let mut list = Vec::new();
        for table in self.tables(name) {
            let span = table.span();
            list.extend(deserialize::table(table, &mut self.mistakes).map(|value| Spanned::new(span, value)));
        }
        list
    }

    /// The stages. `None` if there is a mistake in them, or none is named.
    pub fn stages(&mut self, registry: &Registry, setup: &Setup) -> Option<Pipeline> {
        let mut named = Vec::new();
        for table in self.tables("stage") {
            named.extend(self.stage(table, registry, setup));
        }
        self.check_order(&named, registry);
        let built = named.into_iter().map(|stage| Some(Step { info: stage.info, stage: stage.built? }));
        Some(Pipeline { steps: built.collect::<Option<_>>()?, ..Pipeline::default() })
    }

    /// Notes a mistake that the caller found.
    pub fn mistake(&mut self, mistake: Diagnostic) {
        self.mistakes.push(mistake);
    }

    /// Ends the reading.
    ///
    /// # Errors
    ///
    /// Everything that is wrong in the file, in its order.
    pub fn finish(mut self) -> Result<(), Vec<Diagnostic>> {
        for (key, _) in &self.table {
            let mistake = Diagnostic::new(key.span(), format!("unknown section `{}`", key.get_ref()));
            let help = match nearest(key.get_ref(), self.known.iter().copied()) {
                Some(guess) => format!("did you mean `{guess}`?"),
                None => format!("the sections are {}", quoted(&self.known)),
            };
            self.mistakes.push(mistake.help(help));
        }
        self.mistakes.sort_by_key(|mistake| (mistake.place.is_some(), mistake.span.start));
        if self.mistakes.is_empty() { Ok(()) } else { Err(self.mistakes) }
    }

    fn take(&mut self, name: &'static str) -> Option<Spanned<DeValue<'a>>> {
        self.known.push(name);
        self.table.remove(name)
    }

    fn tables(&mut self, name: &'static str) -> Vec<Spanned<DeTable<'a>>> {
        let Some(value) = self.take(name) else { return Vec::new() };
        let span = value.span();
        let DeValue::Array(list) = value.into_inner() else {
            self.mistakes
                .push(Diagnostic::new(span, format!("`{name}` is a list of tables: write `[[{name}]]`")));
            return Vec::new();
        };
        list.into_iter()
            .filter_map(|entry| {
                self.table_of(entry, || format!("`{name}` is a list of tables: write `[[{name}]]`"))
            })
            .collect()
    }

    fn table_of(
        &mut self,
        value: Spanned<DeValue<'a>>,
        wrong: impl Fn() -> String,
    ) -> Option<Spanned<DeTable<'a>>> {
        let span = value.span();
        if let DeValue::Table(table) = value.into_inner() {
            return Some(Spanned::new(span, table));
        }
        self.mistakes.push(Diagnostic::new(span, wrong()));
        None
    }

    fn stage(
        &mut self,
        table: Spanned<DeTable<'a>>,
        registry: &Registry,
        setup: &Setup,
    ) -> Option<NamedStage> {
        let whole = table.span();
        let mut table = table.into_inner();
        let Some(name) = table.remove("use") else {
            let help = format!("add `use = \"…\"`; the stages are {}", quoted(&names(registry)));
            self.mistakes.push(Diagnostic::new(whole, "this stage has no name").help(help));
            return None;
        };
        let at = name.span();
        let Some(info) = name.get_ref().as_str().and_then(|name| registry.get(name)) else {
            self.mistakes.push(unknown_stage(&name, registry));
            return None;
        };
        let built = self.build(info, Spanned::new(whole, table), &at, setup);
        Some(NamedStage { info, at, built })
    }

    fn build(
        &mut self,
        info: &StageInfo,
        table: Spanned<DeTable<'a>>,
        at: &Range<usize>,
        setup: &Setup,
    ) -> Option<Box<dyn DynStage>> {
        let before = self.mistakes.len();
        let built =
            deserialize::build(table, &mut self.mistakes, |options| match (info.build)(options, setup) {
                Ok(stage) => Ok(Ok(stage)),
                Err(BuildFailure::Build(error)) => Ok(Err(error)),
                Err(BuildFailure::Options(error)) => Err(error),
            });
        for mistake in &mut self.mistakes[before..] {
            mistake.help.get_or_insert_with(|| format!("`copydesk stages {}` lists the options", info.name));
        }
        match built? {
            Ok(stage) => Some(stage),
            Err(BuildError::Files(mistakes)) => {
                self.mistakes.extend(mistakes);
                None
            }
            Err(BuildError::Message { message, help }) => {
                let message = format!("stage `{}`: {message}", info.name);
                self.mistakes.push(Diagnostic { help, ..Diagnostic::new(at.clone(), message) });
                None
            }
        }
    }

    /// Every layer that a stage reads must come from a stage before it.
    fn check_order(&mut self, stages: &[NamedStage], registry: &Registry) {
        for (i, stage) in stages.iter().enumerate() {
            for layer in stage.info.requires.iter().chain(stage.info.uses) {
                let provides = |other: &&NamedStage| other.info.provides.contains(layer);
                if stages[..i].iter().any(|before| provides(&before)) {
                    continue;
                }
                let later = stages[i + 1..].iter().find(provides);
                let needed = stage.info.requires.contains(layer);
                let help = match later {
                    Some(after) => format!("move `{}` before it", after.info.name),
                    None if needed => {
                        format!("put one of these before it: {}", quoted(&makers(*layer, registry)))
                    }
                    None => continue,
                };
                let verb = if needed { "needs" } else { "reads" };
                let message = format!("`{}` {verb} the layer `{}`", stage.info.name, layer.name());
                self.mistakes.push(Diagnostic::new(stage.at.clone(), message).help(help));
            }
        }
    }
}

/// A stage that a file names, built or not.
struct NamedStage {
    info: &'static StageInfo,
    at: Range<usize>,
    built: Option<Box<dyn DynStage>>,
}

fn unknown_stage(name: &Spanned<DeValue<'_>>, registry: &Registry) -> Diagnostic {
    let Some(wrong) = name.get_ref().as_str() else {
        return Diagnostic::new(name.span(), "the name of a stage is a string");
    };
    let help = match registry.nearest(wrong) {
        Some(guess) => format!("did you mean `{guess}`?"),
        None => format!("the stages are {}", quoted(&names(registry))),
    };
    Diagnostic::new(name.span(), format!("no stage named `{wrong}` is linked into this program")).help(help)
}

fn names(registry: &Registry) -> Vec<&'static str> {
    registry.iter().map(|info| info.name).collect()
}

fn makers(layer: crate::LayerId, registry: &Registry) -> Vec<&'static str> {
    registry.iter().filter(|info| info.provides.contains(&layer)).map(|info| info.name).collect()
}

fn quoted(names: &[&str]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}
