//! A document in the terminal: its edits, its text in colours, its annotations.

use std::ops::Range;

use anstyle::{AnsiColor, Style};

use super::edits::edit;
use super::listing::values;
use super::segments::{Segment, segments};
use super::{Explained, Layer};
use crate::talk::count;
use crate::wrap::{Piece, wrapped};

pub(super) const PLAIN: Style = Style::new();
const BOLD: Style = Style::new().bold();
pub(super) const DIM: Style = Style::new().dimmed();

/// The looks of layers, in the order of their names.
const LOOKS: [AnsiColor; 12] = [
    AnsiColor::Magenta,
    AnsiColor::Blue,
    AnsiColor::Green,
    AnsiColor::Cyan,
    AnsiColor::Yellow,
    AnsiColor::Red,
    AnsiColor::BrightBlue,
    AnsiColor::BrightMagenta,
    AnsiColor::BrightGreen,
    AnsiColor::BrightYellow,
    AnsiColor::BrightRed,
    AnsiColor::BrightCyan,
];

/// Columns of the line numbers, with a blank after them.
pub(super) const GUTTER: usize = 6;

/// The document, for a terminal of so many columns.
pub(crate) fn page(shown: &Explained, width: usize) -> String {
    let annotations: usize = shown.layers.iter().map(|layer| layer.annotations.len()).sum();
    let facts = format!(
        "{}, {}, {}",
        count(shown.text.chars().count(), "character", "characters"),
        count(shown.edits.len(), "edit", "edits"),
        count(annotations, "annotation", "annotations")
    );
    let mut page = format!("{BOLD}{}{BOLD:#}  {DIM}{facts}{DIM:#}\n", shown.id);
    if !shown.edits.is_empty() {
        page += &title("Edits");
        shown.edits.iter().for_each(|it| page += &edit(it, &shown.source, width));
    }
    page += &title("Text");
    page += &legend(&shown.layers);
    page += &text(shown, width);
    for (l, layer) in shown.layers.iter().enumerate() {
        page +=
            &format!("\n{0}{1}{0:#} {DIM}{2}{DIM:#}\n", look(l).bold(), layer.name, layer.annotations.len());
        page += &values(layer, look(l), &shown.text, width);
    }
    page
}

fn title(name: &str) -> String {
    format!("\n{BOLD}{name}{BOLD:#}\n")
}

fn look(layer: usize) -> Style {
    LOOKS[layer % LOOKS.len()].on_default()
}

pub(super) fn line_of(text: &str, at: usize) -> usize {
    text[..at].matches('\n').count() + 1
}

pub(super) fn gutter(line: usize) -> String {
    format!("{DIM}{line:>4}{DIM:#}  ")
}

fn legend(layers: &[Layer]) -> String {
    if layers.is_empty() {
        return String::new();
    }
    let names: Vec<_> =
        layers.iter().enumerate().map(|(l, it)| format!("{0}{1}{0:#}", look(l), it.name)).collect();
    format!("{:GUTTER$}{}\n", "", names.join("  "))
}

/// The text line by line, each annotation in the colour of its layer; the shortest wins.
fn text(shown: &Explained, width: usize) -> String {
    let segments = segments(shown);
    let mut out = String::new();
    let mut start = 0;
    for (i, line) in shown.text.split('\n').enumerate() {
        let range = start..start + line.len();
        let pieces: Vec<_> = on_line(&segments, &range).map(|it| piece(it, &range, &shown.text)).collect();
        out += gutter(i + 1).as_str();
        out += &wrapped(&pieces, GUTTER, width);
        out.push('\n');
        start = range.end + 1;
    }
    out
}

fn on_line<'a>(segments: &'a [Segment], line: &Range<usize>) -> impl Iterator<Item = &'a Segment> {
    let first = segments.partition_point(|segment| segment.range.end <= line.start);
    let end = line.end;
    segments[first..].iter().take_while(move |segment| segment.range.start < end)
}

fn piece<'a>(segment: &Segment, line: &Range<usize>, text: &'a str) -> Piece<'a> {
    let part = &text[segment.range.start.max(line.start)..segment.range.end.min(line.end)];
    match segment.covers[..] {
        [] => (PLAIN, part),
        [.., (inner, _)] => (look(inner), part),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::{Annotation, Edit};

    fn plain(styled: &str) -> String {
        anstream::adapter::strip_str(styled).to_string()
    }

    #[test]
    fn a_document_shows_its_edits_its_text_and_its_annotations() {
        let change = |source, written, before: &str, after: &str, earlier| Edit {
            rule: "desk/rule".to_owned(),
            grade: "shape".to_owned(),
            source,
            written,
            before: before.to_owned(),
            after: after.to_owned(),
            earlier,
        };
        let before = vec![("wire/blank".to_owned(), "in  Rome".to_owned(), "in Rome".to_owned())];
        let shown = Explained {
            id: "a".to_owned(),
            source: "(Note)\nEva Kern has said it  in Rome.".to_owned(),
            text: "\nEva Kern said it at Rome.".to_owned(),
            edits: vec![
                change(0..6, 0..0, "(Note)", "", Vec::new()),
                change(16..24, 10..14, "has said", "said", Vec::new()),
                change(27..28, 17..17, " ", "", before),
            ],
            layers: vec![Layer {
                name: "name".to_owned(),
                annotations: vec![Annotation {
                    span: 1..9,
                    source: 7..15,
                    about: "Eva Kern".to_owned(),
                    whole: false,
                    deleted: false,
                    fields: vec![
                        ("kind".to_owned(), "person".to_owned()),
                        ("sure".to_owned(), String::new()),
                    ],
                }],
            }],
        };
        let want = "\
a  26 characters, 3 edits, 1 annotation

Edits
   1  [(Note) → ∅]
      desk/rule · shape
   2  Eva Kern [has said → said] it  in Rome.
      desk/rule · shape
   2  Eva Kern has said it[␣ → ∅] in Rome.
      desk/rule · shape
      after wire/blank: in  Rome → in Rome

Text
      name
   1
   2  Eva Kern said it at Rome.

name 1
                kind    sure
   2  Eva Kern  person  yes
";
        let page = plain(&page(&shown, 80));
        let page: String = page.lines().map(|line| line.trim_end().to_owned() + "\n").collect();
        assert_eq!(page, want);
    }

    #[test]
    fn the_shortest_annotation_gives_the_colour() {
        let annotation = |span: Range<usize>| Annotation {
            source: span.clone(),
            about: String::new(),
            whole: false,
            deleted: false,
            fields: Vec::new(),
            span,
        };
        let layer = |name: &str, span| Layer { name: name.to_owned(), annotations: vec![annotation(span)] };
        let shown = Explained {
            id: String::new(),
            source: String::new(),
            text: "one two three".to_owned(),
            edits: Vec::new(),
            layers: vec![layer("a", 0..13), layer("b", 4..7)],
        };
        let (a, b) = (look(0), look(1));
        assert_eq!(text(&shown, 80), format!("{}{a}one {a:#}{b}two{b:#}{a} three{a:#}\n", gutter(1)));
    }
}
