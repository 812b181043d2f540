//! The name of a field, which may lie inside other fields.

/// A field by its name, or by the names on the way to it: `article.body`.
///
/// A field whose own name is `article.body` is found as well.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct FieldPath {
    name: String,
    segments: Vec<String>,
}

impl FieldPath {
    /// The field of a dotted name.
    #[must_use]
    pub fn new(name: &str) -> Self {
        Self { name: name.to_owned(), segments: name.split('.').map(str::to_owned).collect() }
    }

    /// As it was given.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What a key at `depth` on the way to the field is.
    pub(crate) fn step(&self, depth: usize, key: &str) -> Step {
        let here = self.segments.get(depth).is_some_and(|segment| segment == key);
        match here {
            true if depth + 1 == self.segments.len() => Step::Here,
            _ if depth == 0 && key == self.name => Step::Here,
            true => Step::Inside,
            false => Step::Elsewhere,
        }
    }
}

/// What a key is to a field that is looked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Step {
    /// Its own.
    Here,
    /// One on the way.
    Inside,
    /// Another's.
    Elsewhere,
}
