//! What holds for any text: nothing is lost, digits stay, quoted words stay, and once is enough.

use std::sync::LazyLock;

use copydesk_cleanup as _;
use copydesk_core::{Document, Pipeline, PipelineFile, Registry, Setup};
use proptest::prelude::*;

#[path = "../examples/measure/promises.rs"]
mod promises;

fn pipeline(origin: &str) -> Pipeline {
    let registry = Registry::linked().expect("one stage is linked");
    let toml = format!("[[stage]]\nuse = \"cleanup\"\norigin = \"{origin}\"\n");
    let mut file = PipelineFile::parse(&toml);
    let pipeline = file.stages(&registry, &Setup::default());
    file.finish().expect("no mistake");
    pipeline.expect("no mistake, so built")
}

/// None, found, and set.
const ORIGINS: [&str; 6] = ["none", "auto", "fr", "de", "ru", "es"];

static PIPELINES: LazyLock<[Pipeline; 6]> = LazyLock::new(|| ORIGINS.map(pipeline));

/// Pieces of news with the residue that rules look for.
fn piece() -> impl Strategy<Value = &'static str> {
    prop::sample::select(vec![
        "The harbour of Arlen froze",
        "said Anne Roy",
        "has said Anne Roy",
        "according to",
        "“",
        "”",
        "\"",
        " \"",
        "«",
        "»",
        "„",
        ", ",
        ". ",
        " ,",
        " .",
        "; ",
        ".;",
        ": ",
        "?",
        "(…)",
        "…",
        "(+ 3.5%",
        "5 %",
        "12. March 2021",
        "1er July",
        "14h30",
        "\n",
        "\n\n",
        "36 -year -old",
        "clean -up",
        "UNITED STATES",
        "the American State Department",
        "US State Department",
        "Ã©",
        "â€™",
        "&amp;",
        "\u{ad}",
        "\u{200b}",
        "on the one hand",
        ", and the other, ",
        "the OTAN",
        "in the first exchanges",
        "Source link",
        "Read more",
        "Related Articles",
        "(Updates with reaction)",
        "par Jeanne Dupont et Luc Petit",
        "Lars Klingen",
        "klingen",
        "Kern-Weber",
        "Kern-weber",
        "behind the Scenes",
        "200 billion this year",
        "in ",
        "to ",
        "and ",
        "we agree",
        "the mayor",
        "1,234",
        "on the level of the town",
        "anti–Russian",
        " – ",
        "- ",
        "‘",
        "’",
        "'",
        ",'”",
        "be?done",
        "ministryEarlier",
        "closed.The",
    ])
}

fn text() -> impl Strategy<Value = String> {
    prop::collection::vec((piece(), prop::sample::select(vec!["", " ", " "])), 1..40)
        .prop_map(|pieces| pieces.into_iter().flat_map(|(piece, gap)| [piece, gap]).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 2000, ..ProptestConfig::default() })]

    #[test]
    fn every_promise_is_kept(text in text(), origin in 0..ORIGINS.len()) {
        let pipeline = &PIPELINES[origin];
        let mut doc = Document::new("1", &text);
        pipeline.run(&mut doc, &mut pipeline.worker()).expect("any text goes through");
        let broken = promises::broken(pipeline, &text, &doc);
        prop_assert!(broken.is_empty(), "{broken:#?}");
    }
}
