//! Who asked for an edit, and on what evidence.

use std::fmt;
use std::sync::Arc;

use serde::{Deserialize, Deserializer, Serialize, Serializer};

/// A language, by its two-letter ISO 639-1 code.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Lang([u8; 2]);

impl Lang {
    /// The language of a code.
    ///
    /// # Panics
    ///
    /// If `code` is not two lower-case ASCII letters.
    #[must_use]
    pub const fn new(code: &str) -> Self {
        match Self::parse(code) {
            Some(lang) => lang,
            None => panic!("a language is two lower-case letters, as in ISO 639-1"),
        }
    }

    /// The language of a code, if `code` has the form of one.
    #[must_use]
    pub const fn parse(code: &str) -> Option<Self> {
        match code.as_bytes() {
            [a, b] if a.is_ascii_lowercase() && b.is_ascii_lowercase() => Some(Self([*a, *b])),
            _ => None,
        }
    }

    /// The code.
    #[must_use]
    pub fn code(&self) -> &str {
        std::str::from_utf8(&self.0).expect("checked to be ASCII")
    }
}

impl fmt::Display for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl fmt::Debug for Lang {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code())
    }
}

impl Serialize for Lang {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.code())
    }
}

impl<'de> Deserialize<'de> for Lang {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let code = String::deserialize(deserializer)?;
        Self::parse(&code).ok_or_else(|| {
            serde::de::Error::custom(format!("`{code}` is no two-letter language code, such as \"fr\""))
        })
    }
}

impl schemars::JsonSchema for Lang {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Lang".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({ "type": "string", "pattern": "^[a-z]{2}$", "description": "An ISO 639-1 code." })
    }
}

/// The evidence for an edit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Grade {
    /// Wrong in any English. Written `shape`.
    Shape,
    /// The right form stands elsewhere in the same text. Written `document`.
    Document,
    /// The document is shown to be a translation from that language. Written `origin:fr`.
    Origin(Lang),
    /// Right as it was: the user asked for another style. Written `style`.
    Style,
}

impl fmt::Display for Grade {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Shape => f.write_str("shape"),
            Self::Document => f.write_str("document"),
            Self::Origin(lang) => write!(f, "origin:{lang}"),
            Self::Style => f.write_str("style"),
        }
    }
}

impl Serialize for Grade {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(self)
    }
}

impl schemars::JsonSchema for Grade {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "Grade".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^(shape|document|style|origin:[a-z]{2})$",
            "description": "The evidence: wrong in any English (`shape`), the right form stands in the same text (`document`), shown to be a translation (`origin:fr`), or a style that the user asked for (`style`)."
        })
    }
}

/// A rule's stable id and the evidence it acts on. Cheap to clone.
#[derive(Clone, PartialEq, Eq)]
pub struct Rule {
    id: RuleId,
    grade: Grade,
}

#[derive(Clone)]
enum RuleId {
    Static(&'static str),
    Shared(Arc<str>),
}

impl PartialEq for RuleId {
    fn eq(&self, other: &Self) -> bool {
        self.as_str() == other.as_str()
    }
}

impl Eq for RuleId {}

impl RuleId {
    fn as_str(&self) -> &str {
        match self {
            Self::Static(id) => id,
            Self::Shared(id) => id,
        }
    }
}

impl Rule {
    /// A rule that stands in code. Its id leaves out the stage: `fr/said-inversion`.
    #[must_use]
    pub const fn new(id: &'static str, grade: Grade) -> Self {
        Self { id: RuleId::Static(id), grade }
    }

    /// A rule that was read from a file.
    pub fn named(id: impl Into<Arc<str>>, grade: Grade) -> Self {
        Self { id: RuleId::Shared(id.into()), grade }
    }

    /// The same rule with other evidence.
    #[must_use]
    pub fn with_grade(&self, grade: Grade) -> Self {
        Self { id: self.id.clone(), grade }
    }

    /// The id.
    #[must_use]
    pub fn id(&self) -> &str {
        self.id.as_str()
    }

    /// The evidence.
    #[must_use]
    pub fn grade(&self) -> Grade {
        self.grade
    }
}

impl fmt::Debug for Rule {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{} ({})", self.id(), self.grade)
    }
}
