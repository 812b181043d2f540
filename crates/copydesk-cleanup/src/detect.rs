//! Rules that no token pattern can say, by the names that packs call them by.

mod budget;
mod control;
mod correlative;
mod demonym;
mod detached_hyphen;
mod entity;
mod foreign_marks;
mod garbled;
mod german;
mod glued;
mod line_start;
mod loops;
mod lost_accent;
mod lost_character;
mod lost_letter;
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
mod strange;
mod tight_marks;
mod translated_name;
mod width;
mod wire_lines;

use std::ops::Range;

use crate::find::Finds;
use crate::lens::Lens;
use crate::page::Page;
use crate::reading::Reading;
use crate::survey::Survey;

/// A rule written in Rust.
#[derive(Clone, Copy)]
pub(crate) struct Detector(pub(crate) Look);

/// What a detector looks at.
#[derive(Clone, Copy)]
pub(crate) enum Look {
    /// The characters around each of its anchors.
    Text(fn(Page<'_>, Range<usize>, &mut Finds<'_>)),
    /// The same, but for anchors that start right after a small letter, a digit or the end of a sentence.
    Joint(fn(Page<'_>, Range<usize>, &mut Finds<'_>)),
    /// The tokens of the line around each of its anchors.
    Line(fn(Reading<'_>, Range<usize>, &mut Finds<'_>)),
    /// The text, once, through a lens.
    Page(fn(Page<'_>, &mut Lens, &mut Finds<'_>)),
    /// All tokens of the text, once, if the first function sees a reason.
    Whole(fn(Page<'_>) -> bool, fn(Reading<'_>, &Survey, &mut Finds<'_>)),
}

impl Detector {
    /// Whether it is called at the anchors of its rule.
    pub(crate) fn needs_anchors(self) -> bool {
        matches!(self.0, Look::Text(_) | Look::Joint(_) | Look::Line(_))
    }
}

impl std::fmt::Debug for Detector {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.write_str("Detector")
    }
}

/// The detector of a name.
pub(crate) fn find(name: &str) -> Option<Detector> {
    let look = match name {
        "bracket-blank" => Look::Text(foreign_marks::bracket),
        "blank-after-mark" => Look::Page(tight_marks::run),
        "blank-before-mark" => Look::Whole(mark_blanks::is_habit, mark_blanks::run),
        "byline" => Look::Page(wire_lines::byline),
        "control" => Look::Text(control::run),
        "correlative" => Look::Line(correlative::run),
        "credit" => Look::Page(wire_lines::credit),
        "demonym-of-department" => Look::Text(demonym::run),
        "detached-clitic" => Look::Text(foreign_marks::clitic),
        "desk-note" => Look::Page(wire_lines::desk_note),
        "detached-hyphen" => Look::Text(detached_hyphen::run),
        "doubled-stop" => Look::Text(foreign_marks::doubled_stop),
        "doubled-word" => Look::Page(foreign_marks::doubled),
        "entity" => Look::Text(entity::run),
        "feed-footer" => Look::Text(page::feed_footer),
        "garbled-name" => Look::Whole(strange::may_be_scrambled, garbled::name),
        "garbled-word" => Look::Whole(strange::may_be_garbled, garbled::word),
        "french-blank" => Look::Text(foreign_marks::blank),
        "glued-sentence" => Look::Joint(glued::run),
        "guillemets" => Look::Line(foreign_marks::guillemets),
        "headline-category" => Look::Page(german::category),
        "hour-letter" => Look::Text(numbers_form::hour),
        "inverted-mark" => Look::Text(foreign_marks::inverted),
        "italian-budget" => Look::Text(budget::run),
        "line-start" => Look::Page(line_start::run),
        "loops" => Look::Page(loops::run),
        "lost-accent" => Look::Page(lost_accent::run),
        "lost-letter" => Look::Page(lost_letter::run),
        "lost-character" => Look::Text(lost_character::run),
        "lost-unit" => Look::Line(lost_unit::run),
        "marks-curly" => Look::Page(marks::curly),
        "marks-single" => Look::Text(marks::single),
        "marks-straight" => Look::Page(marks::straight),
        "low-marks" => Look::Line(german::low_marks),
        "mojibake" => Look::Text(mojibake::run),
        "name-case" => Look::Whole(strange::may_be_small_name, name_case::run),
        "nested-marks" => Look::Text(nested_marks::run),
        "orphan-close" => Look::Page(marks::orphan),
        "page-title" => Look::Page(page::title),
        "percent-apart" => Look::Text(foreign_marks::percent),
        "percent-blank" => Look::Text(numbers_form::percent),
        "quotation-start" => Look::Line(quotation_start::run),
        "repeated-head" => Look::Page(repeated_line::head),
        "repeated-line" => Look::Page(repeated_line::run),
        "small-tag" => Look::Page(german::small_tag),
        "small-caps" => Look::Line(small_caps::place),
        "street-article" => Look::Line(german::street),
        "surname-in-capitals" => Look::Whole(strange::may_be_surname, small_caps::surname),
        "translated-surname" => Look::Line(translated_name::run),
        "wide-marks" => Look::Text(foreign_marks::wide),
        "width" => Look::Page(width::run),
        _ => return None,
    };
    Some(Detector(look))
}
