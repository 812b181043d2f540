//! A document as a page that stands for itself.

use super::segments::{Segment, segments};
use super::{Annotation, Edit, Explained, Layer};
use crate::html::{escaped, page as whole};
use crate::talk::count;

/// The page.
pub(crate) fn page(shown: &Explained) -> String {
    let annotations: usize = shown.layers.iter().map(|layer| layer.annotations.len()).sum();
    let facts = format!(
        "{} · {} · {}",
        count(shown.text.chars().count(), "character", "characters"),
        count(shown.edits.len(), "edit", "edits"),
        count(annotations, "annotation", "annotations")
    );
    let body = format!(
        "<h1>{}</h1>\n<p class=\"facts\">{facts}</p>\n{}<div class=\"story\">{}</div>\n{}{}",
        escaped(&shown.id),
        legend(&shown.layers, shown.edits.len()),
        text(shown),
        edits(shown),
        shown.layers.iter().enumerate().map(|(l, layer)| table(l, layer)).collect::<String>()
    );
    whole(&shown.id, STYLE, &body, SCRIPT)
}

/// Looks there are for layers; further ones begin again.
const LOOKS: usize = 12;

fn legend(layers: &[Layer], edits: usize) -> String {
    let entry = |(l, layer): (usize, &Layer)| {
        let (look, name, n) = (l % LOOKS, escaped(&layer.name), layer.annotations.len());
        format!(
            "<label><input type=\"checkbox\" value=\"{l}\" checked> <span class=\"k{look}\">{name}</span> <small>{n}</small></label>\n"
        )
    };
    let edits = match edits {
        0 => String::new(),
        n => format!(
            "<label><input type=\"checkbox\" value=\"edits\" checked> <span>edits</span> <small>{n}</small></label>\n"
        ),
    };
    format!(
        "<div class=\"legend\">{edits}{}</div>\n",
        layers.iter().enumerate().map(entry).collect::<String>()
    )
}

/// The text in paragraphs, with what was deleted and what was put in its place.
fn text(shown: &Explained) -> String {
    let mut out = "<p>".to_owned();
    let mut edits = shown.edits.iter().peekable();
    let mut inserted_to = 0;
    for segment in segments(shown) {
        while let Some(edit) = edits.next_if(|edit| edit.written.start <= segment.range.start) {
            out += &deleted(edit);
            inserted_to = edit.written.end;
        }
        let inserted = segment.range.start < inserted_to;
        for (i, part) in shown.text[segment.range.clone()].split('\n').enumerate() {
            out += if i > 0 { "</p>\n<p>" } else { "" };
            out += &piece(part, &segment, inserted, shown);
        }
    }
    out + &edits.map(deleted).collect::<String>() + "</p>"
}

fn deleted(edit: &Edit) -> String {
    if edit.before.is_empty() {
        return String::new();
    }
    let said = escaped(&format!("{} ({})", edit.rule, edit.grade));
    format!("<del title=\"{said}\">{}</del>", lines(&edit.before))
}

fn piece(part: &str, segment: &Segment, inserted: bool, shown: &Explained) -> String {
    if part.is_empty() {
        return String::new();
    }
    let part = if inserted { format!("<ins>{}</ins>", escaped(part)) } else { escaped(part) };
    let [(outer, _), .., (inner, _)] = segment.covers[..] else {
        return match segment.covers.first() {
            Some((only, _)) => marked(&part, segment, "", *only, shown),
            None => part,
        };
    };
    let under = if inner == outer { String::new() } else { format!(" u{}", outer % LOOKS) };
    marked(&part, segment, &under, inner, shown)
}

fn marked(part: &str, segment: &Segment, under: &str, inner: usize, shown: &Explained) -> String {
    let layers: Vec<_> = segment.covers.iter().map(|(l, _)| l.to_string()).collect();
    let title: Vec<_> = segment.covers.iter().map(|(l, a)| hint(&shown.layers[*l], *a)).collect();
    let (look, layers, title) = (inner % LOOKS, layers.join(" "), escaped(&title.join("\n")));
    format!("<span class=\"k{look}{under}\" data-l=\"{layers}\" title=\"{title}\">{part}</span>")
}

/// What is shown of an annotation when the pointer rests on it.
fn hint(layer: &Layer, annotation: usize) -> String {
    let fields = layer.annotations[annotation].fields.iter();
    let said: Vec<_> = fields.map(|(key, value)| format!("{key} {value}").trim_end().to_owned()).collect();
    format!("{}: {}", layer.name, said.join(", "))
}

fn lines(text: &str) -> String {
    escaped(text).replace('\n', "<br>")
}

fn edits(shown: &Explained) -> String {
    if shown.edits.is_empty() {
        return String::new();
    }
    let row = |edit: &Edit| {
        let (before, after) = (lines(&edit.before), lines(&edit.after));
        format!(
            "<tr><td><del>{before}</del></td><td><ins>{after}</ins></td><td><code>{}</code></td><td>{}</td></tr>\n",
            escaped(&edit.rule),
            escaped(&edit.grade)
        )
    };
    let rows: String = shown.edits.iter().map(row).collect();
    format!(
        "<h2>Edits</h2>\n<table><thead><tr><th>before<th>after<th>rule<th>evidence</tr></thead>\n{rows}</table>\n"
    )
}

/// A layer as a table: a column for every field that some annotation has.
fn table(l: usize, layer: &Layer) -> String {
    let mut keys: Vec<&str> = Vec::new();
    for (key, _) in layer.annotations.iter().flat_map(|annotation| &annotation.fields) {
        if !keys.contains(&key.as_str()) {
            keys.push(key);
        }
    }
    let heads: String = keys.iter().map(|key| format!("<th>{}", escaped(key))).collect();
    let rows: String = layer.annotations.iter().map(|annotation| row(annotation, &keys)).collect();
    format!(
        "<h2><span class=\"k{}\">{}</span></h2>\n<table><thead><tr><th>text{heads}</tr></thead>\n{rows}</table>\n",
        l % LOOKS,
        escaped(&layer.name)
    )
}

fn row(annotation: &Annotation, keys: &[&str]) -> String {
    let cell = |key: &&str| match annotation.fields.iter().find(|(known, _)| known == key) {
        Some((_, value)) if value.is_empty() => "<td>yes</td>".to_owned(),
        Some((_, value)) => format!("<td>{}</td>", escaped(value)),
        None => "<td></td>".to_owned(),
    };
    let cells: String = keys.iter().map(cell).collect();
    let about = lines(&annotation.about);
    let about = if annotation.deleted { format!("<del>{about}</del>") } else { about };
    format!("<tr><td>{about}</td>{cells}</tr>\n")
}

const STYLE: &str = include_str!("explain.css");
const SCRIPT: &str = include_str!("explain.js");
