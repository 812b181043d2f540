//! Pipeline files: reading them, and every mistake in them at once.

use serde::de::DeserializeOwned;
use toml::Spanned;
use toml::de::{DeTable, DeValue};

use crate::Diagnostic;
use crate::deserialize;
use crate::mistake::{nearest, quoted};

/// A pipeline file while it is read, section by section.
///
/// Nothing fails before [`finish`](Self::finish): mistakes are collected, so
/// that the user sees all of them.
pub struct PipelineFile<'a> {
    table: DeTable<'a>,
    known: Vec<&'static str>,
    pub(crate) mistakes: Vec<Diagnostic>,
}

impl<'a> PipelineFile<'a> {
    /// Reads the text of a file as TOML.
    #[must_use]
    pub fn parse(text: &'a str) -> Self {
        let (table, errors) = DeTable::parse_recoverable(text);
        let mistakes =
            errors.iter().map(|e| Diagnostic::new(e.span().unwrap_or(0..0), e.message())).collect();
        Self { table: table.into_inner(), known: Vec::new(), mistakes }
    }

    /// The section of a name, typed, of its right keys alone; its default where it is left out.
    pub fn section<T: DeserializeOwned + Default>(&mut self, name: &'static str) -> T {
        let Some(value) = self.take(name) else { return T::default() };
        let Some(table) = self.table_of(value, || format!("`{name}` is a table: write `[{name}]`")) else {
            return T::default();
        };
        deserialize::table(table, &mut self.mistakes).unwrap_or_default()
    }

    /// The tables of a list, typed, each with its place and of its right keys alone.
    pub fn list<T: DeserializeOwned>(&mut self, name: &'static str) -> Vec<Spanned<T>> {
        let mut list = Vec::new();
        for table in self.tables(name) {
            let span = table.span();
            list.extend(deserialize::table(table, &mut self.mistakes).map(|value| Spanned::new(span, value)));
        }
        list
    }

    /// Notes a mistake that the caller found.
    pub fn mistake(&mut self, mistake: Diagnostic) {
        self.mistakes.push(mistake);
    }

    /// Ends the reading.
    ///
    /// # Errors
    ///
    /// Everything that is wrong in the file, in its order.
    pub fn finish(mut self) -> Result<(), Vec<Diagnostic>> {
        for (key, _) in &self.table {
            let mistake = Diagnostic::new(key.span(), format!("unknown section `{}`", key.get_ref()));
            let help = match nearest(key.get_ref(), self.known.iter().copied()) {
                Some(guess) => format!("did you mean `{guess}`?"),
                None => format!("the sections are {}", quoted(&self.known)),
            };
            self.mistakes.push(mistake.help(help));
        }
        self.mistakes.sort_by_key(|mistake| {
            (mistake.place.as_ref().map(|file| file.name.clone()), mistake.span.start)
        });
        if self.mistakes.is_empty() { Ok(()) } else { Err(self.mistakes) }
    }

    fn take(&mut self, name: &'static str) -> Option<Spanned<DeValue<'a>>> {
        self.known.push(name);
        self.table.remove(name)
    }

    pub(crate) fn tables(&mut self, name: &'static str) -> Vec<Spanned<DeTable<'a>>> {
        let Some(value) = self.take(name) else { return Vec::new() };
        let span = value.span();
        let DeValue::Array(list) = value.into_inner() else {
            self.mistakes
                .push(Diagnostic::new(span, format!("`{name}` is a list of tables: write `[[{name}]]`")));
            return Vec::new();
        };
        list.into_iter()
            .filter_map(|entry| {
                self.table_of(entry, || format!("`{name}` is a list of tables: write `[[{name}]]`"))
            })
            .collect()
    }

    fn table_of(
        &mut self,
        value: Spanned<DeValue<'a>>,
        wrong: impl Fn() -> String,
    ) -> Option<Spanned<DeTable<'a>>> {
        let span = value.span();
        if let DeValue::Table(table) = value.into_inner() {
            return Some(Spanned::new(span, table));
        }
        self.mistakes.push(Diagnostic::new(span, wrong()));
        None
    }
}
