//! The annotations of a layer with their values: in columns where they fit, else one below the other.

use anstyle::Style;
use unicode_width::UnicodeWidthStr;

use super::terminal::{DIM, GUTTER, PLAIN, gutter, line_of};
use super::values::shortened;
use super::{Annotation, Layer};
use crate::wrap::{Piece, wrapped};

/// The most characters shown of what an annotation is about, in a column and on a line of its own.
const IN_COLUMN: usize = 44;
const ON_LINE: usize = 160;

/// The columns of short texts with their fields beside them.
const BESIDE: usize = 30;

/// Every annotation of a layer.
pub(super) fn values(layer: &Layer, look: Style, text: &str, width: usize) -> String {
    let columns = Columns::of(layer);
    let lines = |shown: &dyn Fn(&Annotation) -> String| -> String {
        let line = |it: &Annotation| gutter(line_of(text, it.span.start)) + &shown(it) + "\n";
        layer.annotations.iter().map(line).collect()
    };
    if !columns.fields.is_empty() && columns.width() + GUTTER <= width {
        return columns.heads() + &lines(&|it| columns.row(it, look));
    }
    let mean = layer.annotations.iter().map(|it| about(it, ON_LINE).width()).sum::<usize>()
        / layer.annotations.len().max(1);
    if mean <= BESIDE { lines(&|it| beside(it, look, width)) } else { lines(&|it| below(it, look, width)) }
}

/// A column for what the annotations are about, and one for every field that one of them has.
struct Columns<'a> {
    about: usize,
    fields: Vec<(&'a str, usize)>,
}

impl<'a> Columns<'a> {
    fn of(layer: &'a Layer) -> Self {
        let mut fields: Vec<(&str, usize)> = Vec::new();
        for (key, value) in layer.annotations.iter().flat_map(|annotation| &annotation.fields) {
            let wide = value.width().max(key.width());
            match fields.iter_mut().find(|(known, _)| known == key) {
                Some((_, widest)) => *widest = wide.max(*widest),
                None => fields.push((key, wide)),
            }
        }
        let about = layer.annotations.iter().map(|it| about(it, IN_COLUMN).width()).max().unwrap_or(0);
        Self { about, fields }
    }

    fn width(&self) -> usize {
        self.about + self.fields.iter().map(|(_, wide)| wide + 2).sum::<usize>()
    }

    fn heads(&self) -> String {
        let heads: String = self.fields.iter().map(|(key, wide)| format!("  {key:wide$}")).collect();
        let blank = GUTTER + self.about;
        format!("{DIM}{:blank$}{}{DIM:#}\n", "", heads.trim_end())
    }

    fn row(&self, annotation: &Annotation, look: Style) -> String {
        let shown = about(annotation, IN_COLUMN);
        let cells: String = self.fields.iter().map(|(key, wide)| cell(annotation, key, *wide)).collect();
        let cells = cells.trim_end();
        let pad = if cells.is_empty() { 0 } else { self.about - shown.width() };
        format!("{look}{shown}{look:#}{:pad$}{cells}", "")
    }
}

fn cell(annotation: &Annotation, key: &str, wide: usize) -> String {
    let value = annotation.fields.iter().find(|(known, _)| known == key);
    let shown = match value.map(|(_, value)| value.as_str()) {
        Some("") => "yes",
        Some(value) => value,
        None => "",
    };
    format!("  {shown}{:pad$}", "", pad = wide.saturating_sub(shown.width()))
}

/// An annotation's text, and beside it the fields; a long one stands above them.
fn beside(annotation: &Annotation, look: Style, width: usize) -> String {
    const COLUMN: usize = GUTTER + BESIDE + 2;
    let shown = about(annotation, ON_LINE);
    let fields = fields(annotation);
    if fields.is_empty() {
        return wrapped(&[(look, &shown)], GUTTER, width);
    }
    let gap = match BESIDE.checked_sub(shown.width()) {
        Some(left) => format!("{:1$}", "", left + 2),
        None => format!("\n{:COLUMN$}", ""),
    };
    wrapped(&[(look, &shown)], GUTTER, width) + &gap + &wrapped(&fields, COLUMN, width)
}

/// An annotation's text, and below it the fields.
fn below(annotation: &Annotation, look: Style, width: usize) -> String {
    const DEEPER: usize = GUTTER + 2;
    let out = wrapped(&[(look, about(annotation, ON_LINE).as_str())], GUTTER, width);
    let fields = fields(annotation);
    if fields.is_empty() { out } else { format!("{out}\n{:DEEPER$}{}", "", wrapped(&fields, DEEPER, width)) }
}

/// The fields in a row.
fn fields(annotation: &Annotation) -> Vec<Piece<'_>> {
    let mut pieces: Vec<Piece<'_>> = Vec::new();
    for (key, value) in &annotation.fields {
        let between = if pieces.is_empty() { "" } else { " · " };
        pieces.extend([(DIM, between), (DIM, key.as_str())]);
        if !value.is_empty() {
            pieces.extend([(PLAIN, " "), (PLAIN, value)]);
        }
    }
    pieces
}

fn about(annotation: &Annotation, most: usize) -> String {
    let about = shortened(&annotation.about, most);
    if annotation.deleted { format!("{about} (deleted)") } else { about }
}
