//! Makes the lexicon's tables from `lexicon/*.csv`: every form of every word, found without a collision.

use std::path::Path;
use std::{env, fs};

#[path = "build/cues.rs"]
mod cues;
#[path = "build/entries.rs"]
mod entries;
#[path = "src/forms.rs"]
#[expect(dead_code, reason = "the stage asks for the rest")]
mod forms;
#[path = "src/frames.rs"]
mod frames;
#[path = "src/groups.rs"]
#[expect(dead_code, reason = "the stage asks for the rest")]
mod groups;
#[path = "src/inflect.rs"]
mod inflect;
#[path = "build/places.rs"]
mod places;
#[path = "src/roles.rs"]
#[expect(dead_code, reason = "the stage asks for the rest")]
mod roles;
#[path = "build/rows.rs"]
mod rows;
#[path = "build/rust.rs"]
mod rust;
#[path = "build/tags.rs"]
mod tags;

fn main() {
    println!("cargo::rerun-if-changed=build");
    println!("cargo::rerun-if-changed=lexicon");
    println!("cargo::rerun-if-changed=src");
    let lexicon = entries::read();
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    let (entries, places) = lexicon.code();
    for (file, code) in [("lexicon.rs", cues::code(&lexicon.cues) + &entries), ("places.rs", places)] {
        fs::write(Path::new(&out).join(file), code).expect("the build folder can be written");
    }
}
