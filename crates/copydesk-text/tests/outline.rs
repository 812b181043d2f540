//! The outline as its users meet it.

use copydesk_core::Reading as _;
use copydesk_text::{Kind, Outline};
use proptest::prelude::*;

fn read(text: &str) -> Outline {
    let mut outline = Outline::default();
    outline.read(text);
    outline
}

fn sentences(text: &str) -> Vec<&str> {
    read(text).sentences.iter().map(|sentence| &text[sentence.range()]).collect()
}

fn tokens(text: &str) -> Vec<&str> {
    read(text).tokens.iter().map(|token| token.of(text)).collect()
}

fn quoted(text: &str) -> Vec<&str> {
    read(text)
        .quotations
        .iter()
        .map(|found| &text[found.inner_start as usize..found.inner_end as usize])
        .collect()
}

#[test]
fn titles_and_initials_do_not_end_a_sentence() {
    let text = "Mr. Hale met Richard M. Nolan of Orbis Inc. on Monday. The U.S. Senate voted.";
    assert_eq!(
        sentences(text),
        ["Mr. Hale met Richard M. Nolan of Orbis Inc. on Monday.", "The U.S. Senate voted."]
    );
}

#[test]
fn an_abbreviation_behind_a_hyphen_is_one() {
    let text = "She met then-Sen. Hale (D-N.Y.) at the Norland-U.S. border. Ex-U.S. envoys came.";
    assert_eq!(
        sentences(text),
        ["She met then-Sen. Hale (D-N.Y.) at the Norland-U.S. border.", "Ex-U.S. envoys came."]
    );
    assert_eq!(sentences("He took part in a drive-in. Then he left.").len(), 2);
    assert_eq!(sentences("She won the run-off.The rest lost.").len(), 2);
}

#[test]
fn an_abbreviation_ends_a_sentence_before_a_word_that_starts_one() {
    assert_eq!(sentences("It left the U.S. The plan failed."), ["It left the U.S.", "The plan failed."]);
}

#[test]
fn a_closing_mark_belongs_to_its_sentence() {
    assert_eq!(sentences("“We won.” Nobody spoke."), ["“We won.”", "Nobody spoke."]);
    assert_eq!(sentences("“Why?” he asked."), ["“Why?” he asked."]);
}

#[test]
fn paragraphs_are_lines_that_hold_something() {
    let text = "One line\n \nAnother\r\nLast";
    let outline = read(text);
    let lines: Vec<_> = outline.paragraphs.iter().map(|paragraph| &text[paragraph.range()]).collect();
    assert_eq!(lines, ["One line", "Another", "Last"]);
}

#[test]
fn words_keep_what_belongs_to_them() {
    assert_eq!(
        tokens("Wang's co-operate don’t U.S. 24-year-old"),
        ["Wang", "'s", "co-operate", "don’t", "U.S.", "24-year-old"]
    );
    assert_eq!(tokens("$1,500.50, or 3.5%"), ["$", "1,500.50", ",", "or", "3.5", "%"]);
}

#[test]
fn quotations_nest_and_take_every_style() {
    assert_eq!(quoted("“He said ‘no’ to it,” she said"), ["He said ‘no’ to it,", "no"]);
    assert_eq!(quoted("„Das war gut“, «oui», \"yes\", ``so''"), ["Das war gut", "oui", "yes", "so"]);
    assert_eq!(quoted("« Bonjour », dit-il"), [" Bonjour "]);
}

#[test]
fn a_mark_opens_inside_its_like_where_the_rest_closes_both() {
    assert_eq!(quoted("\"It did not \"frame\" us,\" he said"), ["It did not \"frame\" us,", "frame"]);
    assert_eq!(quoted("“We said “no” and “never,”” he said"), ["We said “no” and “never,”", "no", "never,"]);
    // The first was never closed.
    assert_eq!(quoted("\"We sail. \"Not today,\" he said")[1..], ["Not today,"]);
}

#[test]
fn apostrophes_are_no_quotation_marks() {
    assert!(quoted("The ministers’ plan and the ’90s, the workers' pay").is_empty());
    assert_eq!(quoted("‘the ministers’ plan’ failed"), ["the ministers’ plan"]);
}

#[test]
fn a_quotation_goes_on_in_the_next_paragraph() {
    let outline = read("“We begin here.\n“And end here.”\nOther text.");
    assert_eq!(outline.quotations[0].continues, Some(1));
    assert!(!outline.quotations[0].closed && outline.quotations[1].closed);
}

#[test]
fn a_hundred_thousand_marks_stay_linear() {
    for mark in ["“", "\"", "'", "’", "« ", "‘a "] {
        let text = mark.repeat(100_000);
        assert!(read(&text).quotations.len() <= 100_000);
    }
}

proptest! {
    #[test]
    fn tokens_cover_all_that_is_not_blank(text in "[a-zA-Z0-9“”‘’'\" .,;é«»\n$%-]{0,200}") {
        let outline = read(&text);
        let mut at = 0;
        for token in &outline.tokens {
            prop_assert!(text[at..token.range().start].chars().all(char::is_whitespace));
            prop_assert!(!token.of(&text).is_empty());
            at = token.range().end;
        }
        prop_assert!(text[at..].chars().all(char::is_whitespace));
    }

    #[test]
    fn any_text_is_read_and_sentences_part_the_tokens(text in "\\PC{0,200}") {
        let outline = read(&text);
        let parts: usize = outline.sentences.iter().map(|sentence| sentence.tokens().len()).sum();
        prop_assert_eq!(parts, outline.tokens.len());
        for found in &outline.quotations {
            prop_assert!(text.get(found.start as usize..found.end as usize).is_some());
        }
        prop_assert!(outline.tokens.iter().all(|token| token.kind != Kind::Word || token.start < token.end));
    }
}

#[test]
fn places_are_found_by_byte() {
    let outline = read("One. Two three.");
    assert_eq!(outline.sentence_at(6), Some(1));
    assert_eq!(outline.tokens[outline.token_at(6)].start, 5);
    assert_eq!(outline.sentences.first().unwrap().start, 0);
}
