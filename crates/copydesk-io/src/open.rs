//! Opens files and standard input, decompresses them, and keeps count of their bytes.

use std::fs::File;
use std::io::{self, BufRead, BufReader, Read};
use std::path::PathBuf;
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

/// Opens a source and decompresses it. Standard input says itself how it is compressed.
pub fn open(source: &Source, codec: Codec, gauge: &Gauge) -> io::Result<Box<dyn BufRead + Send>> {
    match source {
        Source::File(path) => decoded(File::open(path)?, codec, gauge),
        Source::Stdin => {
            let mut stdin = BufReader::with_capacity(CHUNK, io::stdin());
            let codec = sniffed(stdin.fill_buf()?);
            decoded(stdin, codec, gauge)
        }
    }
}

fn decoded(
    raw: impl Read + Send + 'static,
    codec: Codec,
    gauge: &Gauge,
) -> io::Result<Box<dyn BufRead + Send>> {
    let raw = BufReader::with_capacity(CHUNK, Gauged { inner: raw, gauge: gauge.clone() });
    Ok(match codec {
        Codec::Plain => Box::new(raw),
        Codec::Gzip => Box::new(BufReader::with_capacity(
            CHUNK,
            Members { decoder: flate2::bufread::MultiGzDecoder::new(raw) },
        )),
        Codec::Zstd => {
            let mut decoder = zstd::Decoder::with_buffer(raw)?;
            decoder.window_log_max(LARGEST_WINDOW)?;
            Box::new(BufReader::with_capacity(CHUNK, decoder))
        }
    })
}

/// The members of a gzip file. An empty file is one without members.
struct Members<R> {
    decoder: flate2::bufread::MultiGzDecoder<R>,
}

impl<R: BufRead> Read for Members<R> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        self.decoder.read(buffer)
    }
}

fn sniffed(head: &[u8]) -> Codec {
    match head {
        [0x1f, 0x8b, ..] => Codec::Gzip,
        [0x28, 0xb5, 0x2f, 0xfd, ..] => Codec::Zstd,
        _ => Codec::Plain,
    }
}
