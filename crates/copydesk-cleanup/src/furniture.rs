//! The layer `furniture`.

use copydesk_core::prelude::*;

/// What was taken out of the text because it is not part of the story.
pub struct Furniture;

/// What it was.
#[derive(Clone, Debug, serde::Serialize, schemars::JsonSchema)]
pub struct FurnitureValue {
    /// The rule that took it out.
    pub rule: Box<str>,
    /// What kind of thing it is: `credit`, `desk-note`, `boilerplate`.
    pub kind: Box<str>,
    /// Its text.
    pub text: Box<str>,
}

impl Layer for Furniture {
    type Value = FurnitureValue;
    const NAME: &'static str = "furniture";
    const SUMMARY: &'static str = "what was taken out of the text because it is not part of the story";
    const SURVIVES_DELETION: bool = true;
}
