//! The day that relative dates count from.

use copydesk_core::View;

use crate::atom::Atom;
use crate::options::Options;

/// The day the story was written, as far as it is known.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub(crate) struct Reference {}

impl Reference {
    /// The date field, else the dateline with the year that the text implies.
    pub(crate) fn of(_doc: View<'_>, _atoms: &[Atom], _options: &Options) -> Self {
        Self {}
    }
}
