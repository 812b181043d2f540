//! Opens files and standard input, decompresses them, and keeps count of their bytes.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicU64, Ordering};
use std::sync::{Arc, Mutex};

use crate::Codec;

/// Where bytes come from.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Source {
    /// A file.
    File(PathBuf),
    /// Standard input.
    Stdin,
}

/// What has been read of a source, as it lies on the disk.
#[derive(Clone, Default)]
pub struct Gauge {
    bytes: Arc<AtomicU64>,
    digest: Arc<Mutex<blake3::Hasher>>,
}

impl Gauge {
    /// Bytes so far.
    #[must_use]
    pub fn bytes(&self) -> u64 {
        self.bytes.load(Ordering::Relaxed)
    }

    /// Says which part of a file was read, by who reads it here and there.
    #[expect(clippy::cast_precision_loss, clippy::cast_sign_loss, reason = "for a progress bar")]
    pub fn note(&self, path: &Path, part: f64) {
        let bytes = std::fs::metadata(path).map_or(0, |meta| meta.len());
        self.bytes.store((bytes as f64 * part) as u64, Ordering::Relaxed);
    }

    /// Counts a whole file, and takes its digest.
    pub fn whole(&self, path: &Path) -> io::Result<()> {
        self.bytes.store(0, Ordering::Relaxed);
        let mut reader = Gauged { inner: File::open(path)?, gauge: self.clone() };
        let mut buffer = vec![0; CHUNK];
        while reader.read(&mut buffer)? > 0 {}
        Ok(())
    }

    /// The BLAKE3 digest of the bytes so far.
    #[must_use]
    pub fn digest(&self) -> String {
        self.digest.lock().map_or_else(|_| String::new(), |hasher| hasher.finalize().to_hex().to_string())
    }
}

/// Bytes on their way from the disk, counted.
struct Gauged<R> {
    inner: R,
    gauge: Gauge,
}

impl<R: Read> Read for Gauged<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let length = self.inner.read(buffer)?;
        self.gauge.bytes.fetch_add(length as u64, Ordering::Relaxed);
        if let Ok(mut hasher) = self.gauge.digest.lock() {
            hasher.update(&buffer[..length]);
        }
        Ok(length)
    }
}

/// Bytes taken from the disk, and from a decompressor, at a time.
const CHUNK: usize = 256 << 10;

/// A window of 2 GiB: whatever `zstd --long` wrote can be read.
const LARGEST_WINDOW: u32 = 31;

/// Opens a source and decompresses it. Without a codec its first bytes say how.
pub fn open(source: &Source, codec: Option<Codec>, gauge: &Gauge) -> io::Result<Box<dyn BufRead + Send>> {
    let raw: Box<dyn Read + Send> = match source {
        Source::File(path) => Box::new(File::open(path)?),
        Source::Stdin => Box::new(io::stdin()),
    };
    let mut raw = BufReader::with_capacity(CHUNK, Gauged { inner: raw, gauge: gauge.clone() });
    let codec = match codec {
        Some(codec) => codec,
        None => sniffed(raw.fill_buf()?),
    };
    decoded(raw, codec)
}

fn decoded(raw: impl BufRead + Send + 'static, codec: Codec) -> io::Result<Box<dyn BufRead + Send>> {
    Ok(match codec {
        Codec::Plain => Box::new(raw),
        Codec::Gzip => Box::new(BufReader::with_capacity(CHUNK, flate2::bufread::MultiGzDecoder::new(raw))),
        Codec::Zstd => {
            let mut decoder = zstd::Decoder::with_buffer(raw)?;
            decoder.window_log_max(LARGEST_WINDOW)?;
            Box::new(BufReader::with_capacity(CHUNK, decoder))
        }
    })
}

fn sniffed(head: &[u8]) -> Codec {
    match head {
        [0x1f, 0x8b, ..] => Codec::Gzip,
        [0x28, 0xb5, 0x2f, 0xfd, ..] => Codec::Zstd,
        _ => Codec::Plain,
    }
}
