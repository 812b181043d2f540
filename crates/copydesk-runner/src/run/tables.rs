//! The flat tables that a run writes beside the records.

use std::path::PathBuf;

use copydesk_core::{Artifact, Diagnostic, LayerId, OffsetUnit, Pipeline, nearest};
use copydesk_io::{Table, TableFormat, TableRows};
use toml::Spanned;

use super::names::Names;

/// The flat tables of a run.
#[derive(Clone, Debug, Default)]
pub(crate) struct Tables {
    tables: Vec<Table>,
    /// Their form.
    pub(crate) format: TableFormat,
}

/// A flat table's files.
#[derive(Clone, Debug)]
pub(crate) struct TableFile {
    /// Its name in the output folder.
    pub(crate) name: PathBuf,
    /// Its form.
    pub(crate) format: TableFormat,
    /// What it begins with, and all that it holds if there is no row.
    pub(crate) head: Vec<u8>,
}

/// Every layer that a pipeline may write.
pub(crate) fn layers(pipeline: &Pipeline) -> Vec<LayerId> {
    if pipeline.steps.is_empty() {
        return Vec::new();
    }
    let provided = pipeline.steps.iter().flat_map(|step| step.info.provides.iter().copied());
    let mut layers: Vec<_> = provided.chain([LayerId::of::<Artifact>()]).collect();
    layers.sort_by_key(|layer| layer.name());
    layers.dedup();
    layers
}

/// What is wrong with the names of flat tables.
pub(crate) fn mistakes(wanted: &[Spanned<String>], pipeline: &Pipeline) -> Vec<Diagnostic> {
    let layers = layers(pipeline);
    let unknown = wanted.iter().filter(|name| !layers.iter().any(|layer| layer.name() == *name.get_ref()));
    unknown
        .map(|name| {
            let message = format!("no stage of this pipeline provides the layer `{}`", name.get_ref());
            let help = match nearest(name.get_ref(), layers.iter().map(|layer| layer.name())) {
                Some(meant) => format!("did you mean `{meant}`?"),
                None => "`copydesk stages NAME` lists the layers of a stage".to_owned(),
            };
            Diagnostic::new(name.span(), message).help(help)
        })
        .collect()
}

impl Tables {
    /// Of the layers of these names.
    pub(crate) fn new(wanted: &[Spanned<String>], format: TableFormat, pipeline: &Pipeline) -> Self {
        let named = |layer: &LayerId| wanted.iter().any(|name| name.get_ref() == layer.name());
        Self { tables: layers(pipeline).into_iter().filter(named).map(Table::new).collect(), format }
    }

    /// Whether there is none.
    pub(crate) fn is_empty(&self) -> bool {
        self.tables.is_empty()
    }

    /// The rows of each, for one thread.
    pub(crate) fn rows(&self, unit: OffsetUnit) -> Vec<TableRows<'_>> {
        self.tables.iter().map(|table| TableRows::new(table, self.format, unit)).collect()
    }

    /// Their files.
    pub(crate) fn files(&self, names: &Names) -> std::io::Result<Vec<TableFile>> {
        let file = |table: &Table| {
            let name = names.table(&table.name(), self.format);
            Ok(TableFile { name, format: self.format, head: TableRows::head(table, self.format)? })
        };
        self.tables.iter().map(file).collect()
    }

    /// Their layers.
    pub(crate) fn layers(&self) -> String {
        let names: Vec<_> = self.tables.iter().map(Table::name).collect();
        names.join(" ")
    }
}
