//! Annotations, kept in typed layers.

use std::any::Any;

use crate::{Carry, Layer, LayerId, OffsetMap, Span};

/// A value on a span of the text.
#[derive(Clone, Debug)]
pub struct Annotation<V> {
    /// Where, in the text as it is now.
    pub span: Span,
    /// Where, in the text as it was read.
    pub source: Span,
    /// What.
    pub value: V,
}

/// Every layer of a document.
///
/// Emptied layers stay, so that a warm worker allocates nothing.
#[derive(Default)]
pub struct Layers(Vec<(LayerId, Box<dyn AnyStore>)>);

impl Layers {
    /// The annotations of a layer, in the order of the text.
    #[must_use]
    pub fn get<L: Layer>(&self) -> &[Annotation<L::Value>] {
        let id = LayerId::of::<L>();
        let found = self.0.iter().find(|(known, _)| *known == id);
        found.map_or(&[], |(_, store)| &store.as_any().downcast_ref::<Store<L>>().expect(ONE_TYPE).0)
    }

    /// Every layer that has annotations, by name.
    pub fn names(&self) -> impl Iterator<Item = &'static str> {
        self.sorted().into_iter().map(|(id, _)| id.name())
    }

    /// How many annotations there are in all layers.
    #[must_use]
    pub fn len(&self) -> usize {
        self.0.iter().map(|(_, store)| store.len()).sum()
    }

    /// Whether there is no annotation.
    #[must_use]
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    pub(crate) fn sorted(&self) -> Vec<(LayerId, &dyn AnyStore)> {
        let mut layers: Vec<_> = self
            .0
            .iter()
            .filter(|(_, store)| store.len() > 0)
            .map(|(id, store)| (*id, store.as_ref()))
            .collect();
        layers.sort_by_key(|(id, _)| id.name());
        layers
    }

    #[inline]
    pub(crate) fn push<L: Layer>(&mut self, span: Span, value: L::Value) {
        let store = self.store(const { &LayerId::of::<L>() });
        let store = store.as_any_mut().downcast_mut::<Store<L>>().expect(ONE_TYPE);
        store.0.push(Annotation { span, source: span, value });
    }

    #[inline]
    fn store(&mut self, id: &LayerId) -> &mut dyn AnyStore {
        let known = self.0.iter().position(|(known, _)| known == id);
        let at = known.unwrap_or_else(|| {
            self.0.push((*id, (id.store)()));
            self.0.len() - 1
        });
        self.0[at].1.as_mut()
    }

    /// The first span, of an annotation or inside its value, that does not
    /// lie on whole characters of `text`.
    pub(crate) fn off_characters(&mut self, text: &str) -> Option<(LayerId, Span)> {
        let mut check = OnCharacters { text, off: None };
        for (id, store) in &mut self.0 {
            store.check(&mut check);
            if let Some(span) = check.off {
                return Some((*id, span));
            }
        }
        None
    }

    /// Says of every annotation where it lay in the text as read.
    pub(crate) fn set_sources(&mut self, source: impl Fn(Span) -> Span) {
        self.0.iter_mut().for_each(|(_, store)| store.set_sources(&source));
    }

    /// Carries every annotation to the edited text.
    pub(crate) fn carry(&mut self, map: &OffsetMap) {
        self.0.iter_mut().for_each(|(_, store)| store.carry(map));
    }

    /// Moves every annotation of `other` here, keeping each layer sorted.
    pub(crate) fn absorb(&mut self, other: &mut Self) {
        for (id, new) in &mut other.0 {
            if new.len() > 0 {
                self.store(id).absorb(new.as_mut());
            }
        }
    }

    pub(crate) fn clear(&mut self) {
        self.0.iter_mut().for_each(|(_, store)| store.clear());
    }
}

const ONE_TYPE: &str = "a layer's id and its store are of one type";

/// A layer's annotations, their type erased.
pub(crate) trait AnyStore: Send + Sync {
    fn as_any(&self) -> &dyn Any;
    fn as_any_mut(&mut self) -> &mut dyn Any;
    fn len(&self) -> usize;
    fn clear(&mut self);
    fn check(&mut self, check: &mut OnCharacters<'_>);
    fn set_sources(&mut self, source: &dyn Fn(Span) -> Span);
    fn carry(&mut self, map: &OffsetMap);
    fn absorb(&mut self, other: &mut dyn AnyStore);
    fn place(&self, i: usize) -> (Span, Span);
    /// Appends the JSON of a value.
    fn write_value(&self, i: usize, out: &mut Vec<u8>);
}

pub(crate) struct Store<L: Layer>(Vec<Annotation<L::Value>>);

impl<L: Layer> Default for Store<L> {
    fn default() -> Self {
        Self(Vec::new())
    }
}

impl<L: Layer> AnyStore for Store<L> {
    fn as_any(&self) -> &dyn Any {
        self
    }

    fn as_any_mut(&mut self) -> &mut dyn Any {
        self
    }

    fn len(&self) -> usize {
        self.0.len()
    }

    fn clear(&mut self) {
        self.0.clear();
    }

    fn check(&mut self, check: &mut OnCharacters<'_>) {
        for annotation in &mut self.0 {
            check.span(&mut annotation.span);
            L::carry(&mut annotation.value, check);
        }
    }

    fn set_sources(&mut self, source: &dyn Fn(Span) -> Span) {
        self.0.iter_mut().for_each(|annotation| annotation.source = source(annotation.span));
    }

    fn carry(&mut self, map: &OffsetMap) {
        self.0.retain_mut(|annotation| {
            annotation.span = match map.forward(annotation.span) {
                Some(moved) => moved,
                None if L::SURVIVES_DELETION => map.forward_or_point(annotation.span),
                None => return false,
            };
            let mut carry = Moved { map, survives: L::SURVIVES_DELETION };
            L::carry(&mut annotation.value, &mut carry)
        });
    }

    fn absorb(&mut self, other: &mut dyn AnyStore) {
        let other = other.as_any_mut().downcast_mut::<Self>().expect(ONE_TYPE);
        // Most layers have one stage: what it wrote is taken over without a copy.
        if self.0.is_empty() {
            std::mem::swap(&mut self.0, &mut other.0);
        }
        self.0.append(&mut other.0);
        if !self.0.is_sorted_by_key(|annotation| annotation.span) {
            self.0.sort_by_key(|annotation| annotation.span);
        }
    }

    fn place(&self, i: usize) -> (Span, Span) {
        (self.0[i].span, self.0[i].source)
    }

    fn write_value(&self, i: usize, out: &mut Vec<u8>) {
        serde_json::to_writer(out, &self.0[i].value).expect("layer values are plain data");
    }
}

/// Carries the spans inside a value to the edited text.
struct Moved<'a> {
    map: &'a OffsetMap,
    survives: bool,
}

impl Carry for Moved<'_> {
    fn span(&mut self, span: &mut Span) -> bool {
        let moved = self.map.forward(*span);
        *span = moved.unwrap_or_else(|| self.map.forward_or_point(*span));
        moved.is_some() || self.survives
    }
}

/// Looks for a span that does not lie on whole characters.
pub(crate) struct OnCharacters<'a> {
    text: &'a str,
    off: Option<Span>,
}

impl Carry for OnCharacters<'_> {
    fn span(&mut self, span: &mut Span) -> bool {
        if self.text.get(span.range()).is_none() {
            self.off.get_or_insert(*span);
        }
        true
    }
}
