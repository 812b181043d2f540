//! One document for a person to look at: its edits and annotations, taken from what is written of it.

mod edits;
pub(crate) mod html;
mod listing;
mod segments;
pub(crate) mod terminal;
mod values;

use std::ops::Range;

use copydesk_core::{Document, OffsetUnit};
use serde_json::{Map, Value};

pub(crate) use values::shortened;

/// A document, ready to be shown.
pub(crate) struct Explained {
    /// Its id.
    pub(crate) id: String,
    /// The text as read.
    pub(crate) source: String,
    /// The text as written.
    pub(crate) text: String,
    /// Its edits, in the order of the text.
    pub(crate) edits: Vec<Edit>,
    /// Its layers that are to be shown, by name.
    pub(crate) layers: Vec<Layer>,
}

/// A changed place.
pub(crate) struct Edit {
    /// The rule, with its stage.
    pub(crate) rule: String,
    /// The evidence.
    pub(crate) grade: String,
    /// Where it lies in the text as read.
    pub(crate) source: Range<usize>,
    /// Where it lies in the text as written.
    pub(crate) written: Range<usize>,
    /// What stood there.
    pub(crate) before: String,
    /// What stands there now.
    pub(crate) after: String,
    /// The edits of the place that this one covered: rule, what stood there, what it wrote.
    pub(crate) earlier: Vec<(String, String, String)>,
}

/// The annotations of a layer.
pub(crate) struct Layer {
    /// Its name.
    pub(crate) name: String,
    /// In the order of the text.
    pub(crate) annotations: Vec<Annotation>,
}

/// A value on a span of the text.
pub(crate) struct Annotation {
    /// Where, in the text as written.
    pub(crate) span: Range<usize>,
    /// Where, in the text as read.
    pub(crate) source: Range<usize>,
    /// What it is about: its text, or that of the text as read where it was deleted.
    pub(crate) about: String,
    /// Whether it is about the whole document.
    pub(crate) whole: bool,
    /// Whether its text was deleted.
    pub(crate) deleted: bool,
    /// The fields of its value in words, but for those that repeat its text; one that is only true has no words.
    pub(crate) fields: Vec<(String, String)>,
}

impl Explained {
    /// A document with its edits and the annotations of `layers`; of all layers, if none is named.
    pub(crate) fn new(doc: &Document, layers: &[String]) -> Self {
        let mut json = Vec::new();
        doc.write_json(&mut json, OffsetUnit::Bytes);
        let record: Value = serde_json::from_slice(&json).expect("the core writes JSON");
        let edits = record["edits"].as_array().into_iter().flatten().map(edit).collect();
        let all = record["annotations"].as_object().into_iter().flatten();
        let layers = all
            .filter(|(name, _)| layers.is_empty() || layers.contains(name))
            .map(|(name, list)| layer(doc, name, list))
            .collect();
        let (id, source, text) = (doc.id().to_owned(), doc.source_text().to_owned(), doc.text().to_owned());
        Self { id, source, text, edits, layers }
    }
}

fn edit(edit: &Value) -> Edit {
    let rule = |edit: &Value| format!("{}/{}", string(&edit["stage"]), string(&edit["rule"]));
    let earlier = edit["earlier"].as_array().into_iter().flatten();
    Edit {
        rule: rule(edit),
        grade: string(&edit["grade"]),
        source: values::offset(&edit["start"])..values::offset(&edit["end"]),
        written: values::offset(&edit["written"][0])..values::offset(&edit["written"][1]),
        before: string(&edit["before"]),
        after: string(&edit["after"]),
        earlier: earlier.map(|e| (rule(e), string(&e["before"]), string(&e["after"]))).collect(),
    }
}

fn layer(doc: &Document, name: &str, list: &Value) -> Layer {
    let annotations = list.as_array().into_iter().flatten().filter_map(Value::as_object);
    Layer { name: name.to_owned(), annotations: annotations.map(|fields| annotation(doc, fields)).collect() }
}

fn annotation(doc: &Document, fields: &Map<String, Value>) -> Annotation {
    let span = values::offset(&fields["start"])..values::offset(&fields["end"]);
    let source = values::offset(&fields["source"][0])..values::offset(&fields["source"][1]);
    let deleted = span.is_empty() && !source.is_empty();
    // A point before the text is about all of it too.
    let whole =
        if span.is_empty() { span.start == 0 && source.is_empty() } else { span == (0..doc.text().len()) };
    let about = match () {
        () if whole => "the whole document",
        () if deleted => &doc.source_text()[source.clone()],
        () => &doc.text()[span.clone()],
    };
    let repeats =
        |value: &str| !value.is_empty() && (value == about.trim() || value == values::quoted(about));
    let mut fields = values::fields(fields, &span, doc.text());
    fields.retain(|(_, value)| !repeats(value));
    Annotation { about: about.to_owned(), whole, deleted, fields, span, source }
}

fn string(value: &Value) -> String {
    value.as_str().unwrap_or_default().to_owned()
}
