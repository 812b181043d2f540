//! The layer `entity`.

use copydesk_core::prelude::*;

use crate::{Gender, NameKind, Number};

/// Everyone and everything the text mentions, each once, on the mention that names it best.
pub struct Entity;

/// Someone or something in a text.
#[derive(Clone, Debug, serde::Serialize, schemars::JsonSchema)]
pub struct EntityValue {
    /// Counts from 0 in the order of first mentions.
    pub id: u32,
    /// The fullest name the text gives, without titles (`Sergei Lavrov`); the best description if it gives none.
    pub name: String,
    /// Whether `name` is a proper name.
    pub named: bool,
    /// What sort of thing it is.
    pub kind: NameKind,
    /// Its gender in this text.
    pub gender: Gender,
    /// One or several.
    pub number: Number,
    /// The titles and roles the text gives it (`Russian Foreign Minister`), each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub roles: Vec<String>,
    /// Other names the text has for it (`Lavrov`), each once.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub aliases: Vec<String>,
    /// How many mentions it has.
    pub mentions: u32,
    /// The rule that found its best mention.
    pub rule: &'static str,
}

impl Layer for Entity {
    type Value = EntityValue;
    const NAME: &'static str = "entity";
    const SUMMARY: &'static str = "someone or something the text mentions, once for each";
}
