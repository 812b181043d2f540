//! `copydesk diff`: what two pipelines do differently on one input.

use std::collections::BTreeMap;
use std::fmt::Write;
use std::ops::ControlFlow;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use anstyle::{AnsiColor, Style};
use copydesk_core::{Document, Pipeline, Registry, Verdict, Worker};

use crate::comparison::{Difference, Ended, Side, What, differences};
use crate::documents;
use crate::explain::Explained;
use crate::load::load;
use crate::run::plan;
use crate::talk::{columns, count, show};
use crate::wrap::wrapped;

/// Shows what two pipelines do differently on the same documents: `-` is what only the first does, `+` what only the second does, `~` what both do otherwise.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The first pipeline file, which also says how the input is read.
    config_a: PathBuf,
    /// The second.
    config_b: PathBuf,
    /// Files, folders and globs, or `-` for standard input.
    #[arg(required = true)]
    input: Vec<String>,
    /// Only these layers; edits are always compared.
    #[arg(long, value_delimiter = ',')]
    layers: Vec<String>,
    /// Show the differences of so many documents.
    #[arg(long, value_name = "N", default_value_t = 20)]
    documents: usize,
}

/// Compares the two.
pub(crate) fn run(arguments: &Arguments, registry: &Registry) -> Result<ExitCode, String> {
    let (first, second) = match (load(&arguments.config_a, registry), load(&arguments.config_b, registry)) {
        (Ok(first), Ok(second)) => (first, second),
        (Err(code), _) | (_, Err(code)) => return Ok(code),
    };
    let inputs = plan::inputs(&arguments.input, Path::new(""), None)?;
    let mut sides = [Desk::new(&first.pipeline), Desk::new(&second.pipeline)];
    let mut total = Total::default();
    let mut shown = String::new();
    documents::each(&inputs, &first.sections, |doc| {
        let ended = sides.each_mut().map(|side| side.work(doc, &arguments.layers));
        let found = differences(&ended[0], &ended[1]);
        if total.differing < arguments.documents {
            shown += &document(doc.id(), &found);
        }
        total.add(&found);
        ControlFlow::Continue(())
    })?;
    show(&(total.table(arguments.documents) + &shown))
}

/// A pipeline at work.
struct Desk<'a> {
    pipeline: &'a Pipeline,
    worker: Worker,
}

impl<'a> Desk<'a> {
    fn new(pipeline: &'a Pipeline) -> Self {
        Self { pipeline, worker: pipeline.worker() }
    }

    /// What becomes of a document as it was read.
    fn work(&mut self, read: &Document, layers: &[String]) -> Ended {
        let mut doc = read.as_read();
        match self.pipeline.run(&mut doc, &mut self.worker) {
            Ok(Verdict::Keep) => Ok(Explained::new(&doc, layers)),
            Ok(Verdict::Drop { stage, reason }) => Err(format!("dropped by {stage}: {}", reason.name())),
            Err(failure) => Err(failure.to_string()),
        }
    }
}

const BOLD: Style = Style::new().bold();
const DIM: Style = Style::new().dimmed();

fn look(side: Side) -> (Style, char) {
    match side {
        Side::First => (AnsiColor::Red.on_default(), '-'),
        Side::Second => (AnsiColor::Green.on_default(), '+'),
        Side::Both => (AnsiColor::Yellow.on_default(), '~'),
    }
}

fn document(id: &str, differences: &[Difference]) -> String {
    if differences.is_empty() {
        return String::new();
    }
    let mut out = format!("\n{BOLD}{id}{BOLD:#}\n");
    for difference in differences {
        let (style, sign) = look(difference.side);
        let what = match &difference.what {
            What::Lost => "document",
            What::Edit(name) | What::Annotation(name) => name,
        };
        let pieces = [(DIM, what), (Style::new(), "  "), (style, difference.said.as_str())];
        writeln!(out, "  {style}{sign}{style:#} {}", wrapped(&pieces, 4, columns()))
            .expect("a String takes all");
    }
    out
}

/// The counts over all documents.
#[derive(Default)]
struct Total {
    documents: usize,
    differing: usize,
    /// What only the first does, what only the second, and what both do otherwise.
    counts: BTreeMap<What, [usize; 3]>,
}

impl Total {
    fn add(&mut self, differences: &[Difference]) {
        self.documents += 1;
        self.differing += usize::from(!differences.is_empty());
        for difference in differences {
            let side = match difference.side {
                Side::First => 0,
                Side::Second => 1,
                Side::Both => 2,
            };
            self.counts.entry(difference.what.clone()).or_default()[side] += 1;
        }
    }

    fn table(&self, limit: usize) -> String {
        if self.differing == 0 {
            return format!("{}, no difference\n", count(self.documents, "document", "documents"));
        }
        let mut out = format!("{BOLD}{} of {} documents differ{BOLD:#}\n\n", self.differing, self.documents);
        writeln!(out, "{DIM}{:>9} {:>9} {:>11}{DIM:#}", "- first", "+ second", "~ otherwise")
            .expect("a String takes all");
        for (what, [first, second, otherwise]) in &self.counts {
            let what = match what {
                What::Lost => "documents that do not come out".to_owned(),
                What::Edit(rule) => format!("edits by {rule}"),
                What::Annotation(layer) => format!("annotations of {layer}"),
            };
            writeln!(out, "{first:>9} {second:>9} {otherwise:>11}  {what}").expect("a String takes all");
        }
        if self.differing > limit {
            writeln!(out, "\n{DIM}the first {limit} of them (`--documents` shows more):{DIM:#}")
                .expect("a String takes all");
        }
        out
    }
}
