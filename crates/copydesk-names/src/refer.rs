//! Whom a pronoun means.

use crate::cast::{Cast, Member};
use crate::doc::Doc;
use crate::found::{Found, NONE};
use crate::link::Tie;
use crate::pronoun::Answers;
use crate::rule::Link;
use crate::{Gender, NameForm, NameKind, Number};

/// No more mentions are looked at before a pronoun.
const LOOK_BACK: usize = 60;
/// Nor any farther back than this many sentences.
const FAR: u32 = 8;

/// The entity that a pronoun points back to.
pub(crate) fn pronoun(doc: Doc<'_>, cast: &Cast, found: &[Found], at: usize) -> Option<Tie> {
    let mention = &found[at];
    let answers = mention.answers?;
    match answers {
        Answers::Thing if mention.stance.subject || mention.stance.speaks => best(cast, found, at, &is_thing),
        Answers::Speaker | Answers::Speakers | Answers::Thing => None,
        Answers::Last => right_before(doc, found, at).map(|id| (id, Link::Relative)),
        Answers::Woman | Answers::Man => best(cast, found, at, &|member| is_one(member, answers))
            .or_else(|| best(cast, found, at, &is_guessed)),
        Answers::Several => best(cast, found, at, &is_several),
    }
}

/// `Wang Yi, who`: the mention that ends before the pronoun.
fn right_before(doc: Doc<'_>, found: &[Found], at: usize) -> Option<u32> {
    let first = found[at].first;
    let ends =
        |other: &&Found| other.last == first || other.last + 1 == first && doc.is(other.last as usize, ",");
    // The outermost: `the ambassador of Arlen, who` is the ambassador.
    let others = found[..at].iter().rev().take(6).filter(ends).filter(|other| other.entity != NONE);
    others.min_by_key(|other| other.first).map(|other| other.entity)
}

fn is_one(member: &Member, answers: Answers) -> bool {
    let gender = if answers == Answers::Woman { Gender::Female } else { Gender::Male };
    member.kind == NameKind::Person
        && member.number == Number::Singular
        && matches!(member.gender, known if known == gender || known == Gender::Unknown)
}

/// Someone whose gender only a given name showed, which may have been the wrong guess.
fn is_guessed(member: &Member) -> bool {
    member.kind == NameKind::Person && member.number == Number::Singular && !member.sure && member.named
}

fn is_several(member: &Member) -> bool {
    member.number == Number::Plural || matches!(member.kind, NameKind::Group | NameKind::Organization)
}

fn is_thing(member: &Member) -> bool {
    member.number == Number::Singular
        && matches!(member.kind, NameKind::Organization | NameKind::Place | NameKind::Document)
}

/// The mention before the pronoun that speaks most for being meant.
fn best(cast: &Cast, found: &[Found], at: usize, fits: &dyn Fn(&Member) -> bool) -> Option<Tie> {
    let pronoun = &found[at];
    let from = at.saturating_sub(LOOK_BACK);
    let near = found[from..at].iter().rev().take_while(|other| other.sentence + FAR >= pronoun.sentence);
    let mut won: Option<(i32, u32)> = None;
    let ceiling = most(pronoun.stance.acts);
    for other in near.filter(|other| other.entity != NONE) {
        let distance = (pronoun.story - other.story).cast_signed();
        if won.is_some_and(|(most, _)| most >= ceiling - STEP * distance) {
            break;
        }
        let member = cast.member(other.entity);
        if !fits(member) || around(other, pronoun) {
            continue;
        }
        let weight = weight(member, other, pronoun);
        if won.is_none_or(|(most, _)| weight > most) {
            won = Some((weight, other.entity));
        }
    }
    won.filter(|(weight, _)| *weight > 0).map(|(_, id)| (id, Link::Pronoun))
}

/// A mention that holds the pronoun is not what it means: `[his spokesman]`.
fn around(other: &Found, pronoun: &Found) -> bool {
    other.first <= pronoun.first && pronoun.last <= other.last
}

/// The weight of a mention in the pronoun's sentence, before what speaks for or against it.
const NEAREST: i32 = 74;
/// What a sentence in between takes off.
const STEP: i32 = 18;
/// What a mention weighs more for being a subject, a speaker.
const SUBJECT: i32 = 10;
const SPEAKER: i32 = 4;
/// The same where the pronoun acts: `He` takes up a subject, `his` and `him` as well someone just named.
const SUBJECT_ACTING: i32 = 22;
const SPEAKER_ACTING: i32 = 12;
/// What one weighs more whose gender is that of the pronoun, who is named, whom a pronoun has taken up already.
const OF_GENDER: i32 = 14;
const NAMED: i32 = 8;
const TAKEN_UP: i32 = 6;

/// No mention in the pronoun's sentence weighs more.
fn most(acts: bool) -> i32 {
    let role = if acts { SUBJECT_ACTING + SPEAKER_ACTING } else { SUBJECT + SPEAKER };
    NEAREST + role + OF_GENDER + NAMED + TAKEN_UP
}

/// How much speaks for a mention: near, the subject, a speaker, of known gender, named.
fn weight(member: &Member, other: &Found, pronoun: &Found) -> i32 {
    let distance = (pronoun.story - other.story).cast_signed();
    let mut weight = NEAREST - STEP * distance;
    let stance = &other.stance;
    let acts = pronoun.stance.acts;
    let (subject, speaker) = if acts { (SUBJECT_ACTING, SPEAKER_ACTING) } else { (SUBJECT, SPEAKER) };
    weight += if stance.subject { subject } else { 0 };
    weight += if stance.speaks { speaker } else { 0 };
    weight += if member.gender == pronoun.gender { OF_GENDER } else { 0 };
    weight += if member.named { NAMED } else { 0 };
    weight += if other.form == NameForm::Pronoun { TAKEN_UP } else { 0 };
    weight -= if stance.possessive { 12 } else { 0 };
    weight -= if stance.oblique && acts { 14 } else { 0 };
    weight -= if stance.quoted && !pronoun.stance.quoted { 30 } else { 0 };
    // What a speaker says of a third person is seldom of the speaker.
    weight -= if pronoun.stance.quoted && !stance.quoted && stance.speaks && distance <= 1 { 30 } else { 0 };
    weight
}

/// How many mentions on either side may stand between `I` and the speaker.
const BESIDE: usize = 16;

/// The speaker of the quotation that an `I` stands in: in its sentence, else before it in the paragraph, else after it.
pub(crate) fn first_person(doc: Doc<'_>, found: &[Found], at: usize) -> Option<u32> {
    let pronoun = &found[at];
    if pronoun.answers != Some(Answers::Speaker) || !pronoun.stance.quoted {
        return None;
    }
    let paragraph = |other: &Found| doc.outline.sentences[other.sentence as usize].paragraph;
    let speaks = |other: &&Found| {
        other.stance.speaks && !other.stance.quoted && other.is_one_person() && other.entity != NONE
    };
    let near = &found[at.saturating_sub(BESIDE)..found.len().min(at + BESIDE)];
    // After the quotation only whoever the sentence in which it ends names: `“I came. I saw,” said Kern.`
    let beside = |other: &&Found| {
        let opening = doc.outline.sentences[other.sentence as usize].tokens().take(2);
        other.sentence <= pronoun.sentence || opening.into_iter().any(|at| doc.word(at).quoted())
    };
    let near =
        near.iter().filter(speaks).filter(|other| paragraph(other) == paragraph(pronoun) && beside(other));
    let distance = |other: &&Found| (other.sentence.abs_diff(pronoun.sentence), other.first > pronoun.first);
    near.min_by_key(distance).map(|other| other.entity)
}
