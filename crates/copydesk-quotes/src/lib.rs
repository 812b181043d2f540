//! The stage `quotes`: who said what.

mod adjunct;
mod aside;
mod aside_subject;
mod candidate;
mod clause;
mod companion;
mod complement;
mod content;
mod continuation;
mod distant;
mod doer;
mod ending;
mod following;
mod forms;
mod found;
mod frames;
#[expect(dead_code, reason = "the build script asks for the rest")]
mod groups;
mod headline;
mod hearsay;
mod infinitive;
#[cfg(test)]
mod inflect;
mod inside;
mod item;
mod label;
mod layer;
mod lexicon;
mod lookup;
mod mark;
mod neighbour;
mod nominal;
mod object;
mod options;
mod order;
mod participle;
mod passive;
mod phrase;
mod phrase_back;
mod pick;
mod preposed;
mod resolve;
mod retyped;
mod roles;
mod shared;
mod sieve;
mod source;
mod stage;
mod standing;
mod starts;
mod story;
mod subject;
mod tag;
mod tagger;
mod unit;
mod units;
mod verb;
mod verb_or_noun;
mod verb_signs;

pub use layer::{
    Alternative, Attribution, CueValue, Polarity, Quote, QuoteType, QuoteValue, SpeakerValue, Tense,
};
pub use options::{Quotes, Scope};
pub use stage::QUOTES;
