//! A warm worker allocates nothing for a paragraph.

use copydesk_core::{Document, Pipeline, PipelineFile, Registry, Setup};
use copydesk_numbers as _;

const PARAGRAPH: &str = "Net profit rose 12.5 percent to $1.35 billion in the third quarter, from $1.2 billion a \
    year earlier, the Dorn bank said on Wednesday. Some 3,000 of its 45,700 workers, aged 18 to 64, hold 2½ million \
    shares; one in five sold between March 3 and March 9. Growth reached 5,4 % and the fund 1,2 Md€.";

fn pipeline() -> Pipeline {
    let registry = Registry::linked().expect("one stage of each name");
    let mut file = PipelineFile::parse("[[stage]]\nuse = \"numbers\"");
    let pipeline = file.stages(&registry, &Setup::default());
    file.finish().expect("the pipeline is right");
    pipeline.expect("the pipeline is right")
}

#[test]
fn a_warm_worker_allocates_nothing_for_a_paragraph() {
    let (pipeline, mut document) = (pipeline(), Document::default());
    let mut worker = pipeline.worker();
    let mut blocks = Vec::with_capacity(3);
    for _ in 0..3 {
        document.read("paragraph", PARAGRAPH);
        // Of this thread alone: the test harness works beside it.
        let measured = allocation_counter::measure(|| {
            pipeline.run(&mut document, &mut worker).expect("the paragraph can be read");
        });
        blocks.push(measured.count_total);
    }
    assert!(blocks[0] > 0, "the counter counts");
    assert_eq!(blocks[2], 0, "{blocks:?}");
}
