//! The stages of a pipeline file: naming, building and ordering them.

use std::ops::Range;

use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::deserialize;
use crate::erased::{BuildFailure, DynStage};
use crate::mistake::quoted;
use crate::{BuildError, Diagnostic, LayerId, Pipeline, PipelineFile, Registry, Setup, StageInfo, Step};

/// A stage that a file names.
struct Named {
    /// What is known of it, or of the one that seems to be meant.
    info: Option<&'static StageInfo>,
    at: Range<usize>,
    built: Option<Box<dyn DynStage>>,
}

impl<'a> PipelineFile<'a> {
    /// The stages, in their order. `None` if one of them could not be built;
    /// [`finish`](Self::finish) says why, and whether the others have mistakes.
    pub fn stages(&mut self, registry: &Registry, setup: &Setup) -> Option<Pipeline> {
        let mut named = Vec::new();
        for table in self.tables("stage") {
            named.extend(self.stage(table, registry, setup));
        }
        self.check_order(&named, registry);
        let built = named.into_iter().map(|stage| Some(Step { info: stage.info?, stage: stage.built? }));
        Some(Pipeline { steps: built.collect::<Option<_>>()?, ..Pipeline::default() })
    }

    fn stage(&mut self, table: Spanned<DeTable<'a>>, registry: &Registry, setup: &Setup) -> Option<Named> {
        let whole = table.span();
        let mut table = table.into_inner();
        let Some(name) = table.remove("use") else {
            let help = format!("add `use = \"…\"`; the stages are {}", quoted(&names(registry)));
            self.mistake(Diagnostic::new(whole, "this stage has no name").help(help));
            return None;
        };
        let (at, wanted) = (name.span(), name.get_ref().as_str());
        let Some(info) = wanted.and_then(|name| registry.get(name)) else {
            self.mistake(unknown_stage(&name, registry));
            let meant = wanted.and_then(|name| registry.nearest(name)).and_then(|name| registry.get(name));
            return Some(Named { info: meant, at, built: None });
        };
        let built = self.build(info, Spanned::new(whole, table), &at, setup);
        Some(Named { info: Some(info), at, built })
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
        let wrong_options = self.mistakes.len() > before;
        for mistake in &mut self.mistakes[before..] {
            mistake.help.get_or_insert_with(|| format!("`copydesk stages {}` lists the options", info.name));
        }
        match built? {
            Ok(stage) => Some(stage),
            Err(BuildError::Files(mut mistakes)) => {
                for mistake in &mut mistakes {
                    let help = || format!("`copydesk stages {}` says what such a file holds", info.name);
                    mistake.help.get_or_insert_with(help);
                }
                self.mistakes.append(&mut mistakes);
                None
            }
            // Perhaps it only misses the option that was wrong.
            Err(BuildError::Message { .. }) if wrong_options => None,
            Err(BuildError::Message { message, help }) => {
                let message = format!("stage `{}`: {message}", info.name);
                self.mistake(Diagnostic { help, ..Diagnostic::new(at.clone(), message) });
                None
            }
        }
    }

    /// Every layer that a stage reads must come from a stage before it.
    fn check_order(&mut self, stages: &[Named], registry: &Registry) {
        for (i, stage) in stages.iter().enumerate() {
            let Some(info) = stage.info else { continue };
            for layer in info.requires.iter().chain(info.uses) {
                if let Some(help) = missing(*layer, info, &stages[..i], &stages[i + 1..], registry) {
                    let verb = if info.requires.contains(layer) { "needs" } else { "reads" };
                    let message = format!("`{}` {verb} the layer `{}`", info.name, layer.name());
                    self.mistake(Diagnostic::new(stage.at.clone(), message).help(help));
                }
            }
        }
    }
}

/// What to do, if no stage before one provides a layer that it reads.
fn missing(
    layer: LayerId,
    info: &StageInfo,
    before: &[Named],
    after: &[Named],
    registry: &Registry,
) -> Option<String> {
    let provides = |stage: &&Named| stage.info.is_some_and(|info| info.provides.contains(&layer));
    if before.iter().any(|stage| provides(&stage)) {
        return None;
    }
    if let Some(later) = after.iter().find(provides).and_then(|later| later.info) {
        return Some(format!("move `{}` before it", later.name));
    }
    // A stage that nobody knows may be the one that provides it.
    let needed = info.requires.contains(&layer) && before.iter().all(|stage| stage.info.is_some());
    needed.then(|| format!("put one of these before it: {}", quoted(&makers(layer, registry))))
}

fn unknown_stage(name: &Spanned<DeValue<'_>>, registry: &Registry) -> Diagnostic {
    let Some(wrong) = name.get_ref().as_str() else {
        return Diagnostic::new(name.span(), "the name of a stage is a string")
            .help("write it in quotation marks");
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

fn makers(layer: LayerId, registry: &Registry) -> Vec<&'static str> {
    registry.iter().filter(|info| info.provides.contains(&layer)).map(|info| info.name).collect()
}
