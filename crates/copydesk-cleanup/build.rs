//! Embeds the packs and compiles the word list into a filter of bits.

use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

#[path = "src/word_hash.rs"]
mod word_hash;

fn main() {
    let out = PathBuf::from(env::var_os("OUT_DIR").expect("cargo sets it"));
    fs::write(out.join("packs.rs"), embedded("packs")).expect("the output folder is writable");
    fs::write(out.join("words.bits"), filter("lexicon/words.txt")).expect("the output folder is writable");
    println!("cargo::rerun-if-changed=src/word_hash.rs");
}

/// A table of every file in a folder: its name, and its text.
fn embedded(folder: &str) -> String {
    println!("cargo::rerun-if-changed={folder}");
    let entries = fs::read_dir(folder).expect("the crate has its packs");
    let mut paths: Vec<_> = entries.map(|entry| entry.expect("a readable folder").path()).collect();
    paths.sort();
    let mut table = String::from("&[\n");
    for path in paths {
        let name = path.file_name().and_then(|name| name.to_str()).expect("file names are ASCII");
        let whole = fs::canonicalize(&path).expect("it was just listed");
        let whole = whole.to_str().expect("the project lies under a path in UTF-8");
        writeln!(table, "({name:?}, include_str!({whole:?})),").expect("a String takes all");
    }
    table + "]"
}

fn filter(words: &str) -> Vec<u8> {
    println!("cargo::rerun-if-changed={words}");
    let mut bits = vec![0_u8; word_hash::BYTES];
    for word in fs::read_to_string(Path::new(words)).expect("the crate has its words").lines() {
        if !word.starts_with('#') {
            for at in word_hash::places(word_hash::hash(word.as_bytes())) {
                bits[at / 8] |= 1 << (at % 8);
            }
        }
    }
    bits
}
