//! Checks values against a JSON Schema, for as much of it as the project's schemas say. A word that it does not know is a failure, so
//! that nothing passes unchecked. The crates that know all of it bring some thirty others.

use regex_automata::meta::Regex;
use serde_json::{Map, Value};

/// A schema.
pub(crate) struct Schema(pub(crate) Value);

impl Schema {
    /// What is wrong with a value, each with its place.
    pub(crate) fn mistakes(&self, value: &Value) -> Vec<String> {
        self.check(&self.0, value, "")
    }

    fn check(&self, schema: &Value, value: &Value, at: &str) -> Vec<String> {
        let Some(words) = schema.as_object() else {
            return if *schema == Value::Bool(true) {
                Vec::new()
            } else {
                vec![format!("{at}: nothing may stand here")]
            };
        };
        words.iter().flat_map(|(word, says)| self.word(word, says, words, value, at)).collect()
    }

    fn word(
        &self,
        word: &str,
        says: &Value,
        words: &Map<String, Value>,
        value: &Value,
        at: &str,
    ) -> Vec<String> {
        let told =
            |right: bool| if right { Vec::new() } else { vec![format!("{at}: {word} {says}, but {value}")] };
        let choices = || says.as_array().expect("a list of schemas").iter();
        let fits = |choice: &&Value| self.check(choice, value, at).is_empty();
        match word {
            "$schema" | "$defs" | "title" | "description" | "default" | "format" => Vec::new(),
            "$ref" => self.check(self.referred(says), value, at),
            "type" => told(names(says).any(|name| is(name, value))),
            "enum" => told(choices().any(|choice| choice == value)),
            "const" => told(says == value),
            "anyOf" => told(choices().any(|choice| fits(&choice))),
            "oneOf" => told(choices().filter(fits).count() == 1),
            "allOf" => choices().flat_map(|part| self.check(part, value, at)).collect(),
            "minimum" => told(value.as_f64().is_none_or(|n| n >= number(says))),
            "maximum" => told(value.as_f64().is_none_or(|n| n <= number(says))),
            "pattern" => told(value.as_str().is_none_or(|text| pattern(says).is_match(text))),
            "minItems" => told(value.as_array().is_none_or(|items| items.len() as u64 >= count(says))),
            "maxItems" => told(value.as_array().is_none_or(|items| items.len() as u64 <= count(says))),
            "required" => told(value.is_object() && names(says).all(|name| value.get(name).is_some())),
            "items" => {
                let items = value.as_array().into_iter().flatten().enumerate();
                items.flat_map(|(i, item)| self.check(says, item, &format!("{at}/{i}"))).collect()
            }
            "prefixItems" => {
                let items = value.as_array().into_iter().flatten().zip(choices()).enumerate();
                items.flat_map(|(i, (item, part))| self.check(part, item, &format!("{at}/{i}"))).collect()
            }
            "properties" => {
                let known =
                    |(name, field): (&String, &Value)| Some((name.clone(), says.get(name)?, field.clone()));
                let fields = value.as_object().into_iter().flatten().filter_map(known);
                fields
                    .flat_map(|(name, part, field)| self.check(part, &field, &format!("{at}/{name}")))
                    .collect()
            }
            "additionalProperties" => {
                let more =
                    |name: &&String| words.get("properties").is_none_or(|known| known.get(name).is_none());
                let fields = value.as_object().into_iter().flatten().filter(|(name, _)| more(name));
                fields.flat_map(|(name, field)| self.check(says, field, &format!("{at}/{name}"))).collect()
            }
            _ => panic!("the schema says `{word}`, which this test does not know"),
        }
    }

    fn referred(&self, says: &Value) -> &Value {
        let path =
            says.as_str().and_then(|path| path.strip_prefix('#')).expect("a place in the schema itself");
        self.0.pointer(path).unwrap_or_else(|| panic!("{path} leads nowhere"))
    }
}

fn names(says: &Value) -> impl Iterator<Item = &str> {
    let one = says.as_str();
    one.into_iter().chain(says.as_array().into_iter().flatten().filter_map(Value::as_str))
}

fn number(says: &Value) -> f64 {
    says.as_f64().expect("a number")
}

fn count(says: &Value) -> u64 {
    says.as_u64().expect("a count")
}

fn pattern(says: &Value) -> Regex {
    Regex::new(says.as_str().expect("a pattern")).expect("a sound pattern")
}

fn is(name: &str, value: &Value) -> bool {
    match name {
        "object" => value.is_object(),
        "array" => value.is_array(),
        "string" => value.is_string(),
        "boolean" => value.is_boolean(),
        "null" => value.is_null(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        _ => panic!("`{name}` is no type"),
    }
}
