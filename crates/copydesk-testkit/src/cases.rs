//! Cases in Markdown: a pipeline, a text, and what becomes of it.

use std::path::{Path, PathBuf};
use std::{env, fs};

use copydesk_core::{Document, Pipeline, PipelineFile, Registry, Setup, Verdict};

use crate::show::show;

/// Runs every case in the Markdown files of `dir`; with `BLESS=1` set, writes
/// down what came out instead.
///
/// A file is prose around fenced blocks: `toml` (a pipeline, for the cases
/// after it; paths in it start from `dir`), `before` (a text; `before
/// date=2023-02-22` gives it a date) and `after` (the text then, and below a
/// line `---` every edit and annotation; `after quote number` shows only those
/// layers).
///
/// # Panics
///
/// If a case gives something else than it says, or there is none.
pub fn cases(dir: impl AsRef<Path>) {
    let dir = dir.as_ref();
    let registry = Registry::linked().expect("the test links stages, each of its own name");
    let files = markdown_files(dir);
    assert!(!files.is_empty(), "no cases (*.md) in {}", dir.display());
    let wrong: Vec<_> = files.iter().filter_map(|path| differs(path, dir, &registry)).collect();
    assert!(wrong.is_empty(), "these differ (BLESS=1 accepts them):\n{}", wrong.join("\n"));
}

fn markdown_files(dir: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(dir).unwrap_or_else(|e| panic!("{}: {e}", dir.display()));
    let mut files: Vec<_> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    files.retain(|path| path.extension().is_some_and(|e| e == "md"));
    files.sort();
    files
}

/// What the file should say, if it says something else and is not to be blessed.
fn differs(path: &Path, dir: &Path, registry: &Registry) -> Option<String> {
    let was = fs::read_to_string(path).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
    let is = complete(&was, registry, &Setup::new(dir));
    if was == is {
        return None;
    }
    if env::var_os("BLESS").is_some() {
        fs::write(path, is).unwrap_or_else(|e| panic!("{}: {e}", path.display()));
        return None;
    }
    Some(format!("{}:\n{}", path.display(), changed_lines(&was, &is)))
}

/// The lines that differ, with a line around them; good enough to see what is wrong.
fn changed_lines(was: &str, is: &str) -> String {
    let (was, is): (Vec<_>, Vec<_>) = (was.lines().collect(), is.lines().collect());
    let head = was.iter().zip(&is).take_while(|(a, b)| a == b).count();
    let rest = was.len().min(is.len()) - head;
    let tail = was.iter().rev().zip(is.iter().rev()).take(rest).take_while(|(a, b)| a == b).count();
    let part = |lines: &[&str], sign: &str| -> String {
        lines[head..lines.len() - tail].iter().map(|line| format!("{sign}{line}\n")).collect()
    };
    format!("from line {}:\n{}{}", head + 1, part(&was, "-"), part(&is, "+"))
}

/// A case file with every `after` block as it comes out.
///
/// # Panics
///
/// If a block is of an unknown kind, or a pipeline has mistakes.
#[must_use]
pub fn complete(file: &str, registry: &Registry, setup: &Setup) -> String {
    let (mut out, mut pipeline, mut doc) = (String::new(), None, Document::default());
    let mut parts = file.split("```");
    out += parts.next().unwrap_or_default();
    while let (Some(block), prose) = (parts.next(), parts.next().unwrap_or_default()) {
        let (info, body) = block.split_once('\n').expect("a block opens with its kind");
        let (kind, args) = info.split_once(' ').unwrap_or((info, ""));
        match kind {
            "toml" => pipeline = Some(read(body, registry, setup)),
            "before" => doc = given(body, args),
            "after" => {
                let pipeline = pipeline.as_ref().expect("a `toml` block comes before the first `after`");
                out += &format!("```{info}\n{}```{prose}", outcome(pipeline, &mut doc, args));
                continue;
            }
            other => panic!("`{other}` is no kind of block: write `toml`, `before` or `after`"),
        }
        out += &format!("```{block}```{prose}");
    }
    out
}

fn read(toml: &str, registry: &Registry, setup: &Setup) -> Pipeline {
    let mut file = PipelineFile::parse(toml);
    let pipeline = file.stages(registry, setup);
    match file.finish() {
        Ok(()) => pipeline.unwrap_or_default(),
        Err(mistakes) => panic!("the pipeline has mistakes: {mistakes:#?}\n{toml}"),
    }
}

fn given(text: &str, args: &str) -> Document {
    let mut doc = Document::new("case", text.strip_suffix('\n').unwrap_or(text));
    let date = args.split(' ').find_map(|arg| arg.strip_prefix("date="));
    doc.set_date(date);
    doc
}

fn outcome(pipeline: &Pipeline, doc: &mut Document, layers: &str) -> String {
    match pipeline.run(doc, &mut pipeline.worker()) {
        Ok(Verdict::Keep) => show(doc, &layers.split_whitespace().collect::<Vec<_>>()),
        Ok(Verdict::Drop { stage, reason }) => format!("(dropped by {stage}: {})\n", reason.name()),
        Err(failure) => format!("(failed in {failure})\n"),
    }
}
