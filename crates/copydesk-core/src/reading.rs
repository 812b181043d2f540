//! What stages read out of a text and share, such as its sentences and tokens.
//!
//! A list that only grows, so that what a stage has borrowed stays where it
//! is while another reading is added behind a shared reference.

use std::any::{Any, TypeId};
use std::cell::{Cell, OnceCell};

/// Something read out of a whole text: its sentences, its tokens.
///
/// A stage asks for it with [`View::reading`](crate::View::reading). The first
/// stage to ask after the text has changed reads it, the others get the same.
pub trait Reading: Default + Send + 'static {
    /// Forgets the text before and reads this one. Buffers are worth keeping.
    fn read(&mut self, text: &str);
}

type Erased = Box<dyn Any + Send>;

/// The readings of a document's present text, by type.
#[derive(Default)]
pub(crate) struct Readings(OnceCell<Box<Node>>);

struct Node {
    key: TypeId,
    /// Of the present text.
    ready: OnceCell<Erased>,
    /// Of an earlier text, kept for its buffers.
    spare: Cell<Option<Erased>>,
    next: Readings,
}

impl Readings {
    /// The reading of `text`, made now if it is not there.
    pub(crate) fn get<R: Reading>(&self, text: &str) -> &R {
        let node = self.node(TypeId::of::<R>());
        let ready = node.ready.get_or_init(|| {
            let spare = node.spare.take().and_then(|spare| spare.downcast::<R>().ok());
            let mut reading = spare.unwrap_or_default();
            reading.read(text);
            reading
        });
        ready.downcast_ref().expect("a node is found by its type")
    }

    /// Says that the text has changed.
    pub(crate) fn forget(&mut self) {
        let mut list = self;
        while let Some(node) = list.0.get_mut() {
            if let Some(stale) = node.ready.take() {
                node.spare.set(Some(stale));
            }
            list = &mut node.next;
        }
    }

    fn node(&self, key: TypeId) -> &Node {
        let mut list = self;
        loop {
            let node = list.0.get_or_init(|| Box::new(Node::new(key)));
            if node.key == key {
                return node;
            }
            list = &node.next;
        }
    }
}

impl Node {
    fn new(key: TypeId) -> Self {
        Self { key, ready: OnceCell::new(), spare: Cell::new(None), next: Readings::default() }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[derive(Default)]
    struct Length(usize, u32);

    impl Reading for Length {
        fn read(&mut self, text: &str) {
            *self = Self(text.len(), self.1 + 1);
        }
    }

    #[derive(Default)]
    struct First(Option<char>);

    impl Reading for First {
        fn read(&mut self, text: &str) {
            self.0 = text.chars().next();
        }
    }

    #[test]
    fn a_text_is_read_once_for_all_who_ask() {
        let readings = Readings::default();
        let length: &Length = readings.get("abc");
        assert_eq!(readings.get::<First>("abc").0, Some('a'));
        assert_eq!((length.0, readings.get::<Length>("abc").1), (3, 1));
    }

    #[test]
    fn a_changed_text_is_read_again_into_the_same_buffers() {
        let mut readings = Readings::default();
        readings.get::<Length>("abc");
        readings.forget();
        let length: &Length = readings.get("ab");
        assert_eq!((length.0, length.1), (2, 2));
    }
}
