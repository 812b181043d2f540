//! Names documents that take long.

use std::sync::Arc;
use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::time::{Duration, Instant};

/// What every thread is at.
#[derive(Debug)]
pub(crate) struct Watch {
    start: Instant,
    longest: Option<Duration>,
    names: Vec<String>,
    threads: Vec<Arc<At>>,
}

/// The document that a thread is at.
#[derive(Debug, Default)]
pub(crate) struct At {
    /// Microseconds after the start at which it began; 0 for none.
    since: AtomicU64,
    input: AtomicUsize,
    line: AtomicU64,
    told: AtomicU64,
}

impl Watch {
    /// For so many threads; `names` are those of the inputs.
    pub(crate) fn new(threads: usize, longest: Option<f64>, names: Vec<String>) -> Self {
        let threads = (0..threads).map(|_| Arc::default()).collect();
        let longest = longest.and_then(|seconds| Duration::try_from_secs_f64(seconds).ok());
        Self { start: Instant::now(), longest, names, threads }
    }

    /// What a thread tells where it is; `None` if nobody wants to know.
    pub(crate) fn thread(&self, index: usize) -> Option<(Instant, Arc<At>)> {
        self.longest.map(|_| (self.start, Arc::clone(&self.threads[index])))
    }

    /// Names each document that is under way for too long, once.
    pub(crate) fn look(&self) {
        let Some(longest) = self.longest else { return };
        for at in &self.threads {
            let since = at.since.load(Ordering::Acquire);
            let taken = self.start.elapsed().saturating_sub(Duration::from_micros(since));
            if since == 0 || taken < longest || at.told.swap(since, Ordering::Relaxed) == since {
                continue;
            }
            let name = self.names.get(at.input.load(Ordering::Relaxed)).map_or("", String::as_str);
            let line = at.line.load(Ordering::Relaxed);
            tracing::warn!("{name}:{line}: this document takes longer than {} s", longest.as_secs_f64());
        }
    }
}

impl At {
    pub(crate) fn begin(&self, start: Instant, input: usize, line: u64) {
        self.input.store(input, Ordering::Relaxed);
        self.line.store(line, Ordering::Relaxed);
        let since = u64::try_from(start.elapsed().as_micros()).unwrap_or(u64::MAX);
        self.since.store(since.max(1), Ordering::Release);
    }

    pub(crate) fn end(&self) {
        self.since.store(0, Ordering::Release);
    }
}
