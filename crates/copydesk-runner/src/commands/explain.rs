//! `copydesk explain`: one document, with every edit and annotation.

use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::slice;

use copydesk_core::{Document, Registry, Verdict, nearest};

use crate::documents;
use crate::explain::{Explained, html, terminal};
use crate::load::{Loaded, load};
use crate::run::plan;
use crate::talk::{columns, print, say, show};

/// Shows what a pipeline does to one document: every edit with its rule and evidence, every annotation in its colour.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The pipeline file.
    config: PathBuf,
    /// The file of the document, or `-` for standard input.
    file: String,
    /// Which document of the file; the first where it is left out.
    #[arg(long)]
    id: Option<String>,
    /// Only these layers.
    #[arg(long, value_delimiter = ',')]
    layers: Vec<String>,
    /// Write a page for a browser, which needs no other file.
    #[arg(long)]
    html: bool,
}

/// Shows the document.
pub(crate) fn run(arguments: &Arguments, registry: &Registry) -> Result<ExitCode, String> {
    let loaded = match load(&arguments.config, registry) {
        Ok(loaded) => loaded,
        Err(code) => return Ok(code),
    };
    known(&arguments.layers, registry)?;
    let mut doc = find(arguments, &loaded)?;
    match loaded.pipeline.run(&mut doc, &mut loaded.pipeline.worker()) {
        Ok(Verdict::Keep) => {}
        Ok(Verdict::Drop { stage, reason }) => {
            say(&format!("`{stage}` drops the document: {}", reason.name()));
        }
        Err(failure) => return Err(format!("{}: {failure}", doc.id())),
    }
    let shown = Explained::new(&doc, &arguments.layers);
    if arguments.html { print(&html::page(&shown)) } else { show(&terminal::page(&shown, columns())) }
}

/// Every layer that is asked for is one that a stage writes.
fn known(layers: &[String], registry: &Registry) -> Result<(), String> {
    let known: Vec<_> = registry.layers().iter().map(|layer| layer.name()).collect();
    let Some(wrong) = layers.iter().find(|layer| !known.contains(&layer.as_str())) else { return Ok(()) };
    let hint = nearest(wrong, known.iter().copied());
    let hint =
        hint.map_or(format!("the layers are {}", known.join(", ")), |near| format!("did you mean `{near}`?"));
    Err(format!("no stage writes a layer `{wrong}`: {hint}"))
}

/// The document that is asked for.
fn find(arguments: &Arguments, loaded: &Loaded) -> Result<Document, String> {
    let inputs = plan::inputs(slice::from_ref(&arguments.file), Path::new(""), None)?;
    let mut found = None;
    documents::each(&inputs, &loaded.sections, |doc| {
        if arguments.id.as_ref().is_some_and(|id| doc.id() != id) {
            return ControlFlow::Continue(());
        }
        found = Some(std::mem::take(doc));
        ControlFlow::Break(())
    })?;
    found.ok_or_else(|| match &arguments.id {
        Some(id) => format!("{} has no document `{id}`", arguments.file),
        None => format!("{} has no document", arguments.file),
    })
}
