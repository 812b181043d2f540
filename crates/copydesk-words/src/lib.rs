//! Lexicons as tables in which a word is found at one place, whatever its case. A build script lays the table out with this
//! crate, and the stage asks it.

mod key;
mod layout;
mod place;

pub use key::{Key, LONGEST, key, key_of};
pub use layout::{Layout, lay_out};
pub use place::{Place, Size};
