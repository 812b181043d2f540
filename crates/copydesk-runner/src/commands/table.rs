//! `copydesk table`: a layer of results as CSV.

use std::io::{self, BufRead, BufWriter, Write};
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use copydesk_core::Registry;
use copydesk_io::{Gauge, Shape, open};

use crate::exit::FAILED;
use crate::run::plan::{self, Input};
use crate::table::Table;
use crate::talk::say;

/// Writes a layer of results to standard output as CSV: one row for each annotation, its words in the column `text`.
///
/// The columns are the layer's fields. One that is a place in the text becomes the words there, with a column for
/// each thing known of them: `speaker`, `speaker_name`, `speaker_entity`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The layer: `quote`, `number`, …
    layer: String,
    /// A file of results, a folder of them, or `-` for standard input.
    results: PathBuf,
    /// Fields of the records to put before the columns of the layer, such as a date.
    #[arg(long, value_name = "FIELD", value_delimiter = ',')]
    keep: Vec<String>,
    /// The field of the id.
    #[arg(long, value_name = "FIELD", default_value = "id")]
    id: String,
    /// The field of the text.
    #[arg(long, value_name = "FIELD", default_value = "text")]
    text: String,
}

/// Writes the table.
pub(crate) fn run(arguments: &Arguments, registry: &Registry) -> Result<ExitCode, String> {
    let layers = registry.layers();
    let Some(layer) = layers.iter().find(|layer| layer.name() == arguments.layer) else {
        let names: Vec<_> = layers.iter().map(|layer| format!("`{}`", layer.name())).collect();
        return Err(format!(
            "no stage provides a layer `{}`; the layers are {}",
            arguments.layer,
            names.join(", ")
        ));
    };
    let table = Table::new(*layer, &arguments.id, &arguments.text, &arguments.keep);
    let mut to = BufWriter::with_capacity(1 << 16, io::stdout().lock());
    match write(arguments, &table, &mut to) {
        Ok(()) => Ok(ExitCode::SUCCESS),
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => Ok(ExitCode::SUCCESS),
        Err(error) => {
            say(&format!("error: {error}"));
            Ok(ExitCode::from(FAILED))
        }
    }
}

fn write(arguments: &Arguments, table: &Table, to: &mut impl Write) -> io::Result<()> {
    to.write_all(table.head().as_bytes())?;
    for input in inputs(&arguments.results).map_err(io::Error::other)? {
        if input.shape != Shape::Jsonl {
            return Err(io::Error::other(format!("{}: tables are made of results in JSONL", input.name)));
        }
        let mut lines = open(&input.source, input.codec, &Gauge::default()).map_err(io::Error::other)?;
        let (mut line, mut number) = (String::new(), 0);
        while lines.read_line(&mut line)? > 0 {
            number += 1;
            let rows = table.rows(&line);
            let rows = rows.map_err(|error| io::Error::other(format!("{}:{number}: {error}", input.name)))?;
            to.write_all(rows.as_bytes())?;
            line.clear();
        }
    }
    to.flush()
}

/// Whether a file of a folder holds results, and not what a run says about itself.
fn is_result(name: &str) -> bool {
    !name.ends_with("manifest.json") && !name.contains("rejected")
}

fn inputs(results: &Path) -> Result<Vec<Input>, String> {
    if results.is_file() {
        return Ok(vec![Input::of_records(results)]);
    }
    let inputs = plan::inputs(&[results.to_string_lossy().into_owned()], Path::new(""), None)?;
    Ok(inputs.into_iter().filter(|input| input.shape == Shape::Jsonl && is_result(&input.name)).collect())
}
