//! `copydesk rules`: every rule of this program, or all about one.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use copydesk_core::{RuleDoc, nearest, rule_docs};

use crate::pages::{self, pack};
use crate::talk::{columns, count, print, say};

/// Lists the rules, or shows all about one: its evidence, its examples, its harm on clean news.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The id of a rule, or how the ids of some begin.
    id: Option<String>,
    /// Write JSON.
    #[arg(long)]
    json: bool,
    /// Write a page for every pack into a folder.
    #[arg(long, value_name = "DIR", conflicts_with_all = ["id", "json"])]
    docs: Option<PathBuf>,
}

/// Shows what was asked for.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let rules = rule_docs();
    if let Some(dir) = &arguments.docs {
        return write_pages(dir, &rules);
    }
    let found = match &arguments.id {
        Some(id) => find(&rules, id)?,
        None => rules,
    };
    match (&found[..], arguments.json) {
        (found, true) => {
            let found: Vec<_> = found
                .iter()
                .map(serde_json::to_value)
                .collect::<Result<_, _>>()
                .expect("rules are plain data");
            print(&format!("{:#}\n", serde_json::Value::from(found)))
        }
        ([], false) => {
            say("no stage of this program declares a rule");
            Ok(ExitCode::SUCCESS)
        }
        ([one], false) => print(&pack::section(one)),
        (found, false) => print(&list(found)),
    }
}

/// The rule of an id, written with its stage or without; else those whose ids begin so.
fn find(rules: &[RuleDoc], id: &str) -> Result<Vec<RuleDoc>, String> {
    let full = |rule: &RuleDoc| format!("{}/{}", rule.stage, rule.id);
    if let Some(exact) = rules.iter().find(|rule| rule.id == id || full(rule) == id) {
        return Ok(vec![exact.clone()]);
    }
    let begins = |rule: &RuleDoc| rule.id.starts_with(id) || full(rule).starts_with(id);
    let some: Vec<_> = rules.iter().filter(|rule| begins(rule)).cloned().collect();
    if !some.is_empty() {
        return Ok(some);
    }
    let hint = nearest(id, rules.iter().map(|rule| rule.id.as_str()));
    let hint = hint.map_or(String::new(), |near| format!(": did you mean `{near}`?"));
    Err(format!("no rule has the id `{id}`{hint}\n`copydesk rules` lists them"))
}

/// A line for each rule; cut off where it is longer than the terminal is wide.
fn list(rules: &[RuleDoc]) -> String {
    let width = if std::io::stdout().is_terminal() { columns() } else { usize::MAX };
    let widest = |of: fn(&RuleDoc) -> usize| rules.iter().map(of).max().unwrap_or(0);
    let id = widest(|rule| rule.stage.len() + 1 + rule.id.len());
    let (action, grade) = (widest(|rule| rule.action.len()), widest(|rule| rule.grade.len()));
    let line = |rule: &RuleDoc| {
        let name = format!("{}/{}", rule.stage, rule.id);
        let said = rule.docs.lines().next().unwrap_or_default();
        let line = format!("{name:id$}  {:action$}  {:grade$}  {said}", rule.action, rule.grade);
        fitting(&line, width) + "\n"
    };
    rules.iter().map(line).collect()
}

fn fitting(line: &str, width: usize) -> String {
    match line.char_indices().nth(width) {
        Some(_) => line.chars().take(width - 1).chain(['…']).collect(),
        None => line.to_owned(),
    }
}

fn write_pages(dir: &Path, rules: &[RuleDoc]) -> Result<ExitCode, String> {
    let pages = pack::packs(rules).into_iter().map(|name| (name, pack::page(name, rules)));
    let index = (!rules.is_empty()).then(|| ("README", pack::index(rules)));
    let written = pages::write(dir, "copydesk rules --docs", pages.chain(index))?;
    say(&format!("wrote {} to {}", count(written, "page", "pages"), dir.display()));
    Ok(ExitCode::SUCCESS)
}
