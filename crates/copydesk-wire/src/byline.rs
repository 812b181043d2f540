//! The layer `byline`.

use copydesk_core::prelude::*;

/// Who wrote the story, at its head.
pub struct Byline;

/// A byline's names.
#[derive(Clone, Debug, serde::Serialize, schemars::JsonSchema)]
pub struct BylineValue {
    /// Each writer's name.
    pub names: Vec<Span>,
    /// The language it was left in, as an ISO 639-1 code, if not in English.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub language: Option<&'static str>,
}

impl Layer for Byline {
    type Value = BylineValue;
    const NAME: &'static str = "byline";
    const SUMMARY: &'static str = "who wrote the story, in English or left untranslated";
    const SURVIVES_DELETION: bool = true;

    fn carry(value: &mut BylineValue, carry: &mut dyn Carry) -> bool {
        carry.list(&mut value.names);
        true
    }
}
