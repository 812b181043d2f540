//! What a JSON string says.

/// Half of a surrogate pair stands alone: no text can hold it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct LoneSurrogate(pub(crate) u16);

/// Appends what the inside of a JSON string says. `raw` must have been scanned.
pub(crate) fn unescape(raw: &str, to: &mut String) -> Result<(), LoneSurrogate> {
    let mut rest = raw;
    while let Some(at) = memchr::memchr(b'\\', rest.as_bytes()) {
        to.push_str(&rest[..at]);
        let escaped = rest.as_bytes()[at + 1];
        rest = &rest[at + 2..];
        match escaped {
            b'b' => to.push('\u{8}'),
            b'f' => to.push('\u{c}'),
            b'n' => to.push('\n'),
            b'r' => to.push('\r'),
            b't' => to.push('\t'),
            b'u' => rest = unicode(rest, to)?,
            itself => to.push(char::from(itself)),
        }
    }
    to.push_str(rest);
    Ok(())
}

/// Reads the digits of `\u`, and the other half of a pair. Gives what follows.
fn unicode<'a>(rest: &'a str, to: &mut String) -> Result<&'a str, LoneSurrogate> {
    let first = hex(rest);
    let second = rest[4..].strip_prefix("\\u").map(hex);
    if let Some(char) = char::from_u32(first.into()) {
        to.push(char);
        return Ok(&rest[4..]);
    }
    let pair = second.and_then(|second| char::decode_utf16([first, second]).next()?.ok());
    to.push(pair.ok_or(LoneSurrogate(first))?);
    Ok(&rest[10..])
}

fn hex(digits: &str) -> u16 {
    u16::from_str_radix(&digits[..4], 16).expect("the scanner saw four hexadecimal digits")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_escape_is_read() {
        let raw = r#"\"\\\/\b\f\n\r\t\u00e9\uD83D\uDE00–"#;
        let mut said = String::new();
        unescape(raw, &mut said).unwrap();
        assert_eq!(said, "\"\\/\u{8}\u{c}\n\r\té😀–");
    }

    #[test]
    fn half_a_pair_is_refused() {
        for raw in [r"\ud83d", r"\ude00\ud83d", r"\ud83dx", r"\ud83d\n"] {
            assert!(unescape(raw, &mut String::new()).is_err(), "{raw}");
        }
    }
}
