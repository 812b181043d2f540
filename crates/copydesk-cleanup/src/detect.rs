//! Rules that no token pattern can say, by the names that packs call them by.

mod budget;
mod control;
mod correlative;
mod demonym;
mod detached_hyphen;
mod entity;
mod garbled;
mod german;
mod glued;
mod line_start;
mod loops;
mod lost_character;
mod lost_unit;
mod mark_blanks;
mod marks;
mod mojibake;
mod name_case;
mod nested_marks;
mod numbers_form;
mod page;
mod quotation_start;
mod repeated_line;
mod small_caps;
mod tight_marks;
mod translated_name;
mod width;
mod wire_lines;

use std::ops::Range;

use crate::find::Finds;
use crate::reading::Reading;

/// A rule written in Rust. It is called at each of its rule's anchors, or, if there is none, once with the whole text.
#[derive(Clone, Copy)]
pub(crate) struct Detector {
    name: &'static str,
    pub(crate) run: fn(Reading<'_>, Range<usize>, &mut Finds<'_>),
}

impl std::fmt::Debug for Detector {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str(self.name)
    }
}

/// The detector of a name.
pub(crate) fn find(name: &str) -> Option<Detector> {
    ALL.iter().find(|detector| detector.name == name).copied()
}

const ALL: &[Detector] = &[
    Detector { name: "blank-after-mark", run: tight_marks::run },
    Detector { name: "blank-before-mark", run: mark_blanks::run },
    Detector { name: "byline", run: wire_lines::byline },
    Detector { name: "control", run: control::run },
    Detector { name: "correlative", run: correlative::run },
    Detector { name: "credit", run: wire_lines::credit },
    Detector { name: "demonym-of-department", run: demonym::run },
    Detector { name: "desk-note", run: wire_lines::desk_note },
    Detector { name: "detached-hyphen", run: detached_hyphen::run },
    Detector { name: "entity", run: entity::run },
    Detector { name: "feed-footer", run: page::feed_footer },
    Detector { name: "garbled-name", run: garbled::name },
    Detector { name: "garbled-word", run: garbled::word },
    Detector { name: "glued-sentence", run: glued::run },
    Detector { name: "headline-category", run: german::category },
    Detector { name: "hour-letter", run: numbers_form::hour },
    Detector { name: "italian-budget", run: budget::run },
    Detector { name: "line-start", run: line_start::run },
    Detector { name: "loops", run: loops::run },
    Detector { name: "lost-character", run: lost_character::run },
    Detector { name: "lost-unit", run: lost_unit::run },
    Detector { name: "marks-curly", run: marks::curly },
    Detector { name: "marks-single", run: marks::single },
    Detector { name: "marks-straight", run: marks::straight },
    Detector { name: "low-marks", run: german::low_marks },
    Detector { name: "mojibake", run: mojibake::run },
    Detector { name: "name-case", run: name_case::run },
    Detector { name: "nested-marks", run: nested_marks::run },
    Detector { name: "orphan-close", run: marks::orphan },
    Detector { name: "page-title", run: page::title },
    Detector { name: "percent-blank", run: numbers_form::percent },
    Detector { name: "quotation-start", run: quotation_start::run },
    Detector { name: "repeated-head", run: repeated_line::head },
    Detector { name: "repeated-line", run: repeated_line::run },
    Detector { name: "small-caps", run: small_caps::place },
    Detector { name: "street-article", run: german::street },
    Detector { name: "surname-in-capitals", run: small_caps::surname },
    Detector { name: "translated-surname", run: translated_name::run },
    Detector { name: "width", run: width::run },
];
