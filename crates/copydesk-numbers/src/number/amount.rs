//! A bare number, in digits or words, without its unit. The grammar of time reads numbers through it.

use crate::context::Context;
use crate::exact::{Decimal, Exact};
use crate::lexicon::Numeral;

/// A number and where it ends.
#[derive(Clone, Debug)]
pub(crate) struct Amount {
    pub(crate) value: Exact,
    /// One past its last atom.
    pub(crate) end: usize,
    /// Whether it is written in digits, at least in part.
    pub(crate) digits: bool,
}

impl Amount {
    /// The whole number it is, if it is one and not huge.
    pub(crate) fn whole(&self) -> Option<u32> {
        u32::try_from(self.value.decimal()?.whole()?).ok()
    }
}

/// The number that begins at an atom: `12`, `1,500`, `2.5`, `twenty-one`, `a hundred and five`, `half a`, `2½`.
pub(crate) fn amount(cx: &Context<'_>, at: usize) -> Option<Amount> {
    let atom = cx.at(at);
    if let Some(n) = atom.digits() {
        return Some(Amount { value: Decimal::from(i128::from(n)).into(), end: at + 1, digits: true });
    }
    match atom.numeral() {
        Numeral::Small(n) | Numeral::Tens(n) => {
            Some(Amount { value: Decimal::from(i128::from(n)).into(), end: at + 1, digits: false })
        }
        _ => None,
    }
}
