//! Bytes that are no sign that news is made of, found eight at a time.

use copydesk_text::eights::{HIGH, ONES};

/// The eight bytes from a place on, zeros after the last.
#[inline]
pub(crate) fn eight(bytes: &[u8], at: usize) -> u64 {
    let rest = &bytes[at..];
    match rest.first_chunk() {
        Some(eight) => u64::from_le_bytes(*eight),
        None => rest.iter().rev().fold(0, |eight, byte| eight << 8 | u64::from(*byte)),
    }
}

/// Whether a byte is no sign that news is made of: it is not of ASCII, or a control other than the end of a line, or `&`.
pub(crate) fn is_unusual(byte: u8) -> bool {
    (byte < 0x20 && byte != b'\n') || byte >= 0x7f || byte == b'&'
}

/// The place of the first unusual byte from a place on; the end if there is none.
#[inline]
pub(crate) fn unusual(bytes: &[u8], mut at: usize) -> usize {
    while at < bytes.len() {
        let eight = eight(bytes, at);
        let low = eight & !HIGH;
        let printed = low + (0x80 - 0x20) * ONES;
        let delete = low + ONES;
        let not_line_end = (low ^ (0x0a * ONES)) + 0x7f * ONES;
        let not_and = (low ^ (0x26 * ONES)) + 0x7f * ONES;
        let found = (eight | (!printed & not_line_end) | delete | !not_and) & HIGH;
        if found != 0 {
            return (at + (found.trailing_zeros() / 8) as usize).min(bytes.len());
        }
        at += 8;
    }
    bytes.len()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn all_unusual_bytes_and_no_others_are_found() {
        for byte in 0..=u8::MAX {
            let text = [b'x', b' ', byte, b'~', b'1', b'x', b'x', b'x', b'x', b'x'];
            let expected = if is_unusual(byte) { 2 } else { text.len() };
            assert_eq!(unusual(&text, 0), expected, "{byte}");
        }
    }
}
