//! How far a run is, told while it goes.

use std::io::IsTerminal;
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::mpsc::{RecvTimeoutError, Sender, channel};
use std::thread::JoinHandle;
use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressStyle};

use super::metrics;
use super::tally::Tally;
use super::watch::Watch;
use crate::log;

/// How far a run is.
#[derive(Debug, Default)]
pub(crate) struct Progress {
    /// Bytes of all inputs on the disk; 0 if one is standard input.
    pub(crate) size: u64,
    bytes: AtomicU64,
    documents: AtomicU64,
    written: AtomicU64,
    dropped: AtomicU64,
    failed: AtomicU64,
    unreadable: AtomicU64,
}

impl Progress {
    pub(crate) fn new(size: u64) -> Self {
        Self { size, ..Self::default() }
    }

    /// Notes how many bytes were read from the disk.
    pub(crate) fn read(&self, bytes: u64) {
        self.bytes.store(bytes, Ordering::Relaxed);
    }

    /// Notes what became of the records.
    pub(crate) fn count(&self, total: &Tally) {
        self.documents.store(total.read, Ordering::Relaxed);
        self.written.store(total.written, Ordering::Relaxed);
        self.dropped.store(total.dropped(), Ordering::Relaxed);
        self.failed.store(total.failed(), Ordering::Relaxed);
        self.unreadable.store(total.unreadable(), Ordering::Relaxed);
    }

    /// Bytes read, and documents read, written, dropped, failed and unreadable.
    pub(crate) fn figures(&self) -> [u64; 6] {
        [&self.bytes, &self.documents, &self.written, &self.dropped, &self.failed, &self.unreadable]
            .map(|figure| figure.load(Ordering::Relaxed))
    }
}

/// How often a bar moves, and slow documents are looked for.
const TICK: Duration = Duration::from_millis(200);

/// How often a line is written where there is no bar, and metrics are.
const LINE: Duration = Duration::from_secs(10);

/// The thread that tells how far a run is, until it is ended.
pub(crate) struct Teller {
    end: Sender<()>,
    thread: JoinHandle<()>,
}

impl Teller {
    /// Starts to tell.
    pub(crate) fn start(
        progress: Arc<Progress>,
        watch: Arc<Watch>,
        metrics: Option<PathBuf>,
    ) -> std::io::Result<Self> {
        let (end, ended) = channel();
        let bar = std::io::stderr().is_terminal().then(|| bar(progress.size));
        log::around(bar.clone());
        let work = move || {
            let (start, mut line) = (Instant::now(), Instant::now());
            while ended.recv_timeout(TICK) == Err(RecvTimeoutError::Timeout) {
                watch.look();
                if let Some(bar) = &bar {
                    move_bar(bar, &progress);
                }
                if line.elapsed() >= LINE {
                    line = Instant::now();
                    if bar.is_none() {
                        tell(&progress, start.elapsed());
                    }
                    write_metrics(metrics.as_deref(), &progress, start.elapsed());
                }
            }
            write_metrics(metrics.as_deref(), &progress, start.elapsed());
            if let Some(bar) = bar {
                bar.finish_and_clear();
            }
            log::around(None);
        };
        let thread = std::thread::Builder::new().name("teller".to_owned()).spawn(work)?;
        Ok(Self { end, thread })
    }

    /// Ends it.
    pub(crate) fn end(self) {
        drop(self.end);
        // A teller that broke has nothing more to tell.
        let _told = self.thread.join();
    }
}

fn write_metrics(path: Option<&Path>, progress: &Progress, elapsed: Duration) {
    if let Some(path) = path {
        metrics::write(path, progress, elapsed);
    }
}

fn bar(size: u64) -> ProgressBar {
    let form = "{elapsed_precise} {wide_bar} {binary_bytes}/{binary_total_bytes} {binary_bytes_per_sec} ETA {eta} {msg}";
    let without_size = "{elapsed_precise} {spinner} {binary_bytes} {binary_bytes_per_sec} {msg}";
    let style = ProgressStyle::with_template(if size > 0 { form } else { without_size });
    let bar = if size > 0 { ProgressBar::new(size) } else { ProgressBar::new_spinner() };
    bar.with_style(style.expect("both templates are sound"))
}

fn move_bar(bar: &ProgressBar, progress: &Progress) {
    let [bytes, documents, _, dropped, failed, unreadable] = progress.figures();
    bar.set_position(bytes);
    bar.set_message(format!("{documents} documents, {dropped} dropped, {} failed", failed + unreadable));
}

#[expect(clippy::cast_precision_loss, reason = "figures for people")]
fn tell(progress: &Progress, elapsed: Duration) {
    let [bytes, documents, _, dropped, failed, unreadable] = progress.figures();
    let rate = bytes as f64 / elapsed.as_secs_f64();
    let (part, eta) = if progress.size > 0 && rate > 0.0 {
        let left = progress.size.saturating_sub(bytes) as f64 / rate;
        (format!(" of {:.1}", progress.size as f64 / 1e6), format!(", {left:.0} s left"))
    } else {
        (String::new(), String::new())
    };
    tracing::info!(
        "{:.1}{part} MB, {documents} documents, {:.1} MB/s{eta}, {dropped} dropped, {} failed",
        bytes as f64 / 1e6,
        rate / 1e6,
        failed + unreadable,
    );
}
