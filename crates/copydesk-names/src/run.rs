//! Runs of capitalized words with the small words that names hold.

use copydesk_text::{Case, Kind};

use crate::class::Class;
use crate::doc::Doc;
use crate::traits::Trait;

/// No name has more tokens.
const LONGEST: usize = 16;

/// The token after a run of name words that starts at `from`, never beyond `end`.
pub(crate) fn run_end(doc: Doc<'_>, from: usize, end: usize) -> usize {
    let end = end.min(from + LONGEST);
    let mut at = from + doc.phrase(from, end).map_or(1, |phrase| phrase.words);
    while at < end {
        if doc.is_name(at) {
            if doc.is_upper(at) && opens_dateline(doc, from, at) {
                break;
            }
            if doc.has(at, Class::SAYING) && doc.has_trait(at, Trait::HeadlineVerb) {
                break;
            }
            at += 1;
            continue;
        }
        match joint(doc, from, at, end) {
            Some(next) => at = next + 1,
            None => break,
        }
    }
    at
}

/// `Jane Merrow KESH`: a dateline behind a byline, but not `Peter ALTMAIER`.
fn opens_dateline(doc: Doc<'_>, from: usize, at: usize) -> bool {
    !doc.is_upper(at - 1) && doc.text_of(at).len() >= 6 && !is_family_in_capitals(doc, from, at)
}

/// `Peter ALTMAIER`, `Minister KERN`: a word in capitals that stands as the family name in a run from `from`.
pub(crate) fn is_family_in_capitals(doc: Doc<'_>, from: usize, at: usize) -> bool {
    let before = doc.class(at - 1);
    let given = before.has(Class::FIRST) && !before.has(Class::PLACE);
    let lone = at == from + 1 || doc.has(at - 2, Class::TITLE | Class::HUMAN | Class::FIRST);
    let titled = before.has(Class::TITLE) || before.is_one_human() && before.has(Class::OFFICE);
    let unknown = !doc.has(at, Class::COMMON | Class::PLACE | Class::KNOWN | Class::ORG);
    doc.is_upper(at) && !doc.is_upper(at - 1) && unknown && (titled || given && lone)
}

/// The name word that small words at `at` join to the run.
fn joint(doc: Doc<'_>, from: usize, at: usize, end: usize) -> Option<usize> {
    let class = doc.class(at);
    let word = match doc.token(at).kind {
        Kind::Word if class.has(Class::FUNCTION | Class::PARTICLE) || doc.is_clitic(at) => doc.text_of(at),
        Kind::Symbol => doc.text_of(at),
        Kind::QuotationMark => return after_nickname(doc, at, end),
        _ => return None,
    };
    let next = match word {
        "of" => Some(after_article(doc, at)).filter(|_| takes_of(doc, from, at - 1)),
        "for" => Some(after_article(doc, at))
            .filter(|_| doc.has(at - 1, Class::ORG) && !doc.has(at - 1, Class::COMPANY)),
        "on" => Some(at + 1).filter(|_| doc.has(at - 1, Class::ORG)),
        "&" | "Without" | "Against" | "For" | "With" | "Of" | "In" | "To" | "The" => Some(at + 1),
        "and" => Some(at + 1).filter(|next| *next < end && joins_body(doc, from, at, *next)),
        "'s" | "’s" => Some(at + 1).filter(|next| *next < end && owns_body(doc, from, at, *next)),
        _ => particle_end(doc, at, end),
    }?;
    (next < end && doc.is_name(next)).then_some(next)
}

/// `Juan “Chico” Reyes`: the word behind a nickname that stands between a given name and it.
#[inline(never)]
fn after_nickname(doc: Doc<'_>, open: usize, end: usize) -> Option<usize> {
    let mark = |at: usize| doc.token(at).kind == Kind::QuotationMark;
    let word = |at: usize| doc.token(at).kind == Kind::Word && !doc.is_small(at);
    let close = (open + 2..end.min(open + 5)).find(|at| mark(*at))?;
    let named = doc.has(open - 1, Class::FIRST) && (open + 1..close).all(word);
    let surname = close + 1 < end && doc.is_name(close + 1) && !doc.has(close + 1, Class::HUMAN | Class::ORG);
    (named && surname).then_some(close + 1)
}

/// `Women's Hospital`, `St. Brigid's Hospital`, but not `Kern's Bank`.
fn owns_body(doc: Doc<'_>, from: usize, at: usize, next: usize) -> bool {
    let saint = matches!(doc.text_of(from), "St." | "St" | "Saint");
    doc.has(next, Class::ORG) && (is_plain(doc, at - 1) || saint)
}

fn after_article(doc: Doc<'_>, at: usize) -> usize {
    let article = at + 1 < doc.of_tokens.len() && doc.is(at + 1, "the");
    if article { at + 2 } else { at + 1 }
}

/// Whether `of` goes on with the name: `Bank of Arlen`, `Secretary of State`, but not `Kern of Arlen`.
fn takes_of(doc: Doc<'_>, from: usize, before: usize) -> bool {
    let class = doc.class(before);
    // `Mr. Peck of Arlen`
    if before > from && doc.has(from, Class::TITLE) && !class.has(Class::ORG | Class::HUMAN | Class::TITLE) {
        return false;
    }
    class.has(Class::ORG | Class::ROLE) || is_plain(doc, before)
}

/// A common word that is nobody's given name.
fn is_plain(doc: Doc<'_>, at: usize) -> bool {
    let class = doc.class(at);
    class.has(Class::COMMON) && !class.has(Class::FIRST | Class::PERSON) && !doc.word(at).at_start()
}

/// `Department of Health and Human Services`: the joined words are plain ones behind an `of`.
fn joins_body(doc: Doc<'_>, from: usize, at: usize, next: usize) -> bool {
    let plain = |at: usize| {
        doc.has(at, Class::COMMON)
            && !doc.has(at, Class::FIRST | Class::PLACE)
            && (!doc.has(at, Class::HUMAN) || doc.has(at, Class::PLURAL))
            && !doc.is_upper(at)
    };
    let body = (from..at).any(|at| doc.has(at, Class::ORG) && !doc.has(at, Class::HUMAN));
    body && (from..at).any(|at| matches!(doc.text_of(at), "of" | "for" | "on"))
        && plain(at - 1)
        && plain(next)
}

/// The word after `de`, `van der`, `bin`.
fn particle_end(doc: Doc<'_>, at: usize, end: usize) -> Option<usize> {
    let particles = (at..end.min(at + 3)).take_while(|at| doc.is_small(*at) && doc.has(*at, Class::PARTICLE));
    match particles.count() {
        0 => None,
        count => Some(at + count).filter(|_| !doc.has(at - 1, Class::ORG)),
    }
}

/// Whether a run may start at a token.
pub(crate) fn may_start(doc: Doc<'_>, at: usize, end: usize) -> bool {
    if !doc.is_name(at) {
        return false;
    }
    let word = doc.word(at);
    if !word.at_start() || !word.class.has(Class::COMMON | Class::HUMAN | Class::GROUP | Class::MODIFIER) {
        return true;
    }
    // The body in `Senior White House officials` is the White House.
    if word.class.has(Class::MODIFIER) && doc.lexicon.has_trait(word.key, Case::Lower, Trait::Standing) {
        return false;
    }
    // What is a name though it is none as a rule is one by what stands beside it.
    if word.class.has(Class::NOT_NAME) && word.class.has(Class::FIRST) {
        return true;
    }
    if doc.words.is_name_inside(word.key)
        && !word.class.has(Class::HUMAN | Class::GROUP)
        && (!word.class.has(Class::FUNCTION) || speaks(doc, at + 1, end))
    {
        return true;
    }
    let before_name = at + 1 < end && doc.is_name(at + 1);
    before_name && word.class.has(Class::OPENS_NAME)
}

/// `Read said`, but not `But Lowe left`, though a heading writes `But` with a capital inside.
fn speaks(doc: Doc<'_>, at: usize, end: usize) -> bool {
    at < end && doc.is_small(at) && doc.has(at, Class::SAYING) && doc.text_of(at).ends_with(['s', 'd'])
}
