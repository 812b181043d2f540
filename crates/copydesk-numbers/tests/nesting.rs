//! Phrases of time that could nest without end, in every way of marking them.

use copydesk_core::{Document, PipelineFile, Registry, Setup};
use copydesk_numbers as _;

const PHRASES: [&str; 14] = [
    "the last week of ",
    "the end of the ",
    "Monday from ",
    "from Monday to ",
    "two days before ",
    "the first Monday of ",
    "early late mid ",
    "the day after ",
    "1 year 2 ",
    "at 8 p.m. on ",
    "every two ",
    "March and 3, ",
    "fiscal first ",
    "3 to 4 in the ",
];

#[test]
fn phrases_that_could_nest_without_end_do_not() {
    for times in ["news", "timeml", "recognizers", "duckling"] {
        let toml = format!("[[stage]]\nuse = \"numbers\"\ntimes = \"{times}\"");
        let registry = Registry::linked().expect("the stage is linked once");
        let mut file = PipelineFile::parse(&toml);
        let pipeline = file.stages(&registry, &Setup::default()).expect("the pipeline is right");
        let mut worker = pipeline.worker();
        for phrase in PHRASES {
            let mut document = Document::new("nested", &phrase.repeat(5_000));
            document.set_date(Some("2023-02-22T10:30:00Z"));
            pipeline.run(&mut document, &mut worker).expect("it takes any text");
        }
    }
}
