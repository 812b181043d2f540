//! What stands around a wire story's text: desk notes, bylines, datelines, credits, headings. Each function reads one
//! line and gives ranges of bytes in it.

mod byline;
mod credit;
mod dateline;
mod desk_note;
mod heading;
mod month;
mod words;

pub use byline::{Byline, byline};
pub use credit::is_credit;
pub use dateline::{Dateline, DayOfYear, dateline};
pub use desk_note::is_desk_note;
pub use heading::is_heading;
