//! Paragraphs, sentences, tokens and quotation marks of news text: plain functions that the stages share.

mod abbreviation;
mod block;
pub mod eights;
mod extent;
pub mod furniture;
mod letter;
mod marks;
mod outline;
mod quotation;
mod scan;
mod sentence;
mod token;

pub use marks::{Mark, MarkStyle, Side};
pub use outline::{Outline, Paragraph, lines};
pub use quotation::Quotation;
pub use sentence::Sentence;
pub use token::{Case, Kind, Token};
