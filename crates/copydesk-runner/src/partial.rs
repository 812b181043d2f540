//! Whether an annotation is as a test expects it, in the fields that the test names.

use serde_json::{Map, Value};

/// Whether an annotation, or a part of its value, has all that is wanted of it.
///
/// A string also stands for an object or a span by its name or by the text it covers, and for a number as it is written.
pub(crate) fn matches(wanted: &toml::Value, found: &Value, text: &str) -> bool {
    match (wanted, found) {
        (toml::Value::Table(wanted), Value::Object(found)) => wanted.iter().all(|(key, wanted)| match found
            .get(key)
        {
            Some(value) if matches(wanted, value, text) => true,
            None if *wanted == toml::Value::Boolean(false) => true,
            _ => key == "text" && wanted.as_str().is_some_and(|wanted| Some(wanted) == covered(found, text)),
        }),
        (toml::Value::Array(wanted), Value::Array(found)) => {
            wanted.len() == found.len()
                && wanted.iter().zip(found).all(|(wanted, found)| matches(wanted, found, text))
        }
        (toml::Value::String(wanted), Value::Object(found)) => {
            let name = found.get("name").and_then(Value::as_str);
            name == Some(wanted) || covered(found, text) == Some(wanted)
        }
        (toml::Value::String(wanted), Value::Array(pair)) => pair_text(pair, text) == Some(wanted),
        (toml::Value::String(wanted), Value::String(found)) => wanted == found,
        (toml::Value::String(wanted), Value::Number(found)) => *wanted == found.to_string(),
        (toml::Value::Boolean(wanted), Value::Bool(found)) => wanted == found,
        (toml::Value::Integer(_) | toml::Value::Float(_), _) => number(wanted, found),
        (toml::Value::Datetime(wanted), Value::String(found)) => wanted.to_string() == *found,
        _ => false,
    }
}

/// Numbers by their value; a string that holds one counts as it.
#[expect(clippy::float_cmp, reason = "a test names the very number that is written")]
fn number(wanted: &toml::Value, found: &Value) -> bool {
    let written = match found {
        Value::String(found) => found.clone(),
        Value::Number(found) => found.to_string(),
        _ => return false,
    };
    match (wanted, written.parse::<i64>(), written.parse::<f64>()) {
        (toml::Value::Integer(wanted), Ok(found), _) => *wanted == found,
        (toml::Value::Float(wanted), _, Ok(found)) => *wanted == found,
        _ => false,
    }
}

/// What an object with a place covers.
fn covered<'t>(object: &Map<String, Value>, text: &'t str) -> Option<&'t str> {
    let own = |object: &Map<String, Value>| span(object.get("start")?, object.get("end")?, text);
    own(object).or_else(|| own(object.get("span")?.as_object()?))
}

fn pair_text<'t>(pair: &[Value], text: &'t str) -> Option<&'t str> {
    let [start, end] = pair else { return None };
    span(start, end, text)
}

fn span<'t>(start: &Value, end: &Value, text: &'t str) -> Option<&'t str> {
    let offset = |value: &Value| usize::try_from(value.as_u64()?).ok();
    text.get(offset(start)?..offset(end)?)
}

/// An annotation as a test could expect it.
pub(crate) fn shown(annotation: &Value, text: &str) -> String {
    let Some(fields) = annotation.as_object() else { return annotation.to_string() };
    let own = covered(fields, text).map(|covered| format!("text = {covered:?}"));
    let place = |key: &str| matches!(key, "start" | "end" | "source");
    let rest = fields.iter().filter(|(key, value)| !place(key) && !value.is_null() && !is_empty(value));
    let rest = rest.map(|(key, value)| format!("{key} = {}", value_shown(value, text)));
    format!("{{ {} }}", own.into_iter().chain(rest).collect::<Vec<_>>().join(", "))
}

fn is_empty(value: &Value) -> bool {
    *value == Value::Bool(false) || value.as_array().is_some_and(Vec::is_empty)
}

fn value_shown(value: &Value, text: &str) -> String {
    match value {
        Value::Object(object) => {
            let name = object.get("name").and_then(Value::as_str);
            match name.or_else(|| covered(object, text)) {
                Some(said) => format!("{said:?}"),
                None => shown(value, text),
            }
        }
        Value::Array(list) => match pair_text(list, text) {
            Some(covered) => format!("{covered:?}"),
            None => {
                format!("[{}]", list.iter().map(|it| value_shown(it, text)).collect::<Vec<_>>().join(", "))
            }
        },
        other => other.to_string(),
    }
}

/// What a test expects, as it is written in the file.
pub(crate) fn written(wanted: &toml::Value) -> String {
    match wanted {
        toml::Value::Table(fields) => {
            let fields: Vec<_> = fields.iter().map(|(key, it)| format!("{key} = {}", written(it))).collect();
            format!("{{ {} }}", fields.join(", "))
        }
        toml::Value::Array(list) => format!("[{}]", list.iter().map(written).collect::<Vec<_>>().join(", ")),
        toml::Value::String(string) => format!("{string:?}"),
        toml::Value::Integer(n) => n.to_string(),
        toml::Value::Float(n) => n.to_string(),
        toml::Value::Boolean(is) => is.to_string(),
        toml::Value::Datetime(at) => at.to_string(),
    }
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::*;

    const TEXT: &str = "“No,” she said.";

    #[track_caller]
    fn check(wanted: &str, matched: bool) {
        let found = json!({
            "start": 0, "end": 9, "source": [0, 9], "type": "direct", "spans": [[0, 9]],
            "cue": {"start": 14, "end": 18}, "speaker": {"start": 10, "end": 13, "name": "Eva Kern", "entity": 3},
            "confidence": 0.9, "value": "12", "denied": false,
        });
        let wanted: toml::Table = toml::from_str(&format!("it = {wanted}")).expect("TOML");
        assert_eq!(matches(&wanted["it"], &found, TEXT), matched, "{wanted:?}");
    }

    #[test]
    fn what_a_test_leaves_out_may_be_anything() {
        for wanted in [
            "{}",
            "{ text = '“No,”', type = 'direct' }",
            "{ speaker = 'Eva Kern', cue = 'said', spans = ['“No,”'] }",
            "{ speaker = 'she' }",
            "{ speaker = { name = 'Eva Kern', text = 'she', entity = 3 } }",
            "{ confidence = 0.9, value = 12, denied = false, exclaimed = false }",
            "{ confidence = '0.9' }",
        ] {
            check(wanted, true);
        }
    }

    #[test]
    fn what_it_names_must_be_there() {
        for wanted in [
            "{ text = 'No' }",
            "{ speaker = 'Eva' }",
            "{ addressee = 'Eva Kern' }",
            "{ spans = ['“No,”', 'she'] }",
            "{ confidence = 0.8 }",
            "{ value = 13 }",
            "{ denied = true }",
        ] {
            check(wanted, false);
        }
    }
}
