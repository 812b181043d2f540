//! The value of an annotation in words: offsets tell a reader nothing, what they cover does.

use std::ops::Range;

use serde_json::{Map, Value};

/// The fields of an annotation that say something beyond its place.
pub(super) fn fields(fields: &Map<String, Value>, own: &Range<usize>, text: &str) -> Vec<(String, String)> {
    let place = |key: &str| matches!(key, "start" | "end" | "source");
    let said = fields.iter().filter(|(key, value)| !place(key) && !is_own_span(key, value, own));
    said.filter_map(|(key, value)| Some((key.clone(), words(key, value, text)?))).collect()
}

/// A JSON number as an offset.
pub(super) fn offset(value: &Value) -> usize {
    value.as_u64().and_then(|n| usize::try_from(n).ok()).unwrap_or(0)
}

/// A list of spans that holds the annotation's own and nothing else.
fn is_own_span(key: &str, value: &Value, own: &Range<usize>) -> bool {
    let Some([only]) = value.as_array().map(Vec::as_slice) else { return false };
    key.ends_with("spans") && pair(only).as_ref() == Some(own)
}

/// A value in words; nothing for null and false, and no words for true.
fn words(key: &str, value: &Value, text: &str) -> Option<String> {
    Some(match value {
        Value::Null | Value::Bool(false) => return None,
        Value::Bool(true) => String::new(),
        Value::String(string) => string.clone(),
        Value::Number(number) => number.to_string(),
        Value::Array(list) => {
            let items: Vec<_> = list.iter().filter_map(|item| item_words(key, item, text)).collect();
            if items.is_empty() {
                return None;
            }
            items.join(", ")
        }
        Value::Object(object) => return object_words(object, text),
    })
}

fn item_words(key: &str, item: &Value, text: &str) -> Option<String> {
    match pair(item).filter(|_| key.ends_with("spans")).and_then(|span| text.get(span)) {
        Some("") => None,
        Some(covered) => Some(quoted(covered)),
        None => words("", item, text),
    }
}

/// An object: its name, or else what it covers, and in brackets the rest.
fn object_words(object: &Map<String, Value>, text: &str) -> Option<String> {
    let place = span(object).or_else(|| span(object.get("span")?.as_object()?));
    let covered = place.and_then(|place| text.get(place)).filter(|covered| !covered.is_empty());
    let name = object.get("name").and_then(Value::as_str);
    let head = name.map(str::to_owned).or(covered.map(quoted));
    let other = covered.filter(|covered| name.is_some_and(|name| name != *covered)).map(quoted);
    let is_place = |key: &str, value: &Value| match key {
        "start" | "end" => true,
        "span" => value.is_object(),
        _ => false,
    };
    let shown = |key: &str, value: &Value| !is_place(key, value) && (name.is_none() || key != "name");
    let rest = object.iter().filter(|(key, value)| shown(key, value)).filter_map(|(key, value)| {
        let said = words(key, value, text)?;
        Some(if said.is_empty() { key.clone() } else { format!("{key} {said}") })
    });
    let rest = other.into_iter().chain(rest).collect::<Vec<_>>().join(", ");
    match head {
        Some(head) if rest.is_empty() => Some(head),
        Some(head) => Some(format!("{head} ({rest})")),
        None => Some(rest).filter(|rest| !rest.is_empty()),
    }
}

/// A text in quotation marks, unless it brings its own.
pub(super) fn quoted(text: &str) -> String {
    let text = brief(text);
    if text.starts_with(['“', '"', '«', '„', '‘']) { text } else { format!("“{text}”") }
}

fn span(object: &Map<String, Value>) -> Option<Range<usize>> {
    let (start, end) = (object.get("start")?, object.get("end")?);
    Some(offset(start)..offset(end)).filter(|_| start.is_u64() && end.is_u64())
}

fn pair(value: &Value) -> Option<Range<usize>> {
    let [start, end] = value.as_array()?.as_slice() else { return None };
    Some(offset(start)..offset(end)).filter(|_| start.is_u64() && end.is_u64())
}

/// The most characters of a text inside a value.
const BRIEF: usize = 60;

/// A text on one line, with its middle left out where it is long.
pub(super) fn brief(text: &str) -> String {
    shortened(text, BRIEF)
}

/// A text on one line of at most `most` characters, with its middle left out where it is longer.
pub(crate) fn shortened(text: &str, most: usize) -> String {
    let line: String = text.chars().map(|c| if c == '\n' { '↵' } else { c }).collect();
    let count = line.chars().count();
    if count <= most {
        return line;
    }
    let (head, tail) = ((most - 1).div_ceil(2), (most - 1) / 2);
    let chars = || line.chars();
    let head: String = chars().take(head).collect();
    let tail: String = chars().skip(count - tail).collect();
    format!("{}…{}", head.trim_end(), tail.trim_start())
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const TEXT: &str = "“We won,” she told the Arlen Times.";

    #[track_caller]
    fn check(value: &Value, want: &[(&str, &str)]) {
        let of = 0..13; // “We won,”
        let fields = fields(value.as_object().expect("an object"), &of, TEXT);
        let fields: Vec<_> = fields.iter().map(|(key, value)| (key.as_str(), value.as_str())).collect();
        assert_eq!(fields, want);
    }

    #[test]
    fn a_place_is_shown_by_what_it_covers_and_a_name_first() {
        check(
            &json!({"start": 0, "end": 13, "source": [0, 13], "cue": {"start": 18, "end": 22}}),
            &[("cue", "“told”")],
        );
        check(
            &json!({"speaker": {"start": 14, "end": 17, "name": "Eva Kern", "entity": 2}}),
            &[("speaker", "Eva Kern (“she”, entity 2)")],
        );
        check(&json!({"speaker": {"start": 14, "end": 17, "name": "she"}}), &[("speaker", "she")]);
        check(
            &json!({"agency": {"span": {"start": 27, "end": 38}, "name": "Arlen Times"}}),
            &[("agency", "Arlen Times")],
        );
    }

    #[test]
    fn what_says_nothing_is_left_out() {
        let empty = json!({"start": 3, "end": 3});
        check(
            &json!({"spans": [[0, 13]], "a": null, "b": false, "c": true, "d": [], "e": empty}),
            &[("c", "")],
        );
        check(&json!({"spans": [[0, 13], [14, 17]]}), &[("spans", "“We won,”, “she”")]);
    }

    #[test]
    fn a_long_text_keeps_both_ends() {
        assert_eq!(shortened("one two\nthree four", 11), "one t…four");
        assert_eq!(shortened("one\ntwo", 11), "one↵two");
    }
}
