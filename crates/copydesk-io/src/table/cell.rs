//! What stands in a cell.

use serde_json::Value;

use super::columns::{Column, From};

/// An annotation, with its offsets in two units.
pub(crate) struct Annotated<'a> {
    pub(crate) id: &'a str,
    pub(crate) date: Option<&'a str>,
    pub(crate) text: &'a str,
    /// As the run writes it.
    pub(crate) shown: &'a Value,
    /// With offsets in bytes.
    pub(crate) placed: &'a Value,
}

impl Annotated<'_> {
    /// The value of a column: a string, a number, a flag or null.
    pub(crate) fn cell(&self, column: &Column) -> Value {
        match &column.from {
            From::Document => self.id.into(),
            From::Date => self.date.into(),
            From::Text => self.place(self.placed).map_or(Value::Null, Value::from),
            From::Paths(paths) => {
                let found = paths.iter().map(|path| self.at(path)).find(|value| !value.is_null());
                found.unwrap_or_default()
            }
        }
    }

    fn at(&self, path: &[String]) -> Value {
        let walk =
            |value: &Value| path.iter().try_fold(value.clone(), |value, name| value.get(name).cloned());
        let Some(shown) = walk(self.shown) else { return Value::Null };
        let text = walk(self.placed).and_then(|placed| self.said(&placed));
        match (text, shown) {
            (Some(text), _) => text.into(),
            (None, value @ (Value::Array(_) | Value::Object(_))) => value.to_string().into(),
            (None, value) => value,
        }
    }

    /// The text of a place, or of several.
    fn said(&self, value: &Value) -> Option<String> {
        match value {
            Value::Array(places) if !places.is_empty() => {
                let texts: Option<Vec<_>> = places.iter().map(|place| self.place(place)).collect();
                Some(texts?.join(" … "))
            }
            _ => self.place(value).map(str::to_owned),
        }
    }

    fn place(&self, value: &Value) -> Option<&str> {
        let ends = match value {
            Value::Object(fields) => (fields.get("start")?, fields.get("end")?),
            Value::Array(pair) => match &pair[..] {
                [start, end] => (start, end),
                _ => return None,
            },
            _ => return None,
        };
        let at = |value: &Value| usize::try_from(value.as_u64()?).ok();
        self.text.get(at(ends.0)?..at(ends.1)?)
    }
}

#[cfg(test)]
mod tests {
    use super::super::columns::Column;
    use super::*;
    use crate::columns::Kind;
    use serde_json::json;

    #[test]
    fn places_are_shown_as_their_text_and_the_first_field_that_says_something_counts() {
        let value = json!({ "start": 0, "end": 3, "spans": [[0, 1], [2, 3]], "who": { "start": 2, "end": 3 }, "n": 7, "list": ["a"] });
        let annotated = Annotated { id: "d", date: None, text: "a b", shown: &value, placed: &value };
        let cell = |paths: &str| {
            let paths = paths.split('|').map(|path| path.split('.').map(str::to_owned).collect()).collect();
            annotated.cell(&Column { name: String::new(), kind: Kind::Text, from: From::Paths(paths) })
        };
        assert_eq!(cell("who.name|who"), "b");
        assert_eq!(cell("spans"), "a … b");
        assert_eq!(cell("n"), 7);
        assert_eq!(cell("list"), "[\"a\"]");
        assert_eq!(cell("none"), Value::Null);
    }
}
