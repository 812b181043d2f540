//! The layers, written from the mentions and the cast.

use copydesk_core::Span;
use copydesk_core::prelude::*;

use crate::cast::{Cast, Member};
use crate::class::Class;
use crate::doc::Doc;
use crate::found::{Found, NONE, index};
use crate::options::Options;
use crate::rule::{Link, Rule};
use crate::stance::sort;
use crate::{Entity, EntityValue, Gender, Name, NameForm, NameKind, NameValue};

/// No entity lists more titles, nor more other names.
const MOST: usize = 6;

/// Entities on their way out. Working memory.
#[derive(Default)]
pub(crate) struct Listing {
    /// The id that each member of the cast goes out with.
    ids: Vec<u32>,
    /// Whether a member of the cast goes out at all.
    shown: Vec<bool>,
    entities: Vec<Option<EntityValue>>,
    /// The place and id of each entity.
    order: Vec<(Span, u32)>,
}

/// Writes both layers, each in the order in which a layer is kept.
pub(crate) fn write(
    doc: Doc<'_>,
    cast: &Cast,
    found: &mut [Found],
    listing: &mut Listing,
    out: &mut Output<'_>,
) {
    listing.number(doc, cast, found);
    sort(found, |mention| (mention.first, mention.last));
    for mention in found.iter().filter(|mention| mention.rule != Rule::None) {
        let entity = (mention.entity != NONE).then(|| listing.ids[mention.entity as usize]);
        let kind = match entity.and_then(|id| listing.entities[id as usize].as_ref()) {
            Some(entity) if mention.is_named() => entity.kind,
            _ => mention.kind,
        };
        let value = NameValue {
            entity,
            kind,
            form: mention.form,
            head: span(doc, mention.head.0, mention.head.1),
            gender: mention.gender,
            number: mention.number,
            confidence: confidence(mention),
            rule: mention.rule.name(),
            link: mention.link.name(),
        };
        out.annotate::<Name>(span(doc, mention.first, mention.last), value);
    }
    listing.order.sort_unstable();
    for (place, id) in listing.order.drain(..) {
        let entity = listing.entities[id as usize].take();
        out.annotate::<Entity>(place, entity.expect("every id has an entity"));
    }
}

fn is_idle(mention: &Found) -> bool {
    mention.rule == Rule::OneWord
        && !mention.stance.speaks
        && !mention.stance.possessive
        && !mention.class.has(Class::FIRST | Class::SURNAME_FIRST)
}

fn is_wanted(cast: &Cast, mention: &Found, options: &Options) -> bool {
    let named = mention.entity == NONE || cast.member(mention.entity).named;
    (options.pronouns || mention.form != NameForm::Pronoun)
        && (options.unnamed || named)
        && (options.min_confidence <= 0.0 || confidence(mention) >= options.min_confidence)
}

/// How sure the entity is: as sure as the mention, less where the tie is a guess.
fn confidence(mention: &Found) -> f32 {
    let tie = match mention.link {
        Link::Pronoun | Link::BodyAtHand => 0.75,
        Link::RoleThenName => 0.7,
        Link::Unresolved => 0.0,
        Link::Noun | Link::Age => 0.85,
        _ => 1.0,
    };
    (mention.confidence * tie * 100.0 + 0.5).trunc() / 100.0
}

impl Listing {
    /// Gives every entity its id and gathers what the mentions say of it.
    fn number(&mut self, doc: Doc<'_>, cast: &Cast, found: &[Found]) {
        self.ids.clear();
        self.ids.resize(cast.members.len(), NONE);
        self.entities.clear();
        self.order.clear();
        for mention in found.iter().filter(|mention| mention.entity != NONE) {
            let member = mention.entity as usize;
            if self.ids[member] == NONE {
                self.ids[member] = index(self.entities.len());
                self.begin(doc, &cast.members[member], found, self.ids[member]);
            }
            let id = self.ids[member] as usize;
            if let Some(entity) = &mut self.entities[id] {
                gather(doc, mention, entity);
            }
        }
    }

    /// Marks what does not go out: what the options leave out, and single unknown words with a capital that never act
    /// (`a Tropicana plant`, `T-shirts`).
    pub(crate) fn show(&mut self, cast: &Cast, found: &mut [Found], options: &Options) {
        self.shown.clear();
        self.shown.resize(cast.members.len(), false);
        for mention in found.iter().filter(|mention| mention.entity != NONE) {
            self.shown[mention.entity as usize] |= !is_idle(mention) && is_wanted(cast, mention, options);
        }
        for mention in found {
            let shown = mention.entity == NONE || self.shown[mention.entity as usize];
            if !shown || !is_wanted(cast, mention, options) {
                (mention.rule, mention.entity) = (Rule::None, NONE);
            }
        }
    }

    fn begin(&mut self, doc: Doc<'_>, member: &Member, found: &[Found], id: u32) {
        let best = &found[member.best as usize];
        let (kind, gender) = nature(member, best);
        self.order.push((span(doc, best.first, best.last), id));
        self.entities.push(Some(EntityValue {
            id,
            name: name(doc, best).to_owned(),
            named: member.named,
            kind,
            gender,
            number: member.number,
            roles: Vec::new(),
            aliases: Vec::new(),
            mentions: 0,
            rule: best.rule.name(),
        }));
    }
}

/// A single unknown word that nothing shows to be a human being is a body's name.
fn nature(member: &Member, best: &Found) -> (NameKind, Gender) {
    let human = best.rule != Rule::OneWord
        || matches!(member.gender, Gender::Female | Gender::Male)
        || best.class.has(Class::FIRST | Class::SURNAME_FIRST)
        || best.noun != NONE
        || best.first != best.head.0
        || best.stance.possessive
        || member.speaks;
    if human { (member.kind, member.gender) } else { (NameKind::Organization, Gender::None) }
}

fn gather(doc: Doc<'_>, mention: &Found, entity: &mut EntityValue) {
    entity.mentions += 1;
    if mention.is_named() {
        let alias = name(doc, mention);
        if alias != entity.name {
            add(&mut entity.aliases, alias);
        }
    }
    if let Some(role) = role(doc, mention).filter(|_| entity.kind == NameKind::Person) {
        add(&mut entity.roles, role);
    }
}

fn add(list: &mut Vec<String>, words: &str) {
    if list.len() < MOST && !list.iter().any(|known| known.eq_ignore_ascii_case(words)) {
        list.push(words.to_owned());
    }
}

/// The name itself, or a description without its article.
fn name<'a>(doc: Doc<'a>, mention: &Found) -> &'a str {
    if mention.is_named() {
        return span(doc, mention.head.0, mention.head.1).of(doc.text);
    }
    span(doc, after_article(doc, mention), mention.last).of(doc.text)
}

fn after_article(doc: Doc<'_>, mention: &Found) -> u32 {
    let article = matches!(doc.text_of(mention.first as usize), "the" | "The" | "a" | "A" | "an" | "An");
    if article && mention.first + 1 < mention.last { mention.first + 1 } else { mention.first }
}

/// The words of a title before the name, or of a role.
fn role<'a>(doc: Doc<'a>, mention: &Found) -> Option<&'a str> {
    let end = match mention.form {
        NameForm::Role => mention.last,
        NameForm::Full | NameForm::Surname if mention.noun != NONE => mention.head.0,
        _ => return None,
    };
    let start = after_article(doc, mention);
    (start < end).then(|| span(doc, start, end).of(doc.text))
}

/// The bytes of tokens.
fn span(doc: Doc<'_>, first: u32, last: u32) -> Span {
    Span { start: doc.token(first as usize).start, end: doc.token(last as usize - 1).end }
}
