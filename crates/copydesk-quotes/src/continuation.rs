//! What stands behind an attribution whose content began before it.

use crate::candidate::NOTHING;
use crate::clause;
use crate::content::{self, Form};
use crate::frames::Frames;
use crate::lexicon::Cue;
use crate::tag::Tag;
use crate::unit::{Range, Unit};

/// Whether content follows, so that what stands before is none: `In a letter, she wrote, “We …”`.
pub(crate) fn leads_on(unit: &Unit<'_>, cue: &Cue, next: usize, quoted: bool) -> bool {
    if leads_to_quotation(unit, next) || unit.tag(next) == Tag::That {
        return true;
    }
    if quoted {
        return unit.tag(next) != Tag::Comma
            && cue.frames.any(Frames::CLAUSE)
            && clause::is_clause(unit, next, unit.end());
    }
    !is_final(unit, next)
}

/// Whether words in quotation marks that are a sentence of their own follow.
fn leads_to_quotation(unit: &Unit<'_>, at: usize) -> bool {
    let quote = if matches!(unit.tag(at), Tag::Comma | Tag::Colon) { at + 1 } else { at };
    unit.tag(quote) == Tag::Quote
        && (unit.tag(at) == Tag::Colon
            || unit.inner(quote).trim_start_matches(['\'', '‘', '“', '"']).starts_with(char::is_uppercase))
}

/// Whether nothing that could be content follows the attribution.
fn is_final(unit: &Unit<'_>, at: usize) -> bool {
    at >= unit.end()
        || matches!(
            unit.tag(at),
            Tag::Comma | Tag::Stop | Tag::Sub | Tag::Prep | Tag::Ing | Tag::Dash | Tag::Semicolon | Tag::Open
        )
}

/// `said on “Meet the Harbour.” “We sail.”`: whether what goes on stands behind a title.
fn leads_past_title(unit: &Unit<'_>, at: usize) -> bool {
    unit.is_title(at) && !matches!(unit.tag(at + 1), Tag::Ing | Tag::Cc)
}

/// The content that goes on after the attribution.
pub(crate) fn rest(unit: &Unit<'_>, at: usize, direct: bool, whole: bool) -> Range {
    let mark = (at..unit.len().min(at + 30)).find(|at| {
        matches!(unit.tag(*at), Tag::Comma | Tag::Quote | Tag::Colon | Tag::Semicolon | Tag::Stop)
            && !(unit.tag(*at) == Tag::Quote && leads_past_title(unit, *at))
    });
    let Some(mark) = mark else { return NOTHING };
    let from = if unit.tag(mark) == Tag::Quote { mark } else { mark + 1 };
    if from >= unit.end() || unit.tag(mark) == Tag::Semicolon {
        return NOTHING;
    }
    if unit.tag(mark) == Tag::Quote && unit.is_title(mark) {
        return NOTHING;
    }
    if unit.tag(from) == Tag::Quote {
        // `said Falk the “Bote”`: a name, not words that go on.
        if unit.tag(mark) == Tag::Quote && !unit.is_parted(from) && unit.words_inside(from) < 4 {
            return NOTHING;
        }
        let end = if unit.is_parted(from) { from + 1 } else { content::end(unit, from, Form::Clause, true) };
        return from..end;
    }
    let may = !matches!(unit.tag(from), Tag::Ing | Tag::Wh | Tag::Cc)
        && !unit.is_any(from, &["according", "while", "even", "although", "though", "after", "before", "as"]);
    if direct || mark != at || !may || whole && !unit.tag(from).starts_phrase() && unit.tag(from) != Tag::That
    {
        return NOTHING;
    }
    from..content::end(unit, from, Form::Clause, true)
}
