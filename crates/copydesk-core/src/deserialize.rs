//! Typed tables from TOML, with every mistake at its place.

use std::ops::Range;

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeArray, DeTable, DeValue, ValueDeserializer};

use crate::Diagnostic;
use crate::mistake;

/// Reads a table as a `T`. Where an entry is wrong, notes it and goes on
/// without the entry, so that all wrong ones are found.
pub(crate) fn table<T: DeserializeOwned>(
    table: Spanned<DeTable<'_>>,
    mistakes: &mut Vec<Diagnostic>,
) -> Option<T> {
    build(table, mistakes, |deserializer| T::deserialize(deserializer))
}

/// Builds something from a table, as [`table`] does. What it gives is of the right
/// entries alone; whether there were wrong ones is seen by `mistakes`.
pub(crate) fn build<'a, T>(
    table: Spanned<DeTable<'a>>,
    mistakes: &mut Vec<Diagnostic>,
    read: impl Fn(ValueDeserializer<'a>) -> Result<T, toml::de::Error>,
) -> Option<T> {
    let whole = table.span();
    let mut table = table.into_inner();
    let mut removed = Vec::new();
    loop {
        let error = match read(deserializer(&table, &whole)) {
            Ok(value) => return Some(value),
            Err(error) => error,
        };
        let at = error.span().unwrap_or(whole.clone());
        if !follows(&removed, &at, error.message()) {
            mistakes.push(mistake::told(at.clone(), error.message()));
        }
        if at == whole {
            return None;
        }
        removed.push(take_from_table(&mut table, &whole, &at)?);
    }
}

fn deserializer<'a>(table: &DeTable<'a>, whole: &Range<usize>) -> ValueDeserializer<'a> {
    ValueDeserializer::from(Spanned::new(whole.clone(), DeValue::Table(table.clone())))
}

/// An entry that was taken out because it was wrong.
struct Removed {
    /// The place of the table or list that it was in.
    from: Range<usize>,
    /// Its place.
    at: Range<usize>,
    /// Its key, in a table.
    key: Option<String>,
}

/// Whether an error is only there because of what was taken out.
fn follows(removed: &[Removed], at: &Range<usize>, message: &str) -> bool {
    removed.iter().any(|entry| match &entry.key {
        Some(key) => entry.from == *at && message == format!("missing field `{key}`"),
        None => entry.from == *at || entry.at == *at,
    })
}

/// Takes out the innermost entry at a place.
fn take_from_table(table: &mut DeTable<'_>, from: &Range<usize>, at: &Range<usize>) -> Option<Removed> {
    if let Some(inner) = table.iter_mut().find_map(|(_, value)| take_from_value(value, at)) {
        return Some(inner);
    }
    let (key, _) = table.iter().find(|(key, value)| key.span() == *at || value.span() == *at)?;
    let key = key.clone();
    table.remove(&key);
    let key = Some(key.into_inner().into_owned());
    Some(Removed { from: from.clone(), at: at.clone(), key })
}

fn take_from_value(value: &mut Spanned<DeValue<'_>>, at: &Range<usize>) -> Option<Removed> {
    let from = value.span();
    match value.get_mut() {
        DeValue::Table(table) => take_from_table(table, &from, at),
        DeValue::Array(list) => {
            if let Some(inner) = list.iter_mut().find_map(|value| take_from_value(value, at)) {
                return Some(inner);
            }
            let others = list.iter().filter(|value| value.span() != *at).cloned().collect::<DeArray<'_>>();
            if others.len() == list.len() {
                return None;
            }
            *list = others;
            Some(Removed { from, at: at.clone(), key: None })
        }
        _ => None,
    }
}
