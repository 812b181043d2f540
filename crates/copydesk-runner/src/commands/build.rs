//! `copydesk build`: a program that links stages of others too.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

use crate::exit::FAILED;
use crate::scaffold::{Source, path_dependency, write};
use crate::talk::say;

/// Builds a program with the project's stages and those of other crates. Needs Cargo, Rust's build tool.
///
/// A crate is a folder that holds one, or a name in the registry, with a version if it should be of one:
/// `--with ../acronyms --with dashes@1.2`.
#[derive(clap::Args)]
pub(crate) struct Arguments {
    /// A crate that declares stages: a folder, `NAME` or `NAME@VERSION`.
    #[arg(long, value_name = "CRATE", required = true)]
    with: Vec<String>,
    /// Where the program goes.
    #[arg(short, long, value_name = "FILE", default_value = "copydesk-with-stages")]
    output: PathBuf,
    /// The folder of the small Cargo project; it stays, so that the next build is quick.
    #[arg(long, value_name = "DIR", default_value = "copydesk-build")]
    project: PathBuf,
    /// Take Copydesk's crates from a checkout, and not from the registry.
    #[arg(long, value_name = "DIR")]
    copydesk: Option<PathBuf>,
    /// How Cargo builds: `release` is quick to run, `dev` quick to build.
    #[arg(long, value_name = "NAME", default_value = "release")]
    profile: String,
}

/// A crate to link.
struct Linked {
    name: String,
    dependency: String,
}

/// Writes the project and builds it.
pub(crate) fn run(arguments: &Arguments) -> Result<ExitCode, String> {
    let source = Source::of(arguments.copydesk.as_deref())?;
    let linked: Vec<_> = arguments.with.iter().map(|with| linked(with)).collect::<Result<_, _>>()?;
    let manifest = manifest(&source, &linked)?;
    write(&arguments.project.join("Cargo.toml"), &manifest)?;
    write(&arguments.project.join("src/main.rs"), &program(&linked))?;
    say(&format!("building with Cargo in {}", arguments.project.display()));
    let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or("cargo".into()));
    cargo.args(["build", "--profile", &arguments.profile, "--message-format", "json-render-diagnostics"]);
    cargo.current_dir(&arguments.project).stderr(std::process::Stdio::inherit());
    let output = cargo.output().map_err(|error| {
        format!(
            "cannot start cargo: {error}\n`copydesk build` needs Rust's build tool: see https://rustup.rs"
        )
    })?;
    let built = built(&output.stdout).filter(|_| output.status.success());
    let Some(built) = built else {
        say("error: Cargo could not build the program; it says why above");
        return Ok(ExitCode::from(FAILED));
    };
    std::fs::copy(&built, &arguments.output)
        .map_err(|error| format!("cannot write {}: {error}", arguments.output.display()))?;
    say(&format!("wrote {}; `{0} stages` lists its stages", arguments.output.display()));
    Ok(ExitCode::SUCCESS)
}

/// A crate as the command line names it.
fn linked(with: &str) -> Result<Linked, String> {
    let folder = Path::new(with);
    if folder.join("Cargo.toml").exists() {
        return Ok(Linked {
            name: package(&folder.join("Cargo.toml"))?,
            dependency: path_dependency(folder)?,
        });
    }
    let (name, version) = with.split_once('@').unwrap_or((with, "*"));
    let plain = |c: char| c.is_ascii_alphanumeric() || c == '-' || c == '_';
    if name.is_empty() || !name.chars().all(plain) || version.contains(['"', '\\', '\n']) {
        return Err(format!("`{with}` is neither a folder with a Cargo.toml nor the name of a crate"));
    }
    Ok(Linked { name: name.to_owned(), dependency: format!("\"{version}\"") })
}

/// The name of the package that a manifest describes.
fn package(manifest: &Path) -> Result<String, String> {
    let shown = manifest.display();
    let text = std::fs::read_to_string(manifest).map_err(|error| format!("cannot read {shown}: {error}"))?;
    let table: toml::Table = text.parse().map_err(|error| format!("{shown}: {error}"))?;
    let name = table.get("package").and_then(|package| package.get("name")?.as_str());
    name.map(str::to_owned).ok_or_else(|| format!("{shown} describes no package"))
}

fn manifest(source: &Source<'_>, linked: &[Linked]) -> Result<String, String> {
    let mut manifest = format!(
        "# Written by `copydesk build`.\n[package]\nname = \"copydesk-with-stages\"\nversion = \"0.0.0\"\nedition = \"2024\"\npublish = false\n\n\
         [workspace]\n\n[profile.release]\nlto = \"thin\"\n\n[dependencies]\ncopydesk-runner = {}\ncopydesk-stages = {}\n",
        source.dependency("copydesk-runner")?,
        source.dependency("copydesk-stages")?,
    );
    for Linked { name, dependency } in linked {
        manifest += &format!("{name} = {dependency}\n");
    }
    Ok(manifest)
}

fn program(linked: &[Linked]) -> String {
    let uses: String =
        linked.iter().map(|krate| format!("use {} as _;\n", krate.name.replace('-', "_"))).collect();
    format!(
        "//! Written by `copydesk build`.\n\nuse copydesk_stages as _;\n{uses}\nfn main() -> std::process::ExitCode {{\n    copydesk_runner::main()\n}}\n"
    )
}

/// The program that Cargo says it has built.
fn built(messages: &[u8]) -> Option<PathBuf> {
    let messages = messages.split(|b| *b == b'\n').rev();
    let mut values = messages.filter_map(|line| serde_json::from_slice::<serde_json::Value>(line).ok());
    values.find_map(|message| message["executable"].as_str().map(PathBuf::from))
}
