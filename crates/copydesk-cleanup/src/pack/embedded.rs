//! The packs that come with the stage.

use super::load::Files;

/// Every file of the folder `packs`, by name.
static FILES: &[(&str, &str)] = include!(concat!(env!("OUT_DIR"), "/packs.rs"));

/// The file of a name.
pub(crate) fn embedded(name: &str) -> Option<&'static str> {
    FILES.iter().find(|(known, _)| *known == name).map(|(_, text)| *text)
}

/// The packs' names, sorted.
pub(crate) fn embedded_names() -> impl Iterator<Item = &'static str> {
    FILES.iter().filter_map(|(name, _)| name.strip_suffix(".toml"))
}

/// The files beside the embedded packs.
pub(crate) struct Embedded;

impl Files for Embedded {
    fn lexicon(&self, name: &str) -> Option<String> {
        embedded(&format!("{name}.csv")).map(str::to_owned)
    }
}
