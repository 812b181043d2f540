//! The letters that eight bytes of a text begin with.

use crate::eights::{HIGH, letters};
use crate::letter::byte;

/// The letters that eight bytes begin with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Run {
    /// How many there are.
    pub(crate) len: usize,
    /// Whether capitals and small letters are among them.
    pub(crate) case: u8,
}

impl Run {
    /// The run at a place; `None` within the last eight bytes of a text.
    #[inline]
    pub(crate) fn at(bytes: &[u8], at: usize) -> Option<Self> {
        Some(Self::of(u64::from_le_bytes(*bytes.get(at..)?.first_chunk()?)))
    }

    #[inline]
    fn of(block: u64) -> Self {
        let letters = letters(block);
        let stops = letters ^ HIGH;
        // All bits below the first stop; all, if there is none.
        let letters = letters & (stops & stops.wrapping_neg()).wrapping_sub(1);
        // The bit that tells small letters from capitals, where the high bit is.
        let small = block << 2;
        let among = |some: u64, class: u8| if some == 0 { 0 } else { class };
        Self {
            len: stops.trailing_zeros() as usize / 8,
            case: among(letters & small, byte::SMALL) | among(letters & !small, byte::CAPITAL),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_run_is_what_its_single_bytes_say() {
        for first in 0..=u8::MAX {
            for second in 0..=u8::MAX {
                let bytes = [b'a', first, second, b'z', b'Q', first, b'.', b'x'];
                let inside = bytes.iter().take_while(|byte| byte.is_ascii_alphabetic());
                let case = inside.clone().fold(0, |all, byte| all | byte::CLASS[*byte as usize]);
                let run = Run { len: inside.count(), case };
                assert_eq!(Run::at(&bytes, 0), Some(run), "{bytes:?}");
            }
        }
        assert_eq!(Run::at(b"abcdefgh", 0).map(|run| run.len), Some(8));
        assert_eq!(Run::at(b"abcdefgh", 1), None);
    }
}
