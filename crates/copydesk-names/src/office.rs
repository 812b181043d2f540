//! Posts in capitals, and their holders behind the post's field.

use crate::description::described;
use crate::doc::Doc;
use crate::found::{Found, index};
use crate::noun::Around;
use crate::noun_phrase::phrase_start;
use crate::rule::Rule;
use crate::run::run_end;
use crate::shown_gender::{person_gender, word_gender};
use crate::titled::head_start;
use crate::{NameForm, NameKind};

/// A post in a run of capitals: `Russian Foreign Minister`, `the President of the Republic`, with the holder's name
/// where it follows the post's field (`Secretary of State Antony Blinken`, `Ambassador to the United States Jane Doe`).
pub(crate) fn office_run(doc: Doc<'_>, first: usize, last: usize, around: Around<'_>) -> Option<Found> {
    let noun = (first..last).rfind(|at| doc.class(*at).is_one_human() && !inside_name(doc, *at, last))?;
    let start = phrase_start(doc, around.start, first, around.found).min(first);
    let mut found = described(doc, start, noun, around);
    found.first = index(start);
    found.last = found.last.max(index(last));
    holder(doc, found, noun, around).or(Some(found))
}

/// A noun that a name goes on behind, unless with the post's field.
fn inside_name(doc: Doc<'_>, at: usize, last: usize) -> bool {
    at + 1 < last && doc.text_of(at + 1) != "of"
}

pub(crate) fn holder(doc: Doc<'_>, post: Found, noun: usize, around: Around<'_>) -> Option<Found> {
    let field = (noun + 1..post.last as usize).find(|at| doc.is_name(*at))?;
    let end = run_end(doc, field, around.end);
    let split = head_start(doc, field, end, true);
    if split.at == field || end - split.at < 2 {
        return None;
    }
    let mut found =
        Found::new((post.first as usize, end), NameKind::Person, NameForm::Full, Rule::TitleAndName);
    found.head = (index(split.at), index(end));
    found.noun = index(noun);
    found.class = doc.class(split.at);
    found.gender =
        word_gender(doc.class(noun)).unwrap_or_else(|| person_gender(doc, split.at, split.at, end));
    Some(found)
}
