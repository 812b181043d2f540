//! Walks over a JSON value, checking it whole.

use std::ops::Range;

use super::special;

/// Where and why bytes are no JSON.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct NotJson {
    pub(crate) at: usize,
    pub(crate) expected: &'static str,
}

/// Kinds of JSON value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Kind {
    String,
    Number,
    Object,
    Array,
    Bool,
    Null,
}

impl Kind {
    /// With its article, for messages.
    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::String => "a string",
            Self::Number => "a number",
            Self::Object => "an object",
            Self::Array => "an array",
            Self::Bool => "true or false",
            Self::Null => "null",
        }
    }
}

/// A value of an object, or of anything, and where it lies.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Value {
    pub(crate) kind: Kind,
    pub(crate) range: Range<usize>,
}

/// Values may lie this deep in one another.
const DEEPEST: usize = 256;

/// A place in JSON bytes, which must be UTF-8.
pub(crate) struct Scanner<'a> {
    pub(crate) bytes: &'a [u8],
    pub(crate) at: usize,
}

type Walked<T> = Result<T, NotJson>;

impl<'a> Scanner<'a> {
    pub(crate) fn new(bytes: &'a [u8]) -> Self {
        Self { bytes, at: 0 }
    }

    pub(crate) fn peek(&self) -> Option<u8> {
        self.bytes.get(self.at).copied()
    }

    pub(crate) fn wrong<T>(&self, expected: &'static str) -> Walked<T> {
        Err(NotJson { at: self.at, expected })
    }

    pub(crate) fn space(&mut self) {
        while matches!(self.peek(), Some(b' ' | b'\t' | b'\r' | b'\n')) {
            self.at += 1;
        }
    }

    /// Passes a byte, or fails.
    pub(crate) fn pass(&mut self, byte: u8, expected: &'static str) -> Walked<()> {
        if self.peek() != Some(byte) {
            return self.wrong(expected);
        }
        self.at += 1;
        Ok(())
    }

    /// Passes a value at `depth`.
    pub(crate) fn value(&mut self, depth: usize) -> Walked<Value> {
        let start = self.at;
        let kind = match self.peek() {
            Some(b'"') => self.string().map(|_| Kind::String),
            Some(b'{') => self.object(depth, |scanner, _| scanner.value(depth + 1).map(|_| ())),
            Some(b'[') => self.array(depth),
            Some(b't') => self.word(b"true", Kind::Bool),
            Some(b'f') => self.word(b"false", Kind::Bool),
            Some(b'n') => self.word(b"null", Kind::Null),
            Some(b'-' | b'0'..=b'9') => self.number(),
            _ => self.wrong("a value"),
        }?;
        Ok(Value { kind, range: start..self.at })
    }

    /// Passes an object; `entry` gets the raw key of each entry and passes its value.
    pub(crate) fn object(
        &mut self,
        depth: usize,
        mut entry: impl FnMut(&mut Self, Range<usize>) -> Walked<()>,
    ) -> Walked<Kind> {
        self.deeper(depth)?;
        if self.peek() == Some(b'}') {
            self.at += 1;
            return Ok(Kind::Object);
        }
        loop {
            let key = self.string()?;
            self.space();
            self.pass(b':', "`:` after a key")?;
            self.space();
            entry(self, key)?;
            if self.end(b'}', "`,` or `}`")? {
                return Ok(Kind::Object);
            }
        }
    }

    fn array(&mut self, depth: usize) -> Walked<Kind> {
        self.deeper(depth)?;
        if self.peek() == Some(b']') {
            self.at += 1;
            return Ok(Kind::Array);
        }
        loop {
            self.value(depth + 1)?;
            if self.end(b']', "`,` or `]`")? {
                return Ok(Kind::Array);
            }
        }
    }

    /// Passes the opening bracket.
    fn deeper(&mut self, depth: usize) -> Walked<()> {
        if depth > DEEPEST {
            return self.wrong("fewer than 256 values inside one another");
        }
        self.at += 1;
        self.space();
        Ok(())
    }

    /// Passes what stands after an entry. Whether it was the last.
    fn end(&mut self, close: u8, expected: &'static str) -> Walked<bool> {
        self.space();
        let last = self.peek() == Some(close);
        if !last {
            self.pass(b',', expected)?;
            self.space();
            return Ok(false);
        }
        self.at += 1;
        Ok(true)
    }

    /// Passes a string and says where it lies between its quotation marks.
    pub(crate) fn string(&mut self) -> Walked<Range<usize>> {
        self.pass(b'"', "a string")?;
        let start = self.at;
        loop {
            let Some(at) = special::find(self.bytes, self.at) else {
                self.at = self.bytes.len();
                return self.wrong("`\"` at the end of the string");
            };
            self.at = at;
            match self.bytes[at] {
                b'"' => {
                    self.at += 1;
                    return Ok(start..at);
                }
                b'\\' => self.escape()?,
                _ => return self.wrong("no control character inside a string"),
            }
        }
    }

    fn escape(&mut self) -> Walked<()> {
        let sound = match self.bytes.get(self.at + 1) {
            Some(b'"' | b'\\' | b'/' | b'b' | b'f' | b'n' | b'r' | b't') => Some(2),
            Some(b'u') => self
                .bytes
                .get(self.at + 2..self.at + 6)
                .and_then(|digits| digits.iter().all(u8::is_ascii_hexdigit).then_some(6)),
            _ => None,
        };
        match sound {
            Some(length) => self.at += length,
            None => return self.wrong("an escape that JSON knows"),
        }
        Ok(())
    }

    fn word(&mut self, word: &[u8], kind: Kind) -> Walked<Kind> {
        if !self.bytes[self.at..].starts_with(word) {
            return self.wrong("a value");
        }
        self.at += word.len();
        Ok(kind)
    }

    fn number(&mut self) -> Walked<Kind> {
        if self.peek() == Some(b'-') {
            self.at += 1;
        }
        if self.peek() == Some(b'0') {
            self.at += 1;
        } else {
            self.digits()?;
        }
        if self.peek() == Some(b'.') {
            self.at += 1;
            self.digits()?;
        }
        if matches!(self.peek(), Some(b'e' | b'E')) {
            self.at += 1;
            if matches!(self.peek(), Some(b'+' | b'-')) {
                self.at += 1;
            }
            self.digits()?;
        }
        Ok(Kind::Number)
    }

    fn digits(&mut self) -> Walked<()> {
        let start = self.at;
        while matches!(self.peek(), Some(b'0'..=b'9')) {
            self.at += 1;
        }
        if self.at == start { self.wrong("a digit") } else { Ok(()) }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn accepts(text: &str) -> bool {
        let mut scanner = Scanner::new(text.as_bytes());
        scanner.space();
        let walked = scanner.value(0);
        scanner.space();
        walked.is_ok() && scanner.at == text.len()
    }

    #[test]
    fn it_agrees_with_serde_json_on_hard_cases() {
        for text in [
            "0",
            "-0",
            "01",
            "1.",
            ".5",
            "1e5",
            "1E+05",
            "1e",
            "-",
            "+1",
            "0x1",
            "1.5e-3",
            "NaN",
            "true",
            "tru",
            "null ",
            "\"\"",
            "\"\\u00e9\"",
            "\"\\u00g9\"",
            "\"\\x\"",
            "\"a\tb\"",
            "\"",
            "\"\\",
            "[]",
            "[1,]",
            "[,]",
            "[1 2]",
            "{}",
            "{\"a\":1,}",
            "{\"a\" : [ { } , null ] }",
            "{a:1}",
            "{\"a\"}",
            "{\"a\":}",
            "{\"a\":1",
            "[[[",
            "",
            "'a'",
            "\u{7f}",
            "[\"\u{2028}\"]",
            "{\"a\":1}}",
        ] {
            let theirs = serde_json::from_str::<&serde_json::value::RawValue>(text).is_ok();
            assert_eq!(accepts(text), theirs, "{text:?}");
        }
    }

    proptest! {
        #[test]
        fn it_agrees_with_serde_json(text in r#"[\[\]{}:,"\\a0 1\-.eEu+tnr/]{0,12}"#) {
            let theirs = serde_json::from_str::<&serde_json::value::RawValue>(&text).is_ok();
            prop_assert_eq!(accepts(&text), theirs);
        }
    }

    #[test]
    fn values_may_lie_deep_in_one_another_but_not_without_end() {
        assert!(accepts(&("[".repeat(200) + &"]".repeat(200))));
        assert!(!accepts(&"[".repeat(100_000)));
    }
}
