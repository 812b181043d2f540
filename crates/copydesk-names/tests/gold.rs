//! How many of the speakers in `gold/` are tied to the right entity. `cargo test -p copydesk-names --test gold -- --nocapture`
//! prints the figure and every one that is not.

#![expect(clippy::unwrap_used, reason = "a test fails where it stands")]

use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

use copydesk_core::{Document, Pipeline, PipelineFile, Registry, Setup, Span};
use copydesk_names::{Entity, EntityValue, Name, Positions};

/// A mark of the gold: where, and who.
struct Mark {
    span: Span,
    who: String,
}

/// The share of speakers that must be right.
const LEAST: f64 = 0.90;

#[test]
fn speakers_are_tied_to_the_right_entity() {
    let pipeline = pipeline();
    let (mut right, mut all) = (0, 0);
    let mut wrong = Vec::new();
    for (title, text, marks) in stories() {
        all += marks.len();
        let mut doc = Document::new(&title, &text);
        pipeline.run(&mut doc, &mut pipeline.worker()).expect("the stage takes any text");
        let mut unnamed = BTreeMap::new();
        for mark in &marks {
            match judge(&doc, mark, &mut unnamed) {
                Ok(()) => right += 1,
                Err(got) => {
                    wrong.push(format!("{title}: {:?} is {}, not {got}", mark.span.of(&text), mark.who));
                }
            }
        }
    }
    let share = f64::from(right) / f64::from(u32::try_from(all).expect("a few hundred marks"));
    println!("{right} of {all} speakers ({:.1} %)\n{}", share * 100.0, wrong.join("\n"));
    assert!(share >= LEAST, "{right} of {all}:\n{}", wrong.join("\n"));
}

/// Whether the mention at a mark is of whom the mark says; if not, of whom it is.
fn judge<'a>(doc: &Document, mark: &'a Mark, unnamed: &mut BTreeMap<&'a str, u32>) -> Result<(), String> {
    let mut positions = Positions::default();
    let names = positions.read(doc.layers().get::<Name>(), doc.layers().get::<Entity>());
    let mention = names.at(mark.span).ok_or("found")?;
    let entity = names.entity_of(mention).ok_or("tied to anyone")?;
    let right = if mark.who.starts_with('~') {
        !entity.named && *unnamed.entry(&mark.who).or_insert(entity.id) == entity.id
    } else {
        same(&mark.who, entity)
    };
    if right {
        Ok(())
    } else {
        Err(format!("{} (by {}, {})", entity.name, mention.value.rule, mention.value.link))
    }
}

fn same(who: &str, entity: &EntityValue) -> bool {
    let plain = |name: &str| name.trim_start_matches("the ").trim_start_matches("The ").to_lowercase();
    plain(who) == plain(&entity.name)
}

fn pipeline() -> Pipeline {
    let registry = Registry::linked().expect("the test links the stage");
    let mut file = PipelineFile::parse("[[stage]]\nuse = \"names\"");
    let pipeline = file.stages(&registry, &Setup::default());
    file.finish().expect("the pipeline has no mistake");
    pipeline.expect("no mistake, so built")
}

/// Every story of the gold: its title, its text without the marks, and the marks.
fn stories() -> Vec<(String, String, Vec<Mark>)> {
    let dir = Path::new(env!("CARGO_MANIFEST_DIR")).join("gold");
    let mut files: Vec<_> = fs::read_dir(dir).unwrap().map(|entry| entry.unwrap().path()).collect();
    files.sort();
    let texts = files.iter().map(|path| fs::read_to_string(path).unwrap());
    texts.flat_map(|file| file.split("\n## ").skip(1).map(story).collect::<Vec<_>>()).collect()
}

fn story(part: &str) -> (String, String, Vec<Mark>) {
    let (title, body) = part.split_once('\n').expect("a title and a story");
    let (mut text, mut marks) = (String::new(), Vec::new());
    let mut rest = body.trim();
    while let Some((before, marked)) = rest.split_once("[[") {
        let (mark, after) = marked.split_once("]]").expect("a mark is closed");
        let (words, who) = mark.split_once('|').expect("a mark names someone");
        text += before;
        let start = text.len();
        text += words;
        marks.push(Mark { span: Span::from(start..text.len()), who: who.to_owned() });
        rest = after;
    }
    (title.to_owned(), text + rest, marks)
}
