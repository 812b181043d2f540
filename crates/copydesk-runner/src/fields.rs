//! The fields of a JSON Schema as rows of a table for people.

use serde_json::{Map, Value};

/// A field, or an option.
pub(crate) struct Field {
    /// Where it stands: `speaker.name`, `parts[].value`.
    pub(crate) path: String,
    /// What it may be.
    pub(crate) kind: String,
    /// Its value where it is left out, as TOML writes it.
    pub(crate) default: Option<String>,
    /// What it means.
    pub(crate) docs: String,
}

/// Definitions that schemas refer to.
type Definitions = Map<String, Value>;

/// Every field of an object's schema, those inside other fields too.
pub(crate) fn fields(schema: &Value, definitions: &Definitions) -> Vec<Field> {
    let mut rows = Vec::new();
    add(schema, "", &Reader { definitions, depth: 0 }, &mut rows);
    rows
}

fn add(schema: &Value, prefix: &str, reader: &Reader<'_>, rows: &mut Vec<Field>) {
    let Some(properties) = reader.plain(schema)["properties"].as_object() else { return };
    for (name, field) in properties {
        let path = format!("{prefix}{name}");
        let kind = reader.kind(field);
        let docs = reader.docs(field);
        rows.push(Field { path: path.clone(), kind, default: default(field), docs });
        let inner = reader.plain(field);
        let (inner, prefix) = match inner.get("items") {
            Some(items) => (items, format!("{path}[].")),
            None => (inner, format!("{path}.")),
        };
        if reader.depth < DEEPEST && !reader.is_span(inner) {
            add(inner, &prefix, &Reader { depth: reader.depth + 1, ..*reader }, rows);
        }
    }
}

/// Deeper fields are left to the schema: a value may hold values of its own kind.
const DEEPEST: usize = 2;

#[derive(Clone, Copy)]
struct Reader<'a> {
    definitions: &'a Definitions,
    depth: usize,
}

impl<'a> Reader<'a> {
    /// A schema without references, and without the choice of null.
    fn plain(&self, mut schema: &'a Value) -> &'a Value {
        loop {
            let choices = schema["anyOf"].as_array().or_else(|| schema["allOf"].as_array());
            let some: Vec<_> =
                choices.into_iter().flatten().filter(|choice| choice["type"] != "null").collect();
            schema = match (referred(schema), &some[..]) {
                (Some(name), _) if self.definitions.contains_key(name) => &self.definitions[name],
                (None, &[only]) => only,
                _ => return schema,
            };
        }
    }

    fn is_span(&self, schema: &'a Value) -> bool {
        let keys = self.plain(schema)["properties"].as_object();
        keys.is_some_and(|keys| keys.len() == 2 && keys.contains_key("start") && keys.contains_key("end"))
    }

    fn kind(&self, schema: &'a Value) -> String {
        let plain = self.plain(schema);
        if self.is_span(plain) {
            return "span".to_owned();
        }
        let choices = choices(plain);
        if !choices.is_empty() {
            return choices.iter().map(|(name, _)| format!("`{name}`")).collect::<Vec<_>>().join(", ");
        }
        if let Some(items) = plain.get("items") {
            return format!("list of {}", plural(&self.kind(items)));
        }
        let types = match &plain["type"] {
            Value::Array(types) => types.iter().filter_map(Value::as_str).find(|name| *name != "null"),
            name => name.as_str(),
        };
        let kind = match types {
            Some("integer" | "number") => "number",
            Some("boolean") => "true or false",
            Some("string") => "string",
            Some("object") => "table",
            Some("array") => "list",
            _ => match plain["oneOf"].as_array().or_else(|| plain["anyOf"].as_array()) {
                Some(some) => {
                    let mut kinds: Vec<_> = some.iter().map(|choice| self.kind(choice)).collect();
                    kinds.dedup();
                    return kinds.join(" or ");
                }
                None => "any value",
            },
        };
        kind.to_owned()
    }

    /// What a field means: its own words, or those of its type; and those of its choices.
    fn docs(&self, schema: &'a Value) -> String {
        let plain = self.plain(schema);
        let of = |schema: &Value| schema["description"].as_str().map(one_line);
        let mut docs = of(schema).or_else(|| of(plain)).unwrap_or_default();
        for (name, said) in choices(plain) {
            if let Some(said) = said {
                docs += &format!("<br>`{name}`: {}", one_line(said));
            }
        }
        docs
    }
}

fn referred(schema: &Value) -> Option<&str> {
    schema["$ref"].as_str()?.rsplit('/').next()
}

/// The strings of an enumeration, each with its words.
fn choices(schema: &Value) -> Vec<(&str, Option<&str>)> {
    let named = schema["enum"].as_array().into_iter().flatten().filter_map(Value::as_str);
    let told = schema["oneOf"].as_array().into_iter().flatten().flat_map(|choice| {
        let said = choice["description"].as_str();
        let some = choice["enum"].as_array().into_iter().flatten().chain(choice.get("const"));
        some.filter_map(Value::as_str).map(move |name| (name, said))
    });
    let all: Vec<_> = named.map(|name| (name, None)).chain(told).collect();
    let whole = schema["oneOf"].as_array().is_none_or(|some| some.iter().all(|c| c["type"] == "string"));
    if whole { all } else { Vec::new() }
}

fn default(schema: &Value) -> Option<String> {
    let default = schema.get("default").filter(|value| !value.is_null())?;
    if default.as_object().is_some_and(|fields| !fields.is_empty()) {
        return None;
    }
    Some(default.to_string())
}

fn plural(kind: &str) -> String {
    match kind {
        "true or false" | "any value" => kind.to_owned(),
        _ if kind.starts_with('`') || kind.starts_with("list") => kind.to_owned(),
        _ => format!("{kind}s"),
    }
}

fn one_line(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}
