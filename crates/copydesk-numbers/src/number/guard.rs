//! What looks like a number and is none: names, codes, addresses, pronouns.

use crate::atom::{Atom, Case, Gap};
use crate::context::Context;
use crate::lexicon::{Cue, Numeral, Sense};
use crate::number::measure::Measure;
use crate::number::quant::Quant;
use crate::number::{digits, fraction};

/// Where something ends that is no number whatever follows: `192.168.1.2`, `555-0199-12`, a word with digits.
pub(crate) fn no_number(cx: &Context<'_>, at: usize) -> Option<usize> {
    let atom = cx.at(at);
    if !atom.is_digits() {
        return None;
    }
    if cx.options.talk() {
        return (atom.glued() && !cx.before(at, 1).is('-') && inside_a_word(cx, at)).then(|| run_end(cx, at));
    }
    if at > 1 && matches!(cx.before(at, 1).symbol(), Some('°' | 'º')) && matches!(cx.word(at - 2), "n" | "N")
    {
        return Some(at + 1);
    }
    let apostrophe = matches!(cx.before(at, 1).symbol(), Some('\'' | '’' | '‘')) && atom.len() == 2;
    if atom.glued() && (inside_a_word(cx, at) || apostrophe) || atom.len() > LONGEST_BARE {
        return Some(run_end(cx, at));
    }
    if numbers_a_line(cx, at) {
        return Some(at + 1);
    }
    chain(cx, at).or_else(|| telephone(cx, at)).or_else(|| pair(cx, at)).or_else(|| undecided(cx, at))
}

/// `+33 1 42 68 00 00`, `(202) 555-0143`.
fn telephone(cx: &Context<'_>, at: usize) -> Option<usize> {
    let before = cx.before(at, 1);
    let area = before.is('(') && cx.at(at + 1).is(')') && cx.at(at).len() == 3;
    let abroad = before.is('+') && cx.at(at).glued();
    if !(area || abroad) {
        return None;
    }
    let mut end = if area { at + 2 } else { at + 1 };
    let mut groups = 0;
    while cx.at(end).follows()
        && (cx.at(end).is_digits() || cx.at(end).is('-') && cx.at(end).glued() && cx.at(end + 1).is_digits())
    {
        groups += usize::from(cx.at(end).is_digits());
        end += 1;
    }
    (area && groups == 2 || abroad && groups > 1).then_some(end)
}

/// `2,3` where nothing tells a decimal from a list of two.
fn undecided(cx: &Context<'_>, at: usize) -> Option<usize> {
    let tied = |mark: usize| {
        cx.at(mark).is(',') && cx.at(mark).glued() && cx.at(mark + 1).is_digits() && cx.at(mark + 1).glued()
    };
    let two = tied(at + 1) && !tied(at + 3) && !(cx.before(at, 1).is(',') && cx.at(at).glued());
    (two && digits::parts(cx, at).is_some_and(|(_, end)| end == at + 1)).then_some(at + 3)
}

/// `9/11`, `24/7`, `16:9`, `1:57.84`: numbers that make neither a fraction nor a number.
fn pair(cx: &Context<'_>, at: usize) -> Option<usize> {
    let mark = cx.at(at + 1);
    let tied =
        (mark.is('/') || mark.is(':')) && mark.glued() && cx.at(at + 2).is_digits() && cx.at(at + 2).glued();
    if !tied || fraction::bar(cx, at).is_some() {
        return None;
    }
    let mut end = at + 3;
    while matches!(cx.at(end).symbol(), Some('.' | ':'))
        && cx.at(end).glued()
        && cx.at(end + 1).is_digits()
        && cx.at(end + 1).glued()
    {
        end += 2;
    }
    Some(end)
}

/// Most digits of a number without separators; more are a code.
const LONGEST_BARE: usize = 12;

/// `4. The numbers …` at the start of a line.
fn numbers_a_line(cx: &Context<'_>, at: usize) -> bool {
    let (stop, next) = (cx.at(at + 1), cx.at(at + 2));
    let marked = (stop.is('.') || stop.is(')')) && stop.glued();
    !cx.at(at).follows()
        && cx.at(at).len() < 3
        && marked
        && next.gap == Gap::Space
        && next.is_word()
        && next.case() != Case::Lower
}

/// `F-16`, `MH17`, `example.com/2`: digits that a word runs into.
fn inside_a_word(cx: &Context<'_>, at: usize) -> bool {
    let before = cx.before(at, 1);
    let word = cx.before(at, 2);
    let tied = before.glued()
        && (word.is_word() || word.is_digits() || word.symbol().is_some_and(|mark| "/_=&?#:".contains(mark)));
    if before.is_word() {
        return before.currency().is_none_or(|currency| currency.sense == Sense::Prefix)
            || before.cue() == Cue::Article;
    }
    match before.symbol() {
        Some('-' | '‑') => word.is_word() && before.glued() && !before_hyphen(word),
        Some('#' | '_' | '@' | '\\' | '=' | '%') => true,
        Some('.' | '/' | ':' | '&') => tied && word.is_word(),
        _ => false,
    }
}

/// Words that a hyphen joins to a number: `mid-2022`, `US-$`.
fn before_hyphen(word: &Atom) -> bool {
    word.starts().any() && word.numeral() != Numeral::None || word.cue() == Cue::To
}

/// Where the run of glued letters, digits and marks ends.
fn run_end(cx: &Context<'_>, at: usize) -> usize {
    let mut end = at + 1;
    while cx.at(end).glued() && (cx.at(end).is_digits() || cx.at(end).is_word() || joins(cx, end)) {
        end += 1;
    }
    end
}

fn joins(cx: &Context<'_>, at: usize) -> bool {
    let mark = cx.at(at).symbol().is_some_and(|mark| "-./_=&?#%:+".contains(mark));
    mark && cx.at(at + 1).glued() && !cx.at(at + 1).symbol().is_some_and(|mark| !"-./_=&?#%:+".contains(mark))
}

/// Three and more runs of digits with one mark between them: addresses, versions, telephones, dates.
fn chain(cx: &Context<'_>, at: usize) -> Option<usize> {
    let mark = cx.at(at + 1).symbol().filter(|mark| matches!(mark, '.' | '-' | '/' | ':'))?;
    let mut end = at + 1;
    let mut links = 0;
    while cx.at(end).is(mark) && cx.at(end).glued() && cx.at(end + 1).is_digits() && cx.at(end + 1).glued() {
        (end, links) = (end + 2, links + 1);
    }
    let groups =
        mark == '.' && cx.at(at).len() <= 3 && (at + 2..end).step_by(2).all(|index| cx.at(index).len() == 3);
    (links > 1 && !groups).then_some(end)
}

/// Whether a number is meant as one.
pub(crate) fn is_number(cx: &Context<'_>, quant: &Quant) -> bool {
    if !cx.options.reads(quant.kind()) && !reads_bare(cx, quant) {
        return false;
    }
    if quant.measure != Measure::None || quant.amount.scale > 2 {
        return true;
    }
    if runs_on(cx, quant) {
        return false;
    }
    if quant.amount.digits { !is_name(cx, quant) } else { words_count(cx, quant) }
}

/// Numbers are one kind to whoever asks for one of them.
fn reads_bare(cx: &Context<'_>, quant: &Quant) -> bool {
    use crate::layer::Kind;
    matches!(quant.kind(), Kind::Cardinal | Kind::Decimal | Kind::Fraction)
        && (cx.options.reads(Kind::Cardinal) || cx.options.reads(Kind::Decimal))
}

/// `4G`, `737s`, `1080p`: letters glued behind digits.
pub(crate) fn runs_on(cx: &Context<'_>, quant: &Quant) -> bool {
    let next = cx.at(quant.end);
    let word = next.glued() && next.is_word();
    let hyphen = next.glued() && next.is('-') && cx.at(quant.end + 1).glued() && hyphenated(cx, quant);
    let slash = next.glued()
        && (next.is('/') || next.is(':') || next.is('⁄'))
        && cx.at(quant.end + 1).glued()
        && cx.at(quant.end + 1).is_digits();
    (word && quant.amount.digits) || hyphen || (slash && !cx.options.talk())
}

/// `4-digit` counts, `one-off` and `24-7` do not.
fn hyphenated(cx: &Context<'_>, quant: &Quant) -> bool {
    let next = cx.at(quant.end + 1);
    let one = quant.amount.whole() == Some(1) && !quant.amount.digits;
    next.is_digits() || one
}

/// Whether digits are a name's: `Boeing 737 MAX`, `Article 5`, `No. 1`.
fn is_name(cx: &Context<'_>, quant: &Quant) -> bool {
    if cx.options.talk() || cx.options.local_prices() {
        return false;
    }
    let (at, before) = (quant.first, cx.before(quant.first, 1));
    if numbered(cx, at) || (before.cue() == Cue::Of && at > 1 && cx.word(at - 2) == "Group") {
        return true;
    }
    if before.is('°') || before.is('º') || before.is('#') || (before.is('-') && before.glued()) {
        return true;
    }
    if !before.is_word()
        || before.cue() == Cue::And
        || cx.at(at).gap != Gap::Space && cx.at(at).gap != Gap::Thin
    {
        return in_list_of_names(cx, at);
    }
    let short = !quant.amount.separated && cx.at(at).len() <= 4;
    let word = cx.word(at - 1);
    if is_aircraft(cx, at) {
        return true;
    }
    if matches!(word, "No" | "Nos" | "Nr" | "no" | "nos" | "number") {
        return true;
    }
    if before.cue() == Cue::Name {
        return before.case() != Case::Lower || lower_name(word) || !noun_follows(cx, quant.end);
    }
    let known = before.starts().any()
        || before.cue() != Cue::None
        || before.nation().is_some() && noun_follows(cx, quant.end);
    short && before.case() != Case::Lower && !known && !noun_follows(cx, quant.end)
}

/// `the 737 MAX`, `a 747 jet`.
fn is_aircraft(cx: &Context<'_>, at: usize) -> bool {
    let model = matches!(cx.at(at).payload, 707 | 717 | 727 | 737 | 747 | 757 | 767 | 777 | 787);
    model
        && matches!(
            cx.word(at + 1),
            "MAX" | "jet" | "jets" | "plane" | "aircraft" | "jetliner" | "airliner" | "freighter"
        )
}

/// `No. 5`, `Art. 12`.
pub(crate) fn numbered(cx: &Context<'_>, at: usize) -> bool {
    let short = at > 1 && cx.before(at, 1).is('.') && cx.before(at, 1).glued();
    short
        && matches!(
            cx.word(at - 2),
            "No" | "no" | "Nos" | "nos" | "Nr" | "nr" | "Art" | "Sec" | "Ch" | "Fig" | "Vol"
        )
}

/// `Chapters 2, 3 and 5`.
fn in_list_of_names(cx: &Context<'_>, at: usize) -> bool {
    let mut back = 1;
    while back < 12
        && (cx.before(at, back).is(',')
            || cx.before(at, back).is_digits()
            || cx.before(at, back).cue() == Cue::And)
    {
        back += 1;
    }
    back > 2 && cx.before(at, back).cue() == Cue::Name
}

/// Words that name by number in small letters too.
fn lower_name(word: &str) -> bool {
    matches!(
        word,
        "article"
            | "articles"
            | "chapter"
            | "chapters"
            | "section"
            | "sections"
            | "page"
            | "pages"
            | "clause"
            | "paragraph"
            | "room"
            | "route"
            | "flight"
            | "channel"
            | "figure"
            | "exercise"
            | "exercises"
            | "nrs"
            | "nr"
            | "nos"
    )
}

/// Whether a plural in small letters follows, which the number counts.
fn noun_follows(cx: &Context<'_>, end: usize) -> bool {
    let (next, word) = (cx.at(end), cx.word(end));
    let plural = word.len() > 3
        && word.ends_with('s')
        && !word.ends_with("ss")
        && !matches!(word, "this" | "does" | "goes" | "says");
    next.is_word()
        && next.gap == Gap::Space
        && next.case() == Case::Lower
        && (plural || matches!(word, "people" | "men" | "women" | "children" | "percent" | "more" | "other"))
}

/// Whether number words are meant as a number: `two countries`, but neither `one another` nor `the two sides`.
fn words_count(cx: &Context<'_>, quant: &Quant) -> bool {
    let before = cx.before(quant.first, 1);
    let pronoun = matches!(before.cue(), Cue::Pronoun | Cue::The) && quant.amount.whole() == Some(1);
    if cx.options.talk() {
        return !pronoun || quant.end > quant.first + 1;
    }
    if before.cue() == Cue::Of && quant.first > 1 && cx.word(quant.first - 2) == "Group" {
        return false;
    }
    let joined = before.is('-') && before.glued() && cx.at(quant.first).glued();
    let named = before.is_word()
        && before.case() != Case::Lower
        && before.cue() == Cue::None
        && !before.starts().any()
        && cx.at(quant.first).case() != Case::Lower
        && cx.at(quant.first).follows()
        && quant.first > 1
        && cx.at(quant.first).gap == Gap::Space;
    if joined || named {
        return false;
    }
    match quant.amount.whole() {
        Some(1) if quant.end == quant.first + 1 => one_counts(cx, quant.first),
        Some(2) if before.cue() == Cue::The => !matches!(cx.word(quant.end), "sides"),
        _ => true,
    }
}

/// Whether `one` counts something and stands for nothing.
fn one_counts(cx: &Context<'_>, at: usize) -> bool {
    let (before, next) = (cx.before(at, 1), cx.at(at + 1));
    if matches!(before.cue(), Cue::Pronoun | Cue::The) {
        return false;
    }
    let alone = cx.atoms.len() == at + 1 || !next.follows() && before.gap == Gap::Break;
    let least = at > 0 && matches!(cx.word(at - 1), "least" | "than" | "only" | "just");
    let word = cx.word(at + 1);
    let noun = next.is_word()
        && next.follows()
        && next.case() == Case::Lower
        && (next.cue() == Cue::None || next.unit().is_some() || next.cue() == Cue::Name)
        && !word.ends_with("ing")
        && !word.ends_with("ed")
        && !word.ends_with("ly")
        && !matches!(
            word,
            "day" | "night" | "morning" | "thing" | "said" | "says" | "another" | "time" | "way" | "side"
        );
    alone || noun || (least && !matches!(next.cue(), Cue::Of | Cue::Function))
}
