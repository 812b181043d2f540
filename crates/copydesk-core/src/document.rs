//! A document and the view of it that a stage gets.

use crate::reading::Readings;
use crate::{Annotation, EditLog, Layer, LayerId, Layers, Reading, Span, StageInfo};

/// A text with an id, its annotations and the history of its edits.
///
/// Meant to be kept and [read into](Document::read) again, so that a warm
/// worker allocates nothing.
#[derive(Default)]
pub struct Document {
    pub(crate) id: String,
    /// Empty if it is not known.
    pub(crate) date: String,
    pub(crate) record: String,
    pub(crate) text: String,
    /// The text as read, once a stage has edited it.
    pub(crate) source: String,
    pub(crate) has_source: bool,
    pub(crate) layers: Layers,
    pub(crate) log: EditLog,
    pub(crate) readings: Readings,
}

impl Document {
    /// A document as it was read.
    #[must_use]
    pub fn new(id: &str, text: &str) -> Self {
        let mut document = Self::default();
        document.read(id, text);
        document
    }

    /// Forgets everything and becomes another document, as it was read.
    pub fn read(&mut self, id: &str, text: &str) {
        id.clone_into(&mut self.id);
        text.clone_into(&mut self.text);
        self.date.clear();
        self.record.clear();
        self.source.clear();
        self.has_source = false;
        self.layers.clear();
        self.log.clear();
        self.readings.forget();
    }

    /// Another document, as this one was read.
    #[must_use]
    pub fn as_read(&self) -> Self {
        let mut document = Self::new(&self.id, self.source_text());
        document.set_date(self.date());
        document.set_record(&self.record);
        document
    }

    /// Says when it was published, as its record writes it. An empty date is none.
    pub fn set_date(&mut self, date: Option<&str>) {
        date.unwrap_or_default().clone_into(&mut self.date);
    }

    /// Keeps the record it came in, as a JSON object, for stages that ask for other fields.
    pub fn set_record(&mut self, json: &str) {
        json.clone_into(&mut self.record);
    }

    /// Names the document in messages and output.
    #[must_use]
    pub fn id(&self) -> &str {
        &self.id
    }

    /// When it was published, as its record writes it.
    #[must_use]
    pub fn date(&self) -> Option<&str> {
        Some(self.date.as_str()).filter(|date| !date.is_empty())
    }

    /// The text now.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }

    /// The text as it was read.
    #[must_use]
    pub fn source_text(&self) -> &str {
        if self.has_source { &self.source } else { &self.text }
    }

    /// Whether the text has been edited.
    #[must_use]
    pub fn is_edited(&self) -> bool {
        !self.log.records().is_empty()
    }

    /// The edits.
    #[must_use]
    pub fn edits(&self) -> &EditLog {
        &self.log
    }

    /// The annotations.
    #[must_use]
    pub fn layers(&self) -> &Layers {
        &self.layers
    }

    /// Where a span of the present text lay in the text as it was read.
    #[must_use]
    pub fn source_span(&self, span: Span) -> Span {
        self.log.source(span)
    }
}

/// What a stage may read of a document.
#[derive(Clone, Copy)]
pub struct View<'a> {
    pub(crate) doc: &'a Document,
    pub(crate) info: &'static StageInfo,
}

impl<'a> View<'a> {
    /// Names the document.
    pub fn id(self) -> &'a str {
        &self.doc.id
    }

    /// The text now.
    pub fn text(self) -> &'a str {
        &self.doc.text
    }

    /// When it was published, as its record writes it, if the run names a date field.
    pub fn date(self) -> Option<&'a str> {
        self.doc.date()
    }

    /// What has been read out of the text now, such as its tokens: shared by
    /// all stages until one edits the text.
    pub fn reading<R: Reading>(self) -> &'a R {
        self.doc.readings.get(&self.doc.text)
    }

    /// Another field of the record it came in. Reads the record each time.
    pub fn field(self, name: &str) -> Option<serde_json::Value> {
        let mut fields: serde_json::Map<_, _> = serde_json::from_str(&self.doc.record).ok()?;
        fields.remove(name)
    }

    /// The annotations of a layer that the stage requires or uses.
    pub fn layer<L: Layer>(self) -> &'a [Annotation<L::Value>] {
        debug_assert!(
            self.info.reads(LayerId::of::<L>()),
            "stage `{}` reads layer `{}`: name it under `requires` or `uses`",
            self.info.name,
            L::NAME,
        );
        self.doc.layers.get::<L>()
    }
}
