//! Looking up mentions and entities, for the stages that read them.

use copydesk_core::{Annotation, Span};

use crate::{EntityValue, NameForm, NameValue};

/// A mention of the layer `name`.
pub type Mention = Annotation<NameValue>;

/// No mention nests deeper, so a search for the one around a byte looks at no more mentions than this.
const LOOK_BACK: usize = 48;

/// The layers `name` and `entity` of one document, ready to be asked. [`Positions`] is its working memory.
#[derive(Clone, Copy)]
pub struct Names<'a> {
    mentions: &'a [Mention],
    entities: &'a [Annotation<EntityValue>],
    positions: &'a [u32],
}

/// Where each entity stands in its layer, by id. Part of a stage's scratch memory.
#[derive(Clone, Debug, Default)]
pub struct Positions(Vec<u32>);

const GONE: u32 = u32::MAX;

impl Positions {
    /// Reads the two layers of a document.
    pub fn read<'a>(
        &'a mut self,
        mentions: &'a [Mention],
        entities: &'a [Annotation<EntityValue>],
    ) -> Names<'a> {
        self.0.clear();
        for (position, entity) in (0..).zip(entities) {
            let id = entity.value.id as usize;
            if self.0.len() <= id {
                self.0.resize(id + 1, GONE);
            }
            self.0[id] = position;
        }
        Names { mentions, entities, positions: &self.0 }
    }
}

impl<'a> Names<'a> {
    /// Every mention, in the order of the text; of two that start together the shorter comes first.
    #[must_use]
    pub fn mentions(self) -> &'a [Mention] {
        self.mentions
    }

    /// An entity by its id. None if an edit has taken away the mention it stood on.
    #[must_use]
    pub fn entity(self, id: u32) -> Option<&'a EntityValue> {
        let position = *self.positions.get(id as usize)?;
        self.entities.get(position as usize).map(|entity| &entity.value)
    }

    /// The entity that a mention is of.
    #[must_use]
    pub fn entity_of(self, mention: &Mention) -> Option<&'a EntityValue> {
        self.entity(mention.value.entity?)
    }

    /// The mentions that start in a span.
    #[must_use]
    pub fn starting_in(self, span: Span) -> &'a [Mention] {
        let from = self.mentions.partition_point(|mention| mention.span.start < span.start);
        let to = self.mentions.partition_point(|mention| mention.span.start < span.end);
        &self.mentions[from..to.max(from)]
    }

    /// The mentions that lie wholly in a span and in no other mention of it.
    pub fn outermost_in(self, span: Span) -> impl Iterator<Item = &'a Mention> {
        let found = self.starting_in(span);
        let mut end = span.start;
        found.iter().enumerate().filter_map(move |(at, mention)| {
            let longer = found.get(at + 1).filter(|next| next.span.start == mention.span.start);
            let inner = longer.is_some_and(|next| next.span.end <= span.end);
            let outer = !inner && mention.span.start >= end && mention.span.end <= span.end;
            outer.then(|| {
                end = mention.span.end;
                mention
            })
        })
    }

    /// The mentions around a span, from the innermost outwards.
    pub fn around(self, span: Span) -> impl Iterator<Item = &'a Mention> {
        let to = self.mentions.partition_point(|mention| mention.span.start <= span.start);
        let near = &self.mentions[to.saturating_sub(LOOK_BACK)..to];
        let narrow = move |least: usize| {
            let wider = |mention: &&Mention| mention.span.contains(span) && mention.span.len() >= least;
            near.iter().filter(wider).min_by_key(|mention| mention.span.len())
        };
        std::iter::successors(narrow(0), move |inner| narrow(inner.span.len() + 1))
    }

    /// The mention that a speaker's span means: the span itself, else the first outermost mention in it, else one that
    /// starts with it, else the innermost around it. A pronoun counts only where nothing else does: `[his] father`.
    #[must_use]
    pub fn at(self, span: Span) -> Option<&'a Mention> {
        let starting = self.starting_in(Span { start: span.start, end: span.start + 1 });
        let inside = || self.outermost_in(span);
        let is_noun = |mention: &&Mention| mention.value.form != NameForm::Pronoun;
        starting
            .iter()
            .find(|mention| mention.span == span)
            .or_else(|| inside().find(is_noun))
            .or_else(|| starting.last().filter(|mention| mention.span.end > span.end))
            .or_else(|| inside().next())
            .or_else(|| self.around(span).next())
    }

    /// The mentions that end at or before a byte, nearest first.
    pub fn before(self, at: u32) -> impl Iterator<Item = &'a Mention> {
        let to = self.mentions.partition_point(|mention| mention.span.start < at);
        self.mentions[..to].iter().rev().filter(move |mention| mention.span.end <= at)
    }
}
