//! Writes one `use … as _;` for each dependency, so that adding a stage crate takes one line.

use std::{env, fs, path::Path};

fn main() {
    println!("cargo::rerun-if-changed=Cargo.toml");
    let manifest = fs::read_to_string("Cargo.toml").expect("Cargo runs build scripts in the package");
    let manifest: toml::Table = manifest.parse().expect("Cargo has read this file before");
    let stages = manifest["dependencies"].as_table().expect("the dependencies are a table");
    let uses: String = stages.keys().map(|name| format!("use {} as _;\n", name.replace('-', "_"))).collect();
    let out = env::var_os("OUT_DIR").expect("Cargo sets OUT_DIR");
    fs::write(Path::new(&out).join("links.rs"), uses).expect("OUT_DIR can be written");
}
