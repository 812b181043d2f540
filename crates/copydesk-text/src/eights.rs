//! Eight bytes at a time: which of them are letters. A loop over single bytes would guess wrong about where each word ends.

/// A one in each byte.
pub const ONES: u64 = 0x0101_0101_0101_0101;

/// The high bit of each byte.
pub const HIGH: u64 = 0x80 * ONES;

/// The bit that parts small letters from capitals.
pub const SMALL: u64 = 0x20 * ONES;

/// The high bit of each byte that is a letter of ASCII.
#[inline]
#[must_use]
pub fn letters(eight: u64) -> u64 {
    let small = (eight | SMALL) & !HIGH;
    let from_a = small + u64::from(0x80 - b'a') * ONES;
    let behind_z = small + u64::from(0x7f - b'z') * ONES;
    from_a & !behind_z & !eight & HIGH
}
