//! Text as the inside of a JSON string.

use std::io::Write;

use super::special;

/// Appends `text` with only what must be escaped escaped, as most writers of JSON do.
pub(crate) fn plain(text: &str, to: &mut Vec<u8>) {
    let bytes = text.as_bytes();
    let mut done = 0;
    while let Some(at) = special::find(bytes, done) {
        to.extend_from_slice(&bytes[done..at]);
        special_byte(bytes[at], to);
        done = at + 1;
    }
    to.extend_from_slice(&bytes[done..]);
}

/// Appends `text` in ASCII alone, as Python writes it by default.
pub(crate) fn ascii(text: &str, to: &mut Vec<u8>) {
    for char in text.chars() {
        match char {
            '"' | '\\' | '\0'..'\x20' => special_byte(char as u8, to),
            '\x20'..='\x7f' => to.push(char as u8),
            _ => char.encode_utf16(&mut [0; 2]).iter().for_each(|unit| unicode(*unit, to)),
        }
    }
}

fn special_byte(byte: u8, to: &mut Vec<u8>) {
    let short = match byte {
        b'"' | b'\\' => byte,
        b'\n' => b'n',
        b'\r' => b'r',
        b'\t' => b't',
        0x08 => b'b',
        0x0c => b'f',
        _ => return unicode(byte.into(), to),
    };
    to.extend_from_slice(&[b'\\', short]);
}

fn unicode(unit: u16, to: &mut Vec<u8>) {
    write!(to, "\\u{unit:04x}").expect("a Vec takes all");
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    proptest! {
        #[test]
        fn both_say_the_text(text in any::<String>()) {
            for (write, in_ascii) in [(plain as fn(&str, &mut Vec<u8>), false), (ascii, true)] {
                let mut json = vec![b'"'];
                write(&text, &mut json);
                json.push(b'"');
                prop_assert_eq!(&serde_json::from_slice::<String>(&json).unwrap(), &text);
                prop_assert!(!in_ascii || json.is_ascii());
            }
        }

        #[test]
        fn plain_is_as_serde_json_writes(text in any::<String>()) {
            let mut json = vec![b'"'];
            plain(&text, &mut json);
            json.push(b'"');
            prop_assert_eq!(json, serde_json::to_vec(&text).unwrap());
        }
    }
}
