//! The gender that the words of a mention show.

use crate::Gender;
use crate::class::Class;
use crate::doc::Doc;

/// The gender that titles and the given name show.
pub(crate) fn person_gender(doc: Doc<'_>, first: usize, head: usize, last: usize) -> Gender {
    let titles = (first..head).filter(|at| !doc.has(*at, Class::PARTICLE)).map(|at| doc.class(at));
    let shown = titles.filter(|class| class.has(Class::TITLE | Class::HUMAN)).find_map(word_gender);
    shown.unwrap_or_else(|| if last - head >= 2 { given_gender(doc.class(head)) } else { Gender::Unknown })
}

/// The gender of a noun or title.
pub(crate) fn word_gender(class: Class) -> Option<Gender> {
    match (class.has(Class::FEMALE), class.has(Class::MALE)) {
        (true, false) => Some(Gender::Female),
        (false, true) => Some(Gender::Male),
        _ => None,
    }
}

/// The gender that a given name shows.
pub(crate) fn given_gender(class: Class) -> Gender {
    match (class.has(Class::FIRST_F), class.has(Class::FIRST_M)) {
        (true, false) => Gender::Female,
        (false, true) => Gender::Male,
        _ => Gender::Unknown,
    }
}
