//! Mistakes in pipeline files: all of them, each at its place, and none that only follows from another.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use std::sync::Arc;

use copydesk_core::prelude::*;
use copydesk_core::{Diagnostic, Pipeline, PipelineFile, Place, Registry, declare_stage};

/// Options with tables and lists inside.
#[derive(serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
struct Options {
    /// Needed.
    find: String,
    /// Files of patterns, as `name:pattern`.
    #[serde(default)]
    packs: Vec<String>,
    /// More options.
    #[serde(default)]
    limits: Limits,
}

#[derive(Default, serde::Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, default)]
struct Limits {
    /// Fewest.
    least: u32,
    /// Most.
    most: u32,
}

declare_stage! {
    /// Finds patterns, which have as many closing brackets as opening ones.
    static PATTERNS: Patterns = {
        name: "patterns",
        summary: "finds patterns",
        requires: [],
        uses: [],
        provides: [],
        edits: false,
        idempotent: true,
        example: "",
    }
}

struct Patterns;

impl Stage for Patterns {
    type Config = Options;
    type Scratch = ();

    fn new(options: Options, _: &Setup) -> Result<Self, BuildError> {
        let wrong: Vec<_> = options.packs.iter().filter_map(|pack| unbalanced(pack)).collect();
        if !wrong.is_empty() {
            return Err(wrong.into());
        }
        match options.limits {
            Limits { least, most } if most < least => Err("the most is less than the least".into()),
            _ if options.find.is_empty() => Err("nothing to find".into()),
            _ => Ok(Self),
        }
    }

    fn run(&self, _: View<'_>, _: &mut Output<'_>, (): &mut ()) -> Result<(), StageError> {
        Ok(())
    }
}

fn unbalanced(pack: &str) -> Option<Diagnostic> {
    let (name, text) = pack.split_once(':').unwrap();
    let at = text.find('(').filter(|_| !text.contains(')'))?;
    let place = Arc::new(Place { name: name.to_owned(), text: text.to_owned() });
    Some(Diagnostic::new(at..at + 1, "this bracket is not closed").help("close it").in_file(&place))
}

fn parse(file: &str) -> Result<Pipeline, Vec<Diagnostic>> {
    let registry = Registry::linked().unwrap();
    let mut file = PipelineFile::parse(file);
    let pipeline = file.stages(&registry, &Setup::default());
    file.finish().map(|()| pipeline.expect("no mistake, so built"))
}

/// What each mistake is about, and what is said of it.
fn mistakes(file: &str) -> Vec<(String, String)> {
    let Err(found) = parse(file) else { return Vec::new() };
    found
        .into_iter()
        .map(|d| match &d.place {
            Some(place) => (format!("{}:{}", place.name, &place.text[d.span]), d.message),
            None => (file[d.span].to_owned(), d.message),
        })
        .collect()
}

#[track_caller]
fn check(file: &str, want: &[(&str, &str)]) {
    let found = mistakes(file);
    let found: Vec<_> = found.iter().map(|(at, message)| (at.as_str(), message.as_str())).collect();
    assert_eq!(found, want);
}

#[test]
fn every_mistake_inside_a_table_or_a_list_is_told() {
    check(
        "[[stage]]\nuse = 'patterns'\nfind = 'a'\npacks = [1, 'p:x', true]\nlimits = { lest = 1, most = 'x' }\n",
        &[
            ("1", "expected a string, found `1`"),
            ("true", "expected a string, found `true`"),
            ("lest", "unknown key `lest`"),
            ("'x'", "expected a whole number that is not negative, found the string \"x\""),
        ],
    );
}

#[test]
fn a_table_under_a_header_of_its_own_is_read_to_its_end() {
    check(
        "[[stage]]\nuse = 'patterns'\nfind = 'a'\n[stage.limits]\nlest = 1\nmost = -1\n",
        &[("lest", "unknown key `lest`"), ("-1", "expected a whole number that is not negative, found `-1`")],
    );
}

#[test]
fn files_that_wrong_options_name_are_read_too() {
    check(
        "[[stage]]\nuse = 'patterns'\nfind = 'a'\npaks = []\npacks = ['p:a(b', 'q:(c)', 'r:(']\n",
        &[
            ("paks", "unknown key `paks`"),
            ("p:(", "this bracket is not closed"),
            ("r:(", "this bracket is not closed"),
        ],
    );
}

#[test]
fn what_follows_from_a_mistake_is_not_told() {
    check("[[stage]]\nuse = 'patterns'\nfind = 4\n", &[("4", "expected a string, found `4`")]);
    check("[[stage]]\nuse = 'patterns'\n", &[("[[stage]]", "the key `find` is missing")]);
    check(
        "[[stage]]\nuse = 'patterns'\nfind = 'a'\nlimits = { least = 4, most = 'many' }\n",
        &[("'many'", "expected a whole number that is not negative, found the string \"many\"")],
    );
}

#[test]
fn a_list_where_none_belongs_is_told_once() {
    check(
        "[[stage]]\nuse = 'patterns'\nfind = ['a', 'b']\n",
        &[("['a', 'b']", "expected a string, found a list")],
    );
}
