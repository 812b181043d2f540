//! The page `docs/writing-a-stage.md`, taken at its word: its files are written, its commands are run.

use std::path::Path;
use std::{env, fs};

use crate::cargo::{fresh_folder, run};

/// A fenced block of the page.
enum Block<'a> {
    /// A file, under the path that stands before it.
    File(&'a str, String),
    /// A command.
    Command(String),
    /// What the command before it says, among other things.
    Said(String),
}

/// The blocks of a page. A fence ends at a line of as many marks as it opens with.
fn blocks(page: &str) -> Vec<Block<'_>> {
    let (mut blocks, mut path) = (Vec::new(), None);
    let mut lines = page.lines();
    while let Some(line) = lines.next() {
        let marks = line.bytes().take_while(|b| *b == b'`').count();
        if marks < 3 {
            path = line
                .strip_prefix('`')
                .and_then(|l| l.strip_suffix("`:"))
                .or(path.filter(|_| line.is_empty()));
            continue;
        }
        let (fence, kind) = line.split_at(marks);
        let body: String = lines.by_ref().take_while(|l| *l != fence).map(|l| l.to_owned() + "\n").collect();
        blocks.push(match (kind, path.take()) {
            ("sh", None) => Block::Command(body),
            ("text", None) => Block::Said(body),
            (_, Some(path)) => Block::File(path, body),
            (_, None) => panic!("a block of `{kind}` without the path of its file:\n{body}"),
        });
    }
    blocks
}

/// Makes the checkout stand for the published crates, and the project's dependencies for the newest.
fn stand_in_for_the_registry(folder: &Path) {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut config = "[patch.crates-io]\n".to_owned();
    for entry in fs::read_dir(root.join("crates")).expect("the project can be read") {
        let path = entry.expect("the project can be read").path();
        if path.join("Cargo.toml").exists() {
            let name = path.file_name().expect("a folder has a name").to_str().expect("plain names");
            config += &format!("{name} = {{ path = '{}' }}\n", path.display());
        }
    }
    fs::create_dir(folder.join(".cargo")).expect("the folder is writable");
    fs::write(folder.join(".cargo/config.toml"), config).expect("the folder is writable");
}

#[test]
fn the_page_builds_and_runs_as_it_says() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let page = fs::read_to_string(root.join("docs/writing-a-stage.md")).expect("the page can be read");
    let folder = fresh_folder("writing-a-stage");
    stand_in_for_the_registry(&folder);
    let mut said = String::new();
    for block in blocks(&page) {
        match block {
            Block::File(path, text) => {
                let path = folder.join(path);
                let parent = path.parent().expect("a file stands in a folder");
                fs::create_dir_all(parent).expect("the folder is writable");
                if path.file_name().is_some_and(|name| name == "Cargo.toml") {
                    fs::copy(root.join("Cargo.lock"), parent.join("Cargo.lock"))
                        .expect("the folder is writable");
                }
                fs::write(path, text).expect("the folder is writable");
            }
            Block::Command(command) => said = run(&folder, &command),
            Block::Said(text) => assert!(said.contains(text.trim_end()), "{text}\nis missing in:\n{said}"),
        }
    }
}
