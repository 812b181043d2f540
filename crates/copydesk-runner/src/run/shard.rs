//! A part of a run, for one of several machines.

use std::fmt;
use std::str::FromStr;

/// One of `of` parts, counted from 1.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Shard {
    index: u64,
    pub(crate) of: u64,
}

impl Shard {
    /// Part `index` of `of`.
    pub(crate) fn new(index: u64, of: u64) -> Option<Self> {
        (1..=of).contains(&index).then_some(Self { index, of })
    }

    /// Whether a block belongs to this part. The inputs alone say so.
    pub(crate) fn takes(self, input: usize, block: u64) -> bool {
        (input as u64 + block) % self.of == self.index - 1
    }

    /// As it stands in the names of files: `2-of-8`.
    pub(crate) fn tag(self) -> String {
        format!("{}-of-{}", self.index, self.of)
    }
}

impl fmt::Display for Shard {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}/{}", self.index, self.of)
    }
}

impl FromStr for Shard {
    type Err = String;

    fn from_str(text: &str) -> Result<Self, String> {
        let parts =
            text.split_once('/').and_then(|(index, of)| Some((index.parse().ok()?, of.parse().ok()?)));
        let shard = parts.and_then(|(index, of)| Self::new(index, of));
        shard.ok_or_else(|| {
            format!("`{text}` is no part of a run: write 1/8 for the first of eight, 8/8 for the last")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_block_belongs_to_one_part() {
        let shards: Vec<_> = (1..=3).filter_map(|index| Shard::new(index, 3)).collect();
        for (input, block) in (0..5).flat_map(|input| (0..9).map(move |block| (input, block))) {
            assert_eq!(shards.iter().filter(|shard| shard.takes(input, block)).count(), 1);
        }
        assert!(["0/3", "4/3", "1", "a/b", "1/0"].iter().all(|text| text.parse::<Shard>().is_err()));
    }
}
