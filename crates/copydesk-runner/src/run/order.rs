//! Puts what threads finish in any order back into the order of the input.

use std::collections::BTreeMap;
use std::sync::{Condvar, Mutex, MutexGuard};

/// Things with a number each, on their way to whoever takes them in order.
pub(crate) struct Order<T> {
    state: Mutex<State<T>>,
    moved: Condvar,
    /// How far a number may be ahead of the next one to be taken.
    ahead: u64,
}

struct State<T> {
    next: u64,
    ready: BTreeMap<u64, T>,
    /// A thread is taking things out.
    taking: bool,
    closed: bool,
}

impl<T> Order<T> {
    pub(crate) fn new(ahead: u64) -> Self {
        let state = State { next: 0, ready: BTreeMap::new(), taking: false, closed: false };
        Self { state: Mutex::new(state), moved: Condvar::new(), ahead }
    }

    /// Waits until the thing of this number may be begun. `false` if nothing is taken any more.
    pub(crate) fn wait_for(&self, number: u64) -> bool {
        let state = self.lock();
        let waited = self.moved.wait_while(state, |state| !state.closed && number >= state.next + self.ahead);
        !waited.is_ok_and(|state| state.closed)
    }

    /// Hands a thing in. Whoever hands in the next one takes out all that are
    /// ready, so no thread only waits for others.
    pub(crate) fn hand_in(&self, number: u64, thing: T, mut take: impl FnMut(T)) {
        let mut state = self.lock();
        state.ready.insert(number, thing);
        if state.taking {
            return;
        }
        state.taking = true;
        while !state.closed {
            let next = state.next;
            let Some(thing) = state.ready.remove(&next) else { break };
            drop(state);
            take(thing);
            state = self.lock();
            state.next += 1;
            self.moved.notify_all();
        }
        state.taking = false;
    }

    /// Takes nothing from now on, and lets nobody wait.
    pub(crate) fn close(&self) {
        self.lock().closed = true;
        self.moved.notify_all();
    }

    fn lock(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().expect("nothing panics while it holds this lock")
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::sync::atomic::{AtomicU64, Ordering};

    #[test]
    fn many_threads_are_put_in_order() {
        let (order, next, taken) = (Order::new(5), AtomicU64::new(0), Mutex::new(Vec::new()));
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| {
                    loop {
                        let number = next.fetch_add(1, Ordering::Relaxed);
                        if number >= 1000 || !order.wait_for(number) {
                            return;
                        }
                        order.hand_in(number, number, |number| taken.lock().unwrap().push(number));
                    }
                });
            }
        });
        assert_eq!(taken.into_inner().unwrap(), (0..1000).collect::<Vec<_>>());
    }
}
