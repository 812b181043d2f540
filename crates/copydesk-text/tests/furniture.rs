//! The furniture of wire stories as its users meet it.

use copydesk_text::furniture::{DayOfYear, byline, dateline, is_credit, is_desk_note, is_heading};

#[test]
fn a_dateline_gives_places_date_agency_and_body() {
    let line = "ARLEN/PORT VALE, March 9 (Newswire) - Talks began.";
    let found = dateline(line).expect("a dateline");
    let places: Vec<_> = found.places.iter().map(|place| &line[place.clone()]).collect();
    assert_eq!(places, ["ARLEN", "PORT VALE"]);
    assert_eq!(found.date.expect("a date").1, DayOfYear { month: 3, day: 9, year: None });
    assert_eq!(&line[found.agency.expect("an agency")], "Newswire");
    assert_eq!(&line[found.body..], "Talks began.");
}

#[test]
fn datelines_come_in_the_forms_of_other_desks() {
    for (line, day) in [
        ("ARLEN, 12. März 2021 (dpa) — Text", DayOfYear { month: 3, day: 12, year: Some(2021) }),
        ("ARLEN, 1er mars (AFP) – Text", DayOfYear { month: 3, day: 1, year: None }),
        ("ARLEN, 9 May -- Text", DayOfYear { month: 5, day: 9, year: None }),
        ("Arlen, 16 May (EFE).- Text", DayOfYear { month: 5, day: 16, year: None }),
        ("Arlen, Sept. 30 (AP) —", DayOfYear { month: 9, day: 30, year: None }),
    ] {
        assert_eq!(dateline(line).and_then(|found| found.date).map(|(_, day)| day), Some(day), "{line}");
    }
}

#[test]
fn prose_is_no_dateline() {
    for line in [
        "The plan - a bold one - failed.",
        "Officials (and friends) - all of them - left.",
        "1 - 2 was the score",
        "A - B",
    ] {
        assert_eq!(dateline(line), None, "{line}");
    }
}

#[test]
fn bylines_are_read_in_every_desks_language() {
    let names = |line: &str| byline(line).map(|found| (found.names.len(), found.language));
    assert_eq!(names("By Jane Doe and John van Roe"), Some((2, None)));
    assert_eq!(names("par Jeanne Dupont, Luc Petit et Anne Roy"), Some((3, Some("fr"))));
    assert_eq!(names("Von Hans Weber und Eva Kern"), Some((2, Some("de"))));
    assert_eq!(names("By Tuesday the talks had failed"), None);
    assert_eq!(names("By contrast"), None);
}

#[test]
fn notes_and_credits_are_told_from_asides() {
    assert!(is_desk_note("(Updates with reaction from the ministry)"));
    assert!(!is_desk_note("(The minister later apologized)"));
    assert!(is_credit("(Reporting by Jane Doe; Editing by John Roe)"));
    assert!(is_credit("(Jane Doe in Arlen, edited by John Roe)"));
    assert!(is_credit("(dpa)"));
    assert!(!is_credit("(It was not the first time.)"));
}

#[test]
fn a_heading_is_all_in_capitals() {
    assert!(is_heading("NO END IN “SIGHT”"));
    assert!(
        !is_heading("NATO".to_lowercase().as_str()) && !is_heading("USA.") && !is_heading("No end in sight")
    );
}
