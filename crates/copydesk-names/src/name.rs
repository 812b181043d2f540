//! The layer `name`.

use copydesk_core::prelude::*;

use crate::{Gender, NameForm, NameKind, Number};

/// Every mention of someone or something that can speak, in the order of the text. Mentions may nest
/// (`[[Kremlin] spokesman Dmitry Peskov]`) but never cross.
pub struct Name;

/// A mention: how it names, and whom.
#[derive(Clone, Debug, serde::Serialize, schemars::JsonSchema)]
pub struct NameValue {
    /// The entity's id; none for a pronoun that nothing in the text answers.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub entity: Option<u32>,
    /// What sort of thing it stands for.
    pub kind: NameKind,
    /// How it names.
    pub form: NameForm,
    /// The name itself without titles and articles, or the noun that carries a description.
    pub head: Span,
    /// Its gender, by its own words.
    pub gender: Gender,
    /// One or several.
    pub number: Number,
    /// How sure the entity is, 0 to 1.
    pub confidence: f32,
    /// The rule that found the mention.
    pub rule: &'static str,
    /// The rule that tied it to its entity.
    pub link: &'static str,
}

impl Layer for Name {
    type Value = NameValue;
    const NAME: &'static str = "name";
    const SUMMARY: &'static str = "a mention of someone who can speak, and which entity it is";

    fn carry(value: &mut NameValue, carry: &mut dyn Carry) -> bool {
        carry.span(&mut value.head)
    }
}
