//! What foreign desks write before and after a story: notes, bylines, credits.

use std::ops::Range;

use copydesk_text::furniture;

use crate::find::Finds;
use crate::lens::Lens;
use crate::page::Page;

/// Lines at the head that may hold a note or a byline.
const HEAD: usize = 8;

/// Lines at the foot, and at the head, that may hold a credit.
const FOOT: usize = 8;

/// Over the whole text: notes of the desk before the story.
pub(super) fn desk_note(page: Page<'_>, _: &mut Lens, finds: &mut Finds<'_>) {
    let lines = page.lines();
    if !lines.iter().take(HEAD).any(|line| page.line(*line).starts_with(['(', '['])) {
        return;
    }
    for (index, paragraph) in lines.iter().enumerate().take(HEAD) {
        let line = page.line(*paragraph);
        if furniture::dateline(line).is_some() || !line.starts_with(['(', '[']) && line.len() > 200 {
            return;
        }
        if furniture::is_desk_note(line) && index + 1 < lines.len() {
            finds.replace_all(page.lines_out(index..index + 1), "");
        }
    }
}

/// Over the whole text: a byline that was left in the desk's language.
pub(super) fn byline(page: Page<'_>, _: &mut Lens, finds: &mut Finds<'_>) {
    let lines = page.lines();
    for (index, paragraph) in lines.iter().enumerate().take(HEAD) {
        let line = page.line(*paragraph);
        let Some(byline) = furniture::byline(line).filter(|byline| byline.language.is_some()) else {
            continue;
        };
        let in_place = index + 1 < lines.len() && furniture::dateline(page.line(lines[index + 1])).is_some();
        if in_place || byline.names.len() > 1 && line.len() < 80 {
            translate(page, paragraph.start as usize, line, &byline.names, finds);
        }
    }
}

/// Writes what stands around the names anew: the names themselves stay, and what other stages noted of them.
fn translate(page: Page<'_>, start: usize, line: &str, names: &[Range<usize>], finds: &mut Finds<'_>) {
    let mut at = 0;
    for (index, name) in names.iter().enumerate() {
        let with = match index {
            0 => "By ",
            _ if index + 1 == names.len() => " and ",
            _ => ", ",
        };
        finds.replace(page.text, start + at..start + name.start, with);
        at = name.end;
    }
    finds.replace(page.text, start + at..start + line.len(), "");
}

/// Over the whole text: credits of a translating or foreign desk.
pub(super) fn credit(page: Page<'_>, _: &mut Lens, finds: &mut Finds<'_>) {
    let lines = page.lines();
    for (index, paragraph) in lines.iter().enumerate() {
        let near = index < FOOT || index + FOOT >= lines.len();
        let line = page.line(*paragraph);
        if near && lines.len() > 1 && (is_foreign(line) || is_notice(line) || is_initials(line)) {
            finds.replace_all(page.lines_out(index..index + 1), "");
        }
    }
}

/// A bracketed credit that names a translation or is in another language.
fn is_foreign(line: &str) -> bool {
    const WORDS: [&str; 24] = [
        "french version",
        "german version",
        "spanish version",
        "italian version",
        "portuguese version",
        "english version",
        "version française",
        "reportage",
        "rédaction",
        "édité par",
        "adaptation",
        "traduit",
        "translated by",
        "translation by",
        "translated from",
        "translation from",
        "bearbeitet",
        "redigiert",
        "geschrieben von",
        "información de",
        "editado por",
        "traducido por",
        "tradotto da",
        "traduzido por",
    ];
    if !line.starts_with(['(', '[']) || !furniture::is_credit(line) {
        return false;
    }
    let lower = line.to_lowercase();
    let tag = lower.trim_matches(['(', ')', '[', ']']);
    WORDS.iter().any(|word| lower.contains(word)) || FOREIGN_AGENCIES.contains(&tag)
}

/// Agencies that tag the stories of desks in other languages.
const FOREIGN_AGENCIES: [&str; 14] = [
    "dpa",
    "ansa",
    "efe",
    "lusa",
    "apa",
    "sda",
    "ats",
    "belga",
    "anp",
    "afp",
    "dpa/afp",
    "afp/dpa",
    "tass",
    "adnkronos",
];

/// A notice of rights: `© Anne Kern/dpa`.
fn is_notice(line: &str) -> bool {
    line.starts_with('©') && line.len() <= 120 && !line.ends_with('.') && !line.contains(". ")
}

/// The desk's initials and an agency: `akl / DPA`, `mkl/dpa/AFP`.
fn is_initials(line: &str) -> bool {
    const AGENCIES: [&str; 10] = ["dpa", "afp", "reuters", "ap", "sid", "apa", "kna", "epd", "dts", "sda"];
    if line.len() > 40 || !line.contains('/') {
        return false;
    }
    let parts: Vec<String> = line.split('/').map(|part| part.trim().to_lowercase()).collect();
    let short = parts
        .iter()
        .all(|part| (2..=7).contains(&part.len()) && part.bytes().all(|b| b.is_ascii_lowercase()));
    let initials = line.starts_with(|c: char| c.is_ascii_lowercase());
    short && initials && parts[1..].iter().all(|part| AGENCIES.contains(&part.as_str()))
}
