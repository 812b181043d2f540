//! Cargo projects that depend on Copydesk's crates: where those come from, and how files of a template are filled in.

use std::fs;
use std::path::Path;

/// Where Copydesk's own crates come from.
pub(crate) enum Source<'a> {
    /// The registry, in this program's version.
    Registry,
    /// A checkout.
    Checkout(&'a Path),
}

impl<'a> Source<'a> {
    /// By what the command line says.
    pub(crate) fn of(checkout: Option<&'a Path>) -> Result<Self, String> {
        match checkout {
            None => Ok(Self::Registry),
            Some(path) if path.join("crates/copydesk-core/Cargo.toml").exists() => Ok(Self::Checkout(path)),
            Some(path) => {
                Err(format!("{} is no checkout of Copydesk: it has no crates/copydesk-core", path.display()))
            }
        }
    }

    /// One of the crates, as a manifest names it.
    pub(crate) fn dependency(&self, krate: &str) -> Result<String, String> {
        match self {
            Self::Registry => Ok(format!("\"{}\"", env!("CARGO_PKG_VERSION"))),
            Self::Checkout(path) => path_dependency(&path.join("crates").join(krate)),
        }
    }
}

/// A crate in a folder, as a manifest names it.
pub(crate) fn path_dependency(folder: &Path) -> Result<String, String> {
    let path = folder.canonicalize().map_err(|error| format!("cannot read {}: {error}", folder.display()))?;
    Ok(format!("{{ path = '{}' }}", path.display()))
}

/// Writes a file, with the folders above it.
pub(crate) fn write(path: &Path, text: &str) -> Result<(), String> {
    let folder = path.parent().unwrap_or(Path::new(""));
    let written = fs::create_dir_all(folder).and_then(|()| fs::write(path, text));
    written.map_err(|error| format!("cannot write {}: {error}", path.display()))
}
