//! The layers that say no more than where something stands.

use copydesk_core::prelude::*;

/// Nothing beside the place.
#[derive(Clone, Copy, Debug, Default, serde::Serialize, schemars::JsonSchema)]
pub struct NoValue {}

/// Notes of the desk to its readers.
pub struct DeskNote;

/// Who wrote, edited and translated the story.
pub struct Credit;

/// Crossheads.
pub struct Heading;

impl Layer for DeskNote {
    type Value = NoValue;
    const NAME: &'static str = "desk_note";
    const SUMMARY: &'static str = "a note of the desk to its readers, before the story";
    const SURVIVES_DELETION: bool = true;
}

impl Layer for Credit {
    type Value = NoValue;
    const NAME: &'static str = "credit";
    const SUMMARY: &'static str = "who reported, edited or translated the story, after it";
    const SURVIVES_DELETION: bool = true;
}

impl Layer for Heading {
    type Value = NoValue;
    const NAME: &'static str = "heading";
    const SUMMARY: &'static str = "a crosshead between paragraphs";
    const SURVIVES_DELETION: bool = true;
}
