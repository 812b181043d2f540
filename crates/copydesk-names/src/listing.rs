//! The entities of a document on their way out.

use copydesk_core::Span;

use crate::cast::{Cast, Member};
use crate::class::Class;
use crate::doc::Doc;
use crate::found::{Found, NONE, index};
use crate::options::Options;
use crate::output::confidence;
use crate::rule::Rule;
use crate::{EntityValue, Gender, NameForm, NameKind};

/// No entity lists more titles, nor more other names.
const MOST: usize = 6;

/// Entities on their way out. Working memory.
#[derive(Default)]
pub(crate) struct Listing {
    /// The id that each member of the cast goes out with.
    pub(crate) ids: Vec<u32>,
    /// Whether a member of the cast goes out at all.
    shown: Vec<bool>,
    /// The entities by id; none once it is written.
    pub(crate) entities: Vec<Option<EntityValue>>,
    /// The place and id of each entity.
    pub(crate) order: Vec<(Span, u32)>,
}

impl Listing {
    /// Gives every entity its id and gathers what the mentions say of it.
    pub(crate) fn number(&mut self, doc: Doc<'_>, cast: &Cast, found: &[Found]) {
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
            let idle = is_idle(mention) && !cast.member(mention.entity).human;
            self.shown[mention.entity as usize] |= !idle && is_wanted(cast, mention, options);
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
        self.order.push((doc.span(best.first, best.last), id));
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

/// A single unknown word that nothing shows to be a human being is a body's name.
fn nature(member: &Member, best: &Found) -> (NameKind, Gender) {
    let human = best.rule != Rule::OneWord
        || matches!(member.gender, Gender::Female | Gender::Male)
        || best.class.has(Class::FIRST | Class::SURNAME_FIRST)
        || best.noun != NONE
        || best.first != best.head.0
        || best.stance.possessive
        || member.human;
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
        return doc.span(mention.head.0, mention.head.1).of(doc.text);
    }
    doc.span(after_article(doc, mention), mention.last).of(doc.text)
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
    (start < end).then(|| doc.span(start, end).of(doc.text))
}
