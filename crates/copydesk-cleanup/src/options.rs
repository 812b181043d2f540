//! The options of the stage.

use copydesk_core::Lang;
use serde::{Deserialize, Deserializer};

/// Which rules work, and on what evidence.
#[derive(Debug, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub(crate) struct Options {
    /// The packs, by name, or your own by the path of their `.toml` file from the folder of the pipeline file. All
    /// that come with the stage if left out.
    pub(crate) packs: Vec<String>,
    /// Rules to leave out, by id (`fr/perfect-of-saying`), or all of a pack (`fr`).
    pub(crate) disable: Vec<String>,
    /// Rules to use that are off by default, by id or by pack.
    pub(crate) enable: Vec<String>,
    /// The evidence on which rules may edit: `shape`, `document`, `origin`. On other evidence they only flag.
    pub(crate) grades: Vec<GradeName>,
    /// The language that the texts are translated from: `auto` finds it by evidence, `none` closes the packs of
    /// languages, a code such as `fr` opens one.
    pub(crate) origin: OriginOption,
    /// A field of the record that names the language, as a code (`fr`, `fr-FR`).
    pub(crate) origin_field: Option<String>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            packs: crate::pack::embedded_names().map(str::to_owned).collect(),
            disable: Vec::new(),
            enable: Vec::new(),
            grades: vec![GradeName::Shape, GradeName::Document, GradeName::Origin],
            origin: OriginOption::Auto,
            origin_field: None,
        }
    }
}

/// A kind of evidence.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub(crate) enum GradeName {
    /// Wrong in any English.
    Shape,
    /// The right form stands elsewhere in the text.
    Document,
    /// The text is shown to be a translation.
    Origin,
}

/// Where the language translated from is known from.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum OriginOption {
    Auto,
    None,
    Known(Lang),
}

impl<'de> Deserialize<'de> for OriginOption {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        match text.as_str() {
            "auto" => Ok(Self::Auto),
            "none" => Ok(Self::None),
            code => Lang::parse(code).map(Self::Known).ok_or_else(|| {
                serde::de::Error::custom(format!(
                    "`{code}` is no origin: write `auto`, `none` or a two-letter code such as \"fr\""
                ))
            }),
        }
    }
}

impl schemars::JsonSchema for OriginOption {
    fn schema_name() -> std::borrow::Cow<'static, str> {
        "OriginOption".into()
    }

    fn json_schema(_: &mut schemars::SchemaGenerator) -> schemars::Schema {
        schemars::json_schema!({
            "type": "string",
            "pattern": "^(auto|none|[a-z]{2})$",
            "description": "The language that the texts are translated from."
        })
    }
}
