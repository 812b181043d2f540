//! What serde says of a wrong value, in the words of someone who writes a pipeline file, with a hint.

use std::ops::Range;

use crate::Diagnostic;

/// A mistake that serde found.
pub(crate) fn told(at: Range<usize>, message: &str) -> Diagnostic {
    let (said, help) = unknown(message)
        .or_else(|| wrong_type(message))
        .or_else(|| missing(message))
        .unwrap_or((message.to_owned(), None));
    Diagnostic { help, ..Diagnostic::new(at, said) }
}

type Told = (String, Option<String>);

/// ``unknown field `a`, expected `b` or `c` ``, and the same of a variant.
fn unknown(message: &str) -> Option<Told> {
    let (what, rest) = message.strip_prefix("unknown ")?.split_once(" `")?;
    let (wrong, expected) = rest.split_once("`, ")?;
    let what = if what == "field" { "key" } else { "value" };
    let known: Vec<_> = expected.split('`').skip(1).step_by(2).collect();
    let help = match nearest(wrong, known.iter().copied()) {
        Some(guess) => Some(format!("did you mean `{guess}`?")),
        None if known.is_empty() => None,
        None => Some(format!("the {what}s are {}", quoted(&known))),
    };
    Some((format!("unknown {what} `{wrong}`"), help))
}

/// `invalid type: string "two", expected usize`, and the same of a value.
fn wrong_type(message: &str) -> Option<Told> {
    let rest = message.strip_prefix("invalid type: ").or_else(|| message.strip_prefix("invalid value: "))?;
    let (is, expected) = rest.split_once(", expected ")?;
    let (expected, help) = in_words(expected)?;
    Some((format!("expected {expected}, found {}", found(is)), Some(help.to_owned())))
}

fn missing(message: &str) -> Option<Told> {
    let key = message.strip_prefix("missing field `")?.strip_suffix('`')?;
    Some((format!("the key `{key}` is missing"), Some(format!("add `{key} = …`"))))
}

/// What a type is called, and how to write one. `None` if the words are a visitor's own.
fn in_words(expected: &str) -> Option<(&'static str, &'static str)> {
    Some(match expected {
        "usize" | "u8" | "u16" | "u32" | "u64" | "u128" => {
            ("a whole number that is not negative", "write digits alone, such as `4`")
        }
        "isize" | "i8" | "i16" | "i32" | "i64" | "i128" => {
            ("a whole number", "write digits alone, such as `4`")
        }
        "f32" | "f64" => ("a number", "write digits alone, such as `0.5`"),
        "a boolean" => ("true or false", "write `true` or `false`, without quotation marks"),
        "a string" | "string" => ("a string", "write it in quotation marks"),
        "a sequence" => ("a list", "write it in brackets: `[…]`"),
        "a map" => ("a table", "write it in braces: `{ key = … }`"),
        _ if expected.starts_with("struct ") => ("a table", "write it in braces: `{ key = … }`"),
        _ => return None,
    })
}

fn found(is: &str) -> String {
    match is {
        "sequence" => "a list".to_owned(),
        "map" => "a table".to_owned(),
        _ => match is.split_once(' ') {
            Some(("string", text)) => format!("the string {text}"),
            Some(("integer" | "floating" | "boolean", value)) => {
                value.trim_start_matches("point ").to_owned()
            }
            _ => is.to_owned(),
        },
    }
}

/// The name most like `wrong`, if one is like it at all: for hints.
#[must_use]
pub fn nearest<'a>(wrong: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    names
        .map(|name| (strsim::damerau_levenshtein(wrong, name), name))
        .filter(|(distance, name)| *distance <= (name.len().max(wrong.len()) / 3).max(1))
        .min()
        .map(|(_, name)| name)
}

/// Names in a row, each in code marks.
pub(crate) fn quoted(names: &[&str]) -> String {
    let quoted: Vec<_> = names.iter().map(|name| format!("`{name}`")).collect();
    quoted.join(", ")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn serde_is_put_into_plain_words() {
        for (said, message, help) in [
            (
                "unknown field `fnid`, expected `find` or `with`",
                "unknown key `fnid`",
                Some("did you mean `find`?"),
            ),
            ("unknown field `a`, there are no fields", "unknown key `a`", None),
            (
                "unknown variant `z`, expected one of `skip`, `keep`, `fail`",
                "unknown value `z`",
                Some("the values are `skip`, `keep`, `fail`"),
            ),
            (
                "invalid type: string \"two\", expected usize",
                "expected a whole number that is not negative, found the string \"two\"",
                Some("write digits alone, such as `4`"),
            ),
            (
                "invalid type: floating point `1.5`, expected a boolean",
                "expected true or false, found `1.5`",
                Some("write `true` or `false`, without quotation marks"),
            ),
            (
                "invalid type: sequence, expected a string",
                "expected a string, found a list",
                Some("write it in quotation marks"),
            ),
            (
                "invalid type: integer `3`, expected a share such as 3/100",
                "invalid type: integer `3`, expected a share such as 3/100",
                None,
            ),
            ("missing field `find`", "the key `find` is missing", Some("add `find = …`")),
        ] {
            let told = told(0..0, said);
            assert_eq!((told.message.as_str(), told.help.as_deref()), (message, help));
        }
    }
}
