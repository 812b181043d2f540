//! The thread that waits for the disk, so that no other has to.

use std::fs::File;
use std::io;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, SyncSender, channel, sync_channel};
use std::sync::{Arc, Mutex};
use std::thread::JoinHandle;

use super::journal::{Journal, Point};
use super::whole;

/// Something to bring to the disk.
pub(crate) struct Keep {
    /// Files that the point speaks of.
    pub(crate) files: Vec<Arc<File>>,
    /// A finished file, and its name.
    pub(crate) named: Option<(PathBuf, PathBuf)>,
    /// What is then done.
    pub(crate) point: Option<Point>,
}

/// Brings results to the disk in the order in which they are given.
pub(crate) struct Keeper {
    to: SyncSender<(Keep, Option<Sender<()>>)>,
    /// Hears when the last point is on the disk.
    last: Option<Receiver<()>>,
    failed: Arc<Mutex<Option<io::Error>>>,
    thread: JoinHandle<()>,
}

/// How many things may wait for the disk.
const WAITING: usize = 16;

impl Keeper {
    pub(crate) fn start(journal: Journal) -> io::Result<Self> {
        let (to, from) = sync_channel(WAITING);
        let failed = Arc::<Mutex<Option<io::Error>>>::default();
        let noted = Arc::clone(&failed);
        let work = move || {
            if let Err(error) = keep(&from, journal)
                && let Ok(mut noted) = noted.lock()
            {
                *noted = Some(error);
            }
        };
        let thread = std::thread::Builder::new().name("keeper".to_owned()).spawn(work)?;
        Ok(Self { to, last: None, failed, thread })
    }

    /// Hands something in. A point waits until the one before is on the disk: no more than two stretches are ever
    /// done again, however slow the disk.
    pub(crate) fn keep(&mut self, keep: Keep) -> io::Result<()> {
        // The thread ends before its end only where it failed.
        let mut told = None;
        if keep.point.is_some() {
            let (on_the_disk, heard) = channel();
            if self.last.replace(heard).is_some_and(|last| last.recv().is_err()) {
                return Err(self.error());
            }
            told = Some(on_the_disk);
        }
        self.to.send((keep, told)).map_err(|_| self.error())
    }

    /// Waits until all is on the disk.
    pub(crate) fn finish(self) -> io::Result<()> {
        drop(self.to);
        if self.thread.join().is_err() {
            return Err(io::Error::other("the thread that waits for the disk has panicked"));
        }
        let failed = self.failed.lock().ok().and_then(|mut failed| failed.take());
        failed.map_or(Ok(()), Err)
    }

    fn error(&self) -> io::Error {
        let failed = self.failed.lock().ok().and_then(|mut failed| failed.take());
        failed.unwrap_or_else(|| io::ErrorKind::BrokenPipe.into())
    }
}

fn keep(from: &Receiver<(Keep, Option<Sender<()>>)>, mut journal: Journal) -> io::Result<()> {
    for (keep, on_the_disk) in from {
        for file in &keep.files {
            file.sync_data()?;
        }
        if let Some((part, name)) = &keep.named {
            whole::rename(part, name)?;
        }
        if let Some(point) = &keep.point {
            journal.add(point)?;
        }
        // Whoever waited may have ended.
        let _heard = on_the_disk.map(|on_the_disk| on_the_disk.send(()));
    }
    Ok(())
}
