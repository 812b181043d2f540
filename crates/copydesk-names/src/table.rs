//! A table from keys to small values that is filled once and asked often.

use crate::key::Key;

/// Open addressing, at most three quarters full: what fits in the cache is worth more than a probe.
#[derive(Clone, Debug)]
pub(crate) struct Table<V> {
    slots: Vec<(Key, V)>,
    len: usize,
}

impl<V: Copy + Default> Default for Table<V> {
    fn default() -> Self {
        Self { slots: vec![(Key::default(), V::default()); 64], len: 0 }
    }
}

impl<V: Copy + Default> Table<V> {
    #[inline]
    pub(crate) fn get(&self, key: Key) -> Option<&V> {
        let slot = &self.slots[self.slot(key)];
        (!slot.0.is_none()).then_some(&slot.1)
    }

    /// The value of a key, put in first if it is new.
    pub(crate) fn entry(&mut self, key: Key) -> &mut V {
        if self.len * 4 >= self.slots.len() * 3 {
            self.grow();
        }
        let at = self.slot(key);
        if self.slots[at].0.is_none() {
            self.slots[at].0 = key;
            self.len += 1;
        }
        &mut self.slots[at].1
    }

    /// Forgets everything, and memory too if one great document made it large.
    pub(crate) fn clear(&mut self) {
        if self.len == 0 {
            return;
        }
        let keep = self.slots.len().min((self.len * 4).next_power_of_two().max(64));
        self.slots.truncate(keep);
        self.slots.fill((Key::default(), V::default()));
        self.len = 0;
    }

    #[inline]
    fn slot(&self, key: Key) -> usize {
        let mask = self.slots.len() - 1;
        let mut at = (key.0 >> 7) as usize & mask;
        while !self.slots[at].0.is_none() && self.slots[at].0 != key {
            at = (at + 1) & mask;
        }
        at
    }

    fn grow(&mut self) {
        let doubled = vec![(Key::default(), V::default()); self.slots.len() * 2];
        for (key, value) in std::mem::replace(&mut self.slots, doubled) {
            if !key.is_none() {
                let at = self.slot(key);
                self.slots[at] = (key, value);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_was_put_in_is_found_and_nothing_else() {
        let mut table = Table::default();
        for n in 0..1000_u32 {
            *table.entry(Key::of(&n.to_string())) = n;
        }
        assert!((0..1000).all(|n: u32| table.get(Key::of(&n.to_string())) == Some(&n)));
        assert_eq!(table.get(Key::of("1000")), None);
        table.clear();
        assert_eq!(table.get(Key::of("1")), None);
    }
}
