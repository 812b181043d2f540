//! `copydesk table`.

use std::fs;

use crate::program::{copydesk, said, written};

const RECORD: &str = r#"{"id":"a","published":"2024-05-01","text":"“Aye, aye,” Lowe said.","copydesk":{"annotations":{"quote":[{"start":0,"end":11,"source":[0,11],"type":"direct","spans":[[0,11]],"cue":{"start":17,"end":21,"lemma":"say","class":"say"},"speaker":{"start":12,"end":16,"name":"Anna Lowe"},"confidence":0.97,"rule":"quotation-name-cue"}]},"edits":[]}}"#;

#[test]
fn a_layer_becomes_a_table_with_the_words_of_its_places() {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let path = folder.path().join("results.jsonl");
    fs::write(&path, format!("{RECORD}\n")).expect("the folder can be written");
    let path = path.to_str().expect("a plain path");
    let output = copydesk(&["table", "quote", path, "--keep", "published"]);
    assert!(output.status.success(), "{}", said(&output));
    let table = written(&output);
    let (head, row) = table.split_once('\n').expect("a head and a row");
    assert!(head.starts_with("document,published,start,end,text,type,cue,"), "{head}");
    assert!(head.contains(",speaker,speaker_name,"), "{head}");
    assert!(row.starts_with("a,2024-05-01,0,11,\"“Aye, aye,”\",direct,said,"), "{row}");
    assert!(row.contains(",Lowe,Anna Lowe,"), "{row}");
}

#[test]
fn a_layer_that_no_stage_provides_is_wrong_use() {
    let output = copydesk(&["table", "quots", "-"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(said(&output).contains("no stage provides a layer `quots`"), "{}", said(&output));
}
