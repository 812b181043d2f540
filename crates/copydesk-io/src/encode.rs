//! Compresses blocks, each on its own, so that threads need not wait for one another.

use std::io;

use crate::Codec;

/// Compresses blocks for one thread; keeps its working memory.
pub struct Encoder {
    method: Method,
}

enum Method {
    Plain,
    Gzip(libdeflater::Compressor),
    Zstd(zstd::bulk::Compressor<'static>),
}

/// As `gzip` and `zstd` have it by default.
const GZIP_LEVEL: i32 = 6;
const ZSTD_LEVEL: i32 = 3;

impl Encoder {
    /// For one way to compress.
    pub fn new(codec: Codec) -> io::Result<Self> {
        let method = match codec {
            Codec::Plain => Method::Plain,
            Codec::Gzip => Method::Gzip(gzip()),
            Codec::Zstd => {
                let mut compressor = zstd::bulk::Compressor::new(ZSTD_LEVEL)?;
                compressor.include_checksum(true)?;
                Method::Zstd(compressor)
            }
        };
        Ok(Self { method })
    }

    /// An empty file, as it is written: programs take one without a member or frame for a broken one.
    pub fn nothing(codec: Codec) -> io::Result<Vec<u8>> {
        match codec {
            Codec::Plain => Ok(Vec::new()),
            Codec::Gzip => {
                let mut member = Vec::new();
                member_of(&mut gzip(), &[], &mut member)?;
                Ok(member)
            }
            Codec::Zstd => zstd::bulk::compress(&[], ZSTD_LEVEL),
        }
    }

    /// Makes `to` a block as it is written: a gzip member or Zstandard frame of its own.
    /// `block` is left with bytes of no meaning. Nothing becomes nothing.
    pub fn encode(&mut self, block: &mut Vec<u8>, to: &mut Vec<u8>) -> io::Result<()> {
        to.clear();
        if block.is_empty() {
            return Ok(());
        }
        match &mut self.method {
            Method::Plain => std::mem::swap(block, to),
            Method::Gzip(compressor) => member_of(compressor, block, to)?,
            Method::Zstd(compressor) => {
                to.reserve(zstd::zstd_safe::compress_bound(block.len()));
                compressor.compress_to_buffer(block, to)?;
            }
        }
        Ok(())
    }
}

fn gzip() -> libdeflater::Compressor {
    let level = libdeflater::CompressionLvl::new(GZIP_LEVEL).expect("a level that libdeflate has");
    libdeflater::Compressor::new(level)
}

/// Makes `to` a gzip member. A whole block is at hand, so libdeflate can do it, in half the time of zlib.
fn member_of(compressor: &mut libdeflater::Compressor, block: &[u8], to: &mut Vec<u8>) -> io::Result<()> {
    to.resize(compressor.gzip_compress_bound(block.len()), 0);
    let length = compressor.gzip_compress(block, to).map_err(io::Error::other)?;
    to.truncate(length);
    Ok(())
}
