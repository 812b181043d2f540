//! Packs that a user brings.

use copydesk_cleanup as _;
use copydesk_core::{Diagnostic, Document, Pipeline, PipelineFile, Registry, Setup};

const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/tests/packs");

fn built(options: &str) -> Result<Pipeline, Vec<Diagnostic>> {
    let registry = Registry::linked().expect("one stage is linked");
    let toml = format!("[[stage]]\nuse = \"cleanup\"\n{options}\n");
    let mut file = PipelineFile::parse(&toml);
    let pipeline = file.stages(&registry, &Setup::new(FOLDER));
    file.finish().map(|()| pipeline.expect("no mistake, so built"))
}

fn mistakes(options: &str) -> Vec<Diagnostic> {
    built(options).err().unwrap_or_default()
}

fn repaired(pipeline: &Pipeline, text: &str) -> String {
    let mut doc = Document::new("1", text);
    pipeline.run(&mut doc, &mut pipeline.worker()).expect("any text goes through");
    doc.text().to_owned()
}

#[test]
fn a_pack_beside_the_pipeline_file_works_with_its_lexicon() {
    let pipeline = built("packs = [\"house.toml\"]").expect("the pack is sound");
    let text = repaired(&pipeline, "The premier Anne Roy was adviced by the premier league.");
    assert_eq!(text, "The prime minister Anne Roy was advised by the premier league.");
}

#[test]
fn every_mistake_in_a_pack_is_told_at_its_place() {
    let told = mistakes("packs = [\"broken.toml\"]");
    let at = |message: &str| {
        let found = told.iter().find(|mistake| mistake.message.contains(message));
        let mistake = found.unwrap_or_else(|| panic!("{message} is missing in {told:#?}"));
        mistake.place.as_ref().expect("it lies in the pack").text[mistake.span.clone()].to_owned()
    };
    assert_eq!(at("no class `<nmae>`"), "<nmae>");
    assert!(at("no lexicon `nowhere.csv`").contains("nowhere"));
    assert!(at("is called `who`").contains("{who} told"));
    assert!(at("`certain` is no grade").contains("certain"));
}

#[test]
fn an_example_that_is_not_true_is_a_mistake() {
    let told = mistakes("packs = [\"false_example.toml\"]");
    let messages: Vec<_> = told.iter().map(|mistake| mistake.message.as_str()).collect();
    assert_eq!(messages.len(), 2, "{messages:?}");
    assert!(messages[0].contains("becomes \"thus it is\""), "{messages:?}");
    assert!(messages[1].contains("is to be kept"), "{messages:?}");
}

#[test]
fn an_unknown_pack_or_rule_is_named() {
    assert!(mistakes("packs = [\"frr\"]")[0].message.contains("no pack `frr`"));
    assert!(mistakes("disable = [\"fr/nothing\"]")[0].message.contains("no rule or pack `fr/nothing`"));
    assert!(mistakes("origin = \"french\"")[0].message.contains("`french` is no origin"));
}

#[test]
fn a_rule_that_is_switched_off_rests() {
    let text = "A plan (…) of ours in the first exchanges";
    let all = repaired(&built("origin = \"fr\"").expect("sound"), text);
    assert_eq!(all, "A plan … of ours in early trading");
    let options = "origin = \"fr\"\ndisable = [\"typography/bracketed-ellipsis\"]\ngrades = [\"shape\"]";
    assert_eq!(repaired(&built(options).expect("sound"), text), text);
}
