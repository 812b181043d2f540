//! Lexicons of packs: CSV files of forms, each with what it stands for.

use std::collections::HashMap;

/// The forms of one file, in its order.
#[derive(Debug, Default)]
pub(crate) struct List {
    pub(crate) entries: Vec<Entry>,
    places: HashMap<Box<str>, usize>,
}

/// One line of a lexicon: `form,to`; further columns are for its readers.
#[derive(Debug)]
pub(crate) struct Entry {
    pub(crate) form: Box<str>,
    pub(crate) to: Box<str>,
}

impl List {
    /// Reads a file: comments (`#`), a line of column names, then the entries. A field may stand in quotation marks.
    pub(crate) fn parse(csv: &str) -> Self {
        let lines = csv.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty()).skip(1);
        let mut list = Self::default();
        for line in lines {
            let (form, rest) = field(line);
            let (to, _) = field(rest);
            list.places.insert(form.into(), list.entries.len());
            list.entries.push(Entry { form: form.into(), to: to.into() });
        }
        list
    }

    /// What a form stands for.
    pub(crate) fn get(&self, form: &str) -> Option<&str> {
        self.places.get(form).map(|at| &*self.entries[*at].to)
    }
}

/// The first field of a line, and what follows its comma.
fn field(line: &str) -> (&str, &str) {
    if let Some((quoted, rest)) = line.strip_prefix('"').and_then(|rest| rest.split_once('"')) {
        return (quoted, rest.strip_prefix(',').unwrap_or(rest));
    }
    line.split_once(',').unwrap_or((line, ""))
}

#[cfg(test)]
mod tests {
    use super::List;

    #[test]
    fn a_field_may_hold_commas_in_quotation_marks() {
        let list = List::parse("# note\nform,to\n\"a, b\",c\nd\n");
        assert_eq!((list.get("a, b"), list.get("d"), list.get("form")), (Some("c"), Some(""), None));
    }
}
