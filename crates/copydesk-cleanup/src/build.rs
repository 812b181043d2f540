//! The engine of a pipeline, from its options.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use copydesk_core::{BuildError, Diagnostic, Place, Setup};

use crate::engine::Engine;
use crate::options::Options;
use crate::pack::{Embedded, Files, Pack, Scope, Unit, embedded, embedded_names, load};

/// Builds the engine of the packs that the options name.
pub(crate) fn engine(options: &Options, setup: &Setup) -> Result<Engine, BuildError> {
    let mut units = Vec::new();
    let mut mistakes = Vec::new();
    for name in &options.packs {
        match pack(name, setup)? {
            Ok(pack) => units.extend(pack.units),
            Err(more) => mistakes.extend(more),
        }
    }
    if !mistakes.is_empty() {
        return Err(mistakes.into());
    }
    select(&mut units, options)?;
    Ok(Engine::new(units))
}

type Loaded = Result<Pack, Vec<Diagnostic>>;

fn pack(name: &str, setup: &Setup) -> Result<Loaded, BuildError> {
    if let Some(text) = embedded(&format!("{name}.toml")) {
        let place = Place { name: format!("{name}.toml"), text: text.to_owned() };
        return Ok(load(&Arc::new(place), &Embedded));
    }
    if Path::new(name).extension().is_none_or(|ending| ending != "toml") {
        let known: Vec<_> = embedded_names().map(|name| format!("`{name}`")).collect();
        let help = format!(
            "the packs are {}; your own is named by its path, which ends in `.toml`",
            known.join(", ")
        );
        return Err(BuildError::Message { message: format!("no pack `{name}`"), help: Some(help) });
    }
    let path = setup.resolve(name);
    let text = fs::read_to_string(&path)
        .map_err(|error| BuildError::from(format!("the pack {}: {error}", path.display())))?;
    let place = Arc::new(Place { name: name.to_owned(), text });
    Ok(load(&place, &Beside(&path)).and_then(|pack| crate::proof::check(pack, &place)))
}

/// The files beside a user's pack, and those of the embedded ones.
struct Beside<'a>(&'a Path);

impl Files for Beside<'_> {
    fn lexicon(&self, name: &str) -> Option<String> {
        let path: PathBuf = self.0.with_file_name(format!("{name}.csv"));
        fs::read_to_string(path).ok().or_else(|| Embedded.lexicon(name))
    }
}

/// Leaves out the rules that the options switch off.
fn select(units: &mut Vec<Unit>, options: &Options) -> Result<(), BuildError> {
    for name in options.disable.iter().chain(&options.enable) {
        if !units.iter().any(|unit| is_named(unit, name)) {
            return Err(BuildError::Message {
                message: format!("no rule or pack `{name}` among the packs in use"),
                help: Some("`copydesk rules` lists every rule with its id".into()),
            });
        }
    }
    let named = |names: &[String], unit: &Unit| names.iter().any(|name| is_named(unit, name));
    units.retain(|unit| {
        (unit.scope != Scope::OnRequest || named(&options.enable, unit)) && !named(&options.disable, unit)
    });
    Ok(())
}

fn is_named(unit: &Unit, name: &str) -> bool {
    unit.doc.id == name || unit.doc.pack == name
}
