//! The columns of a flat table.

use copydesk_core::LayerId;

use crate::columns::{Field, Kind};

/// A flat table of a layer.
#[derive(Clone, Debug)]
pub struct Table {
    pub(crate) layer: LayerId,
    pub(crate) columns: Vec<Column>,
}

/// A column.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Column {
    pub(crate) name: String,
    pub(crate) kind: Kind,
    pub(crate) from: From,
}

/// What a column says.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) enum From {
    /// The document's id.
    Document,
    /// Its date.
    Date,
    /// The text of the annotation's span.
    Text,
    /// The first of these fields that says something; of a place, its text.
    Paths(Vec<Vec<String>>),
}

impl Table {
    /// The table of a layer: the columns that it asks for, or all of its fields.
    #[must_use]
    pub fn new(layer: LayerId) -> Self {
        let Kind::List(item) = Kind::of_annotations(layer) else { unreachable!("annotations are lists") };
        let Kind::Struct(fields) = *item else { unreachable!("annotations are structs") };
        let mut columns = vec![text("document", From::Document), text("date", From::Date)];
        if layer.table().is_empty() {
            columns.push(text("text", From::Text));
            flat(&fields, &[], &mut columns);
        } else {
            columns.extend(layer.table().iter().map(|(name, paths)| asked(name, paths, &fields)));
        }
        Self { layer, columns }
    }

    /// Its name: the plural of the layer's.
    #[must_use]
    pub fn name(&self) -> String {
        plural(self.layer.name())
    }
}

fn text(name: &str, from: From) -> Column {
    Column { name: name.to_owned(), kind: Kind::Text, from }
}

/// A column that a layer asks for.
fn asked(name: &str, paths: &str, fields: &[Field]) -> Column {
    if paths == "text" && !fields.iter().any(|field| field.name == "text") {
        return text(name, From::Text);
    }
    let paths: Vec<Vec<String>> =
        paths.split('|').map(|path| path.split('.').map(str::to_owned).collect()).collect();
    let mut kinds = paths.iter().map(|path| found(path, fields).map_or(Kind::Text, shown));
    let first = kinds.next().unwrap_or(Kind::Text);
    let kind = if kinds.all(|kind| kind == first) { first } else { Kind::Text };
    Column { name: name.to_owned(), kind, from: From::Paths(paths) }
}

fn found<'a>(path: &[String], fields: &'a [Field]) -> Option<&'a Kind> {
    let (name, rest) = path.split_first()?;
    let field = fields.iter().find(|field| field.name == *name)?;
    match (&field.kind, rest) {
        (kind, []) => Some(kind),
        (Kind::Struct(inner), rest) => found(rest, inner),
        _ => None,
    }
}

/// The type of a cell: places are shown as their text, what has parts as JSON.
fn shown(kind: &Kind) -> Kind {
    match kind {
        Kind::Struct(_) | Kind::List(_) | Kind::Json => Kind::Text,
        other => other.clone(),
    }
}

fn is_place(fields: &[Field]) -> bool {
    ["start", "end"].iter().all(|name| fields.iter().any(|field| field.name == *name))
}

/// Every field, those of structs with the names on the way to them.
fn flat(fields: &[Field], above: &[String], columns: &mut Vec<Column>) {
    for field in fields {
        let path: Vec<_> = above.iter().chain([&field.name]).cloned().collect();
        let inside = match &field.kind {
            Kind::Struct(_) if above.is_empty() && field.name == "source" => continue,
            Kind::Struct(inner) if !is_place(inner) => {
                flat(inner, &path, columns);
                continue;
            }
            Kind::Struct(inner) => inner.as_slice(),
            _ => &[],
        };
        let from = From::Paths(vec![path.clone()]);
        let taken = |name: &str| columns.iter().any(|column| column.name == name);
        let name = path.join("_");
        let name = if taken(&name) { format!("{name}_") } else { name };
        columns.push(Column { name, kind: shown(&field.kind), from });
        let rest: Vec<_> =
            inside.iter().filter(|field| !matches!(field.name.as_str(), "start" | "end")).cloned().collect();
        flat(&rest, &path, columns);
    }
}

fn plural(name: &str) -> String {
    match name.strip_suffix('y') {
        Some(stem) if !stem.ends_with(['a', 'e', 'o', 'u']) => format!("{stem}ies"),
        _ if ["s", "x", "ch", "sh"].iter().any(|end| name.ends_with(end)) => format!("{name}es"),
        _ => format!("{name}s"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_table_is_named_by_the_plural() {
        assert_eq!(
            ["quote", "entity", "desk_note", "clash"].map(plural),
            ["quotes", "entities", "desk_notes", "clashes"]
        );
    }
}
