//! The edits that one stage asks for in one document.

use std::ops::Range;

use crate::offsets::Shift;
use crate::{OffsetMap, Rule, Span, StageError};

/// A replacement that a stage asked for.
#[derive(Debug)]
pub(crate) struct Edit {
    pub(crate) span: Span,
    /// Where its text lies in the arena.
    with: Range<usize>,
    pub(crate) rule: Rule,
}

/// Replacements against one version of a text, kept in two flat buffers so
/// that a warm worker allocates nothing.
#[derive(Debug, Default)]
pub(crate) struct Edits {
    list: Vec<Edit>,
    arena: String,
}

impl Edits {
    pub(crate) fn push(&mut self, span: Span, with: &str, rule: &Rule) {
        let at = self.arena.len();
        self.arena.push_str(with);
        self.list.push(Edit { span, with: at..self.arena.len(), rule: rule.clone() });
    }

    pub(crate) fn clear(&mut self) {
        self.list.clear();
        self.arena.clear();
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.list.is_empty()
    }

    /// In the order of the text, once applied.
    pub(crate) fn list(&self) -> &[Edit] {
        &self.list
    }

    /// Forgets the edits that would change nothing.
    pub(crate) fn drop_idle(&mut self, text: &str) {
        let arena = &self.arena;
        self.list.retain(|edit| text.get(edit.span.range()) != Some(&arena[edit.with.clone()]));
    }

    /// Writes the edited `text` into `to`, and into `map` where everything went.
    /// Fails at an edit that overlaps the one before it or does not lie on
    /// whole characters.
    pub(crate) fn apply(
        &mut self,
        text: &str,
        to: &mut String,
        map: &mut OffsetMap,
    ) -> Result<(), StageError> {
        if !self.list.is_sorted_by_key(|edit| edit.span) {
            self.list.sort_by_key(|edit| edit.span);
        }
        let mut kept = 0;
        to.clear();
        map.0.clear();
        for edit in &self.list {
            let old = edit.span;
            if old.start < kept {
                return Err(StageError::overlap(&edit.rule, old));
            }
            if text.get(old.range()).is_none() {
                return Err(StageError::off_characters("edit", old));
            }
            to.push_str(&text[kept as usize..old.start as usize]);
            let start = to.len();
            to.push_str(&self.arena[edit.with.clone()]);
            map.0.push(Shift { old, new: Span::from(start..to.len()) });
            kept = old.end;
        }
        to.push_str(&text[kept as usize..]);
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Grade;

    const RULE: Rule = Rule::new("test", Grade::Shape);

    #[test]
    fn edits_off_the_text_are_refused() {
        for span in [1..2_u32, 0..9, 4..4] {
            let mut edits = Edits::default();
            edits.push(span.into(), "x", &RULE);
            assert!(edits.apply("–", &mut String::new(), &mut OffsetMap::default()).is_err());
        }
    }

    #[test]
    fn overlapping_edits_are_refused() {
        let mut edits = Edits::default();
        edits.push((0_u32..4).into(), "x", &RULE);
        edits.push((2_u32..6).into(), "y", &RULE);
        let error = edits.apply("abcdefg", &mut String::new(), &mut OffsetMap::default()).unwrap_err();
        assert!(error.to_string().contains("2..6"), "{error}");
    }

    #[test]
    fn an_edit_that_changes_nothing_is_none() {
        let mut edits = Edits::default();
        edits.push((0_u32..1).into(), "a", &RULE);
        edits.push((1_u32..2).into(), "x", &RULE);
        edits.drop_idle("ab");
        assert_eq!(edits.list().len(), 1);
    }
}
