//! The layer `dateline`.

use copydesk_core::prelude::*;

/// Where and when the story was filed.
pub struct Dateline;

/// A dateline's parts.
#[derive(Clone, Debug, serde::Serialize, schemars::JsonSchema)]
pub struct DatelineValue {
    /// The places, in their order.
    pub places: Vec<Place>,
    /// The day.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub date: Option<DateInLine>,
    /// The agency.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub agency: Option<AgencyInLine>,
    /// The rest of the dateline's paragraph, where the story's text goes on.
    pub body: Span,
}

/// A place of a dateline.
#[derive(Clone, Debug, serde::Serialize, schemars::JsonSchema)]
pub struct Place {
    /// Where it is named.
    pub span: Span,
    /// The name as written.
    pub name: String,
}

/// The day of a dateline, of the Gregorian calendar.
#[derive(Clone, Copy, Debug, serde::Serialize, schemars::JsonSchema)]
pub struct DateInLine {
    /// Where it stands.
    pub span: Span,
    /// 1 to 12.
    pub month: u8,
    /// 1 to 31.
    pub day: u8,
    /// The year, where it is given.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub year: Option<i32>,
}

/// The agency of a dateline.
#[derive(Clone, Debug, serde::Serialize, schemars::JsonSchema)]
pub struct AgencyInLine {
    /// Where it is named, without its brackets.
    pub span: Span,
    /// The name as written.
    pub name: String,
}

impl Layer for Dateline {
    type Value = DatelineValue;
    const NAME: &'static str = "dateline";
    const SUMMARY: &'static str = "where and when the story was filed, and by which agency";
    const SURVIVES_DELETION: bool = true;

    fn carry(value: &mut DatelineValue, carry: &mut dyn Carry) -> bool {
        value.places.retain_mut(|place| carry.span(&mut place.span));
        value.date = value.date.and_then(|mut date| carry.span(&mut date.span).then_some(date));
        value.agency =
            value.agency.take().and_then(|mut agency| carry.span(&mut agency.span).then_some(agency));
        carry.span(&mut value.body)
    }
}
