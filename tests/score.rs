//! `copydesk score`.

use std::fs;

use serde_json::{Value, json};

use crate::program::{copydesk, said, written};

/// The figures, as data and as a table, that an option line of `score` gives.
fn score(layer: &str, gold: &[Value], predicted: &[Value], options: &[&str]) -> (Value, String) {
    let folder = tempfile::tempdir().expect("a folder for the test");
    let file = |name: &str, records: &[Value]| {
        let path = folder.path().join(name);
        fs::write(&path, records.iter().map(|r| format!("{r}\n")).collect::<String>())
            .expect("it is writable");
        path.to_str().expect("a plain path").to_owned()
    };
    let (gold, predicted) = (file("gold.jsonl", gold), file("pred.jsonl", predicted));
    let arguments = [&["score", layer, "--gold", &gold, "--pred", &predicted], options].concat();
    let (json, text) = (copydesk(&[&arguments[..], &["--json"]].concat()), copydesk(&arguments));
    assert!(json.status.success() && text.status.success(), "{}{}", said(&json), said(&text));
    (serde_json::from_str(&written(&json)).expect("JSON"), written(&text))
}

fn number(start: usize, end: usize, kind: &str, value: Option<&str>) -> Value {
    json!({ "start": start, "end": end, "text": "", "kind": kind, "value": value, "unit": null })
}

#[test]
fn numbers_are_scored_by_span_and_by_value() {
    let gold = [
        json!({"id": "a", "text": "Two of 12 came in May.", "scope": ["cardinal", "date"],
               "expected": [number(0, 3, "cardinal", Some("2")), number(7, 9, "cardinal", Some("12")), number(18, 21, "date", None)]}),
        json!({"id": "b", "text": "Some said one.", "scope": ["cardinal"], "partial": true, "expected": []}),
        json!({"id": "c", "text": "None.", "expected": []}),
    ];
    let predicted = [
        json!({"id": "a", "copydesk": {"annotations": {"number": [
            {"start": 0, "end": 3, "source": [0, 3], "kind": "cardinal", "value": "2"},
            {"start": 7, "end": 10, "source": [7, 10], "kind": "decimal", "value": "12"},
            {"start": 18, "end": 21, "source": [18, 21], "kind": "date", "value": "2021-05"},
            {"start": 0, "end": 3, "source": [0, 3], "kind": "money", "value": "2"}]}, "edits": []}}),
        json!({"id": "b", "expected": [number(10, 13, "cardinal", Some("1"))]}),
    ];
    let (exact, table) = score("number", &gold, &predicted, &[]);
    assert_eq!((&exact["records"], &exact["records_all_right"]), (&json!(3), &json!(2)));
    assert_eq!(exact["kinds"]["number"]["span"], json!({"p": 0.5, "r": 0.5, "f1": 0.5}));
    assert_eq!(
        (&exact["kinds"]["time"]["gold"], &exact["kinds"]["time"]["value"]),
        (&json!(1), &Value::Null)
    );
    assert!(
        table.contains("number                2         2   0.500 0.500 0.500   0.500 0.500 0.500"),
        "{table}"
    );
    assert!(table.ends_with("2 of 3 records are all right\n"), "{table}");
    let (overlap, _) = score("number", &gold, &predicted, &["--overlap"]);
    assert_eq!(overlap["kinds"]["number"]["value"]["f1"], 1.0);
    let (fine, _) = score("number", &gold, &predicted, &["--overlap", "--fine"]);
    assert_eq!(fine["kinds"]["cardinal"]["gold"], 2);
    assert_eq!(fine["kinds"]["cardinal"]["span"]["r"], 0.5, "a decimal is no cardinal");
}

#[test]
fn a_result_that_was_run_over_gold_is_scored_by_what_the_run_found() {
    let gold = json!({"id": "a", "text": "Two came.", "expected": [number(0, 3, "cardinal", Some("2"))],
                      "quotes": [{"type": "direct", "spans": [[0, 3]], "speaker": null}]});
    let mut result = gold.clone();
    result["copydesk"] = json!({"annotations": {}, "edits": []});
    let (numbers, _) = score("number", std::slice::from_ref(&gold), std::slice::from_ref(&result), &[]);
    assert_eq!(numbers["kinds"]["number"]["span"]["r"], 0.0);
    let (_, quotes) = score("quote", std::slice::from_ref(&gold), std::slice::from_ref(&result), &[]);
    assert!(quotes.contains("0.3          0.000  0.000  0.000"), "{quotes}");
}

#[test]
fn quotations_are_scored_by_overlap_and_by_speaker() {
    let text = "“We won,” said Eva Kern. Ann Lee denied that they had lost. “No,” she said.";
    let gold = [json!({"id": "a", "text": text, "quotes": [
        {"type": "direct", "spans": [[0, 9]], "speaker": [[15, 23]]},
        {"type": "indirect", "spans": [[40, 58]], "speaker": [[25, 32]]},
        {"type": "direct", "spans": [[60, 65]], "speaker": null}]})];
    let quote = |kind: &str, span: [usize; 2], speaker: [usize; 2]| {
        json!({"start": span[0], "end": span[1], "type": kind, "spans": [span],
               "speaker": {"start": speaker[0], "end": speaker[1], "name": "x"}})
    };
    let found = [
        quote("direct", [1, 7], [19, 23]),
        quote("indirect", [45, 58], [0, 5]),
        quote("mixed", [66, 69], [0, 1]),
    ];
    let predicted = [json!({"id": "a", "copydesk": {"annotations": {"quote": found}, "edits": []}})];
    let (all, table) = score("quote", &gold, &predicted, &[]);
    assert_eq!(all["0.3"]["P"], 2.0 / 3.0);
    assert_eq!((&all["0.3"]["speaker_acc"], &all["1.0"]["speaker_acc"]), (&json!(0.5), &json!(1.0)));
    assert_eq!(all["0.3"]["by_type"]["indirect"], json!({"gold": 1, "recall": 1.0, "speaker_acc": 0.0}));
    assert_eq!(all["0.8"]["by_type"]["direct"], json!({"gold": 2, "recall": 0.5, "speaker_acc": 1.0}));
    assert!(table.contains("0.3          0.667  0.667  0.667    0.500      0.333"), "{table}");
    let (direct, _) = score("quote", &gold, &predicted, &["--types", "direct"]);
    assert_eq!((&direct["0.3"]["P"], &direct["0.3"]["R"]), (&json!(1.0), &json!(0.5)));
}

#[test]
fn places_in_an_edited_text_are_compared_with_the_text_as_read() {
    let gold = [
        json!({"id": "a", "text": "( Note ) Eva has said 12.", "expected": [number(22, 24, "cardinal", Some("12"))]}),
    ];
    let predicted = [json!({"id": "a", "text": "Eva said 12.", "copydesk": {
        "annotations": {"number": [{"start": 9, "end": 11, "source": [22, 24], "kind": "cardinal", "value": "12"}]},
        "edits": [{"start": 0, "end": 9, "written": [0, 0], "before": "( Note ) ", "after": ""},
                  {"start": 13, "end": 21, "written": [4, 8], "before": "has said", "after": "said"}]}})];
    assert_eq!(score("number", &gold, &predicted, &[]).0["total"]["value"]["f1"], 1.0);
}

#[test]
fn repairs_are_scored_by_what_the_place_reads_in_the_end() {
    let text = "par Eva Kern\nHe has said so ,  and left. BCE stays.";
    let artifact = |start: usize, end: usize, policy: &str, repair: Option<&str>| json!({"start": start, "end": end, "type": policy, "text": &text[start..end], "policy": policy, "repair": repair});
    let gold = [json!({"id": "a", "text": text, "artifacts": [
        artifact(0, 12, "rewrite", Some("By Eva Kern")), artifact(16, 24, "rewrite", Some("said")),
        artifact(27, 29, "drop", Some(",")), artifact(41, 44, "flag", None)],
        "guards": [{"start": 45, "end": 50, "text": "stays"}]})];
    let edit = |start: usize, end: usize, after: &str| json!({"start": start, "end": end, "after": after, "rule": "r"});
    let edits = [edit(0, 3, "By"), edit(16, 24, "says"), edit(45, 50, "is"), edit(41, 44, "ECB")];
    let predicted = [json!({"id": "a", "copydesk": {"edits": edits,
        "annotations": {"artifact": [{"start": 0, "end": 1, "source": [41, 44]}]}}})];
    let (figures, table) = score("cleanup", &gold, &predicted, &[]);
    let want = json!({"safe artifacts": 3, "touched %": 66.7, "exact %": 33.3, "edits": 4, "precision %": 50.0,
                      "edits on flag-only": 1, "guard hits": 1, "flags found %": 100.0, "exact": 1});
    assert_eq!(figures, want);
    assert!(!table.contains("missed"), "{table}");
    let (_, table) = score("cleanup", &gold, &predicted, &["--errors", "9"]);
    for told in [
        "missed: a: drop",
        "not exact: a: want \"said\"",
        "edit on flag: a: BCE -> ECB",
        "guard: a: stays -> is",
    ] {
        assert!(table.contains(told), "{told}\nis missing in\n{table}");
    }
}
