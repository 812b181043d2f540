//! The stage `quotes`: who said what.

mod adjunct;
mod aside;
mod candidate;
mod content;
mod following;
mod found;
mod frames;
mod headline;
mod hearsay;
mod inflect;
mod inside;
mod item;
mod label;
mod layer;
mod lexicon;
mod nominal;
mod options;
mod passive;
mod phrase;
mod preposed;
mod resolve;
mod rows;
mod sieve;
mod source;
mod stage;
mod story;
mod subject;
mod table;
mod tag;
mod tagger;
mod unit;

pub use layer::{
    Alternative, Attribution, CueValue, Polarity, Quote, QuoteType, QuoteValue, SpeakerValue, Tense,
};
pub use options::{Quotes, Scope};
pub use stage::QUOTES;
