//! Typed tables from TOML, with every mistake at its place and a guess at what was meant.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue, ValueDeserializer};

use crate::Diagnostic;

/// Reads a table as a `T`. Where a key is wrong, notes it and goes on
/// without the key, so that all wrong keys are found.
pub(crate) fn table<T: DeserializeOwned>(
    table: Spanned<DeTable<'_>>,
    mistakes: &mut Vec<Diagnostic>,
) -> Option<T> {
    build(table, mistakes, |deserializer| T::deserialize(deserializer))
}

/// Builds something from a table, as [`table`] does.
pub(crate) fn build<'a, T>(
    table: Spanned<DeTable<'a>>,
    mistakes: &mut Vec<Diagnostic>,
    read: impl Fn(ValueDeserializer<'a>) -> Result<T, toml::de::Error>,
) -> Option<T> {
    let whole = table.span();
    let mut table = table.into_inner();
    let found = mistakes.len();
    loop {
        let error = match read(deserializer(&table, &whole)) {
            Ok(value) => return (mistakes.len() == found).then_some(value),
            Err(error) => error,
        };
        let span = error.span().unwrap_or(whole.clone());
        mistakes.push(diagnostic(span.clone(), error.message()));
        let wrong = table.iter().find(|(key, value)| {
            let entry = key.span().start..value.span().end.max(key.span().end);
            span != whole && entry.start <= span.start && span.end <= entry.end
        });
        let key = wrong.map(|(key, _)| key.clone())?;
        table.remove(&key);
    }
}

fn deserializer<'a>(table: &DeTable<'a>, whole: &std::ops::Range<usize>) -> ValueDeserializer<'a> {
    ValueDeserializer::from(Spanned::new(whole.clone(), DeValue::Table(table.clone())))
}

/// A mistake that serde found, with a guess at what was meant.
pub(crate) fn diagnostic(span: std::ops::Range<usize>, message: &str) -> Diagnostic {
    let diagnostic = Diagnostic::new(span, message);
    // serde writes: unknown field `a`, expected `b` or `c`; expected one of `b`, `c`, `d`.
    let Some((unknown, expected)) =
        message.split_once(", expected ").filter(|_| message.starts_with("unknown "))
    else {
        return diagnostic;
    };
    let quoted = |text: &str| text.split('`').skip(1).step_by(2).map(str::to_owned).collect::<Vec<_>>();
    let (wrong, known) = (quoted(unknown), quoted(expected));
    let guess = wrong.first().and_then(|wrong| nearest(wrong, known.iter().map(String::as_str)));
    match guess {
        Some(guess) => diagnostic.help(format!("did you mean `{guess}`?")),
        None => diagnostic,
    }
}

/// The name most like `wrong`, if one is like it at all.
pub(crate) fn nearest<'a>(wrong: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    names
        .map(|name| (strsim::damerau_levenshtein(wrong, name), name))
        .filter(|(distance, name)| *distance <= (name.len().max(wrong.len()) / 3).max(1))
        .min()
        .map(|(_, name)| name)
}
