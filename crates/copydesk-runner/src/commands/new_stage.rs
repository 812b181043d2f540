//! `copydesk new-stage`: the files of a stage of one's own, and of a program that links it.

use std::path::{Path, PathBuf};
use std::process::ExitCode;

use copydesk_core::Registry;

use crate::scaffold::{Source, write};
use crate::talk::say;

/// Writes a stage of your own, with its tests and a program that links it, into a new folder.
///
/// docs/writing-a-stage.md explains such files.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// The stage's name: lower-case words joined by `-`, a noun.
    name: String,
    /// The folder; one of the stage's name where it is left out.
    #[arg(long, value_name = "DIR")]
    path: Option<PathBuf>,
    /// Take Copydesk's crates from a checkout, and not from the registry.
    #[arg(long, value_name = "DIR")]
    copydesk: Option<PathBuf>,
}

const FILES: [(&str, &str); 9] = [
    ("Cargo.toml", include_str!("../../templates/stage/Cargo.toml.in")),
    ("README.md", include_str!("../../templates/stage/README.md.in")),
    (".gitignore", include_str!("../../templates/stage/gitignore.in")),
    ("pipeline.toml", include_str!("../../templates/stage/pipeline.toml.in")),
    ("src/lib.rs", include_str!("../../templates/stage/src/lib.rs.in")),
    ("cases/example.md", include_str!("../../templates/stage/cases/example.md.in")),
    ("tests/stage.rs", include_str!("../../templates/stage/tests/stage.rs.in")),
    ("desk/Cargo.toml", include_str!("../../templates/stage/desk/Cargo.toml.in")),
    ("desk/src/main.rs", include_str!("../../templates/stage/desk/src/main.rs.in")),
];

const CRATES: [&str; 4] = ["copydesk-core", "copydesk-testkit", "copydesk-runner", "copydesk-stages"];

/// Writes the files.
pub(crate) fn run(arguments: &Arguments, registry: &Registry) -> Result<ExitCode, String> {
    let name = arguments.name.as_str();
    check(name, registry)?;
    let folder = arguments.path.as_deref().unwrap_or(Path::new(name));
    if folder.exists() {
        return Err(format!("{} is there already: name another folder with `--path`", folder.display()));
    }
    let values = values(name, &Source::of(arguments.copydesk.as_deref())?)?;
    for (path, template) in FILES {
        let fill =
            |text: String, (key, value): &(&str, String)| text.replace(&format!("{{{{{key}}}}}"), value);
        write(&folder.join(path), &values.iter().fold(template.to_owned(), fill))?;
    }
    let shown = folder.display();
    say(&format!(
        "wrote the stage `{name}` to {shown}\n\n  cd {shown}\n  cargo test --workspace\n  cargo run -p {name}-desk -- test pipeline.toml\n\n\
         Begin in src/lib.rs; its doc comment is the manual page."
    ));
    Ok(ExitCode::SUCCESS)
}

/// The name must be one that a declaration takes, and that no other stage has.
fn check(name: &str, registry: &Registry) -> Result<(), String> {
    let letter = |b: u8| b.is_ascii_lowercase() || b.is_ascii_digit();
    let word = |word: &str| !word.is_empty() && word.bytes().all(letter);
    if !name.split('-').all(word) || name.starts_with(|c: char| c.is_ascii_digit()) {
        return Err(format!("`{name}` is no name for a stage: use lower-case words joined by `-`"));
    }
    match registry.get(name) {
        Some(info) => {
            Err(format!("there is a stage `{name}` already, from {} {}", info.krate.0, info.krate.1))
        }
        None => Ok(()),
    }
}

/// What stands for the keys of the templates.
fn values<'a>(name: &str, source: &Source<'_>) -> Result<Vec<(&'a str, String)>, String> {
    let krate = name.replace('-', "_");
    let layer = match krate.strip_suffix('s') {
        Some(singular) if singular.len() > 2 => singular.to_owned(),
        _ => format!("{krate}_mention"),
    };
    let mut values = vec![
        ("name", name.to_owned()),
        ("Stage", camel(&krate)),
        ("Layer", camel(&layer)),
        ("STATIC", krate.to_uppercase()),
        ("crate", krate),
        ("layer", layer),
    ];
    for name in CRATES {
        values.push((name, source.dependency(name)?));
    }
    Ok(values)
}

fn camel(snake: &str) -> String {
    let word = |word: &str| {
        let (first, rest) = word.split_at(1);
        first.to_uppercase() + rest
    };
    snake.split('_').map(word).collect()
}
