//! What the grammars may know while they read.

use std::cell::OnceCell;

use crate::atom::Atom;
use crate::lexicon::Nation;
use crate::number::vote;
use crate::options::Options;
use crate::time::Reference;

/// The document at hand.
#[derive(Clone, Copy)]
pub(crate) struct Context<'a> {
    pub(crate) text: &'a str,
    pub(crate) atoms: &'a [Atom],
    pub(crate) options: &'a Options,
    /// The day the story was written, as far as it is known.
    pub(crate) reference: Reference,
    /// The nation of the dateline.
    pub(crate) nation: Option<&'static Nation>,
    /// Whether the document writes numbers as no English does, once that was asked.
    pub(crate) foreign: &'a OnceCell<bool>,
}

impl<'a> Context<'a> {
    /// The atom at an index; beyond the end, one that is nothing.
    pub(crate) fn at(&self, index: usize) -> &'a Atom {
        #[cfg(test)]
        LOOKS.with(|looks| looks.set(looks.get() + 1));
        self.atoms.get(index).unwrap_or(&Atom::OUTSIDE)
    }

    /// The atom `back` places before an index; before the start, one that is nothing.
    pub(crate) fn before(&self, index: usize, back: usize) -> &'a Atom {
        index.checked_sub(back).map_or(&Atom::OUTSIDE, |at| self.at(at))
    }

    /// What an atom says, as written.
    pub(crate) fn word(&self, index: usize) -> &'a str {
        self.at(index).text(self.text)
    }

    /// Whether an atom is this word, which is given in small letters.
    pub(crate) fn is(&self, index: usize, word: &str) -> bool {
        self.at(index).reads(self.text, word)
    }

    /// Whether the document writes numbers as no English does.
    pub(crate) fn foreign(&self) -> bool {
        *self.foreign.get_or_init(|| vote::is_foreign(self))
    }

    /// Whether the dateline is where pounds are money.
    pub(crate) fn pounds_are_money(&self) -> bool {
        self.nation.is_some_and(|nation| nation.code(crate::lexicon::Family::Pound).is_some())
    }
}

#[cfg(test)]
thread_local! {
    /// How many atoms the grammars have looked at: their work, without a clock.
    pub(crate) static LOOKS: std::cell::Cell<u64> = const { std::cell::Cell::new(0) };
}
