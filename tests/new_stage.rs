//! `copydesk new-stage` and `copydesk build`.

use std::fs;
use std::path::Path;

use crate::cargo::{fresh_folder, run};
use crate::program::{copydesk, said};

const PROGRAM: &str = env!("CARGO_BIN_EXE_copydesk");
const ROOT: &str = env!("CARGO_MANIFEST_DIR");

/// The versions that the project itself builds with.
fn lock(folder: &Path) {
    fs::create_dir_all(folder).expect("the target folder is writable");
    fs::copy(Path::new(ROOT).join("Cargo.lock"), folder.join("Cargo.lock")).expect("it is writable");
}

#[test]
fn a_new_stage_passes_its_tests_and_is_in_its_program_and_in_one_that_is_built_with_it() {
    let folder = fresh_folder("new-stage");
    run(&folder, &format!("'{PROGRAM}' new-stage place-names --copydesk '{ROOT}'"));
    lock(&folder.join("place-names"));
    let tests = run(&folder.join("place-names"), "cargo test --workspace");
    assert!(tests.contains("it_takes_any_text ... ok"), "{tests}");
    let listed = run(&folder.join("place-names"), "cargo run -q -p place-names-desk -- stages");
    assert!(listed.contains("place-names  finds words") && listed.contains("wire "), "{listed}");
    let tested = run(&folder.join("place-names"), "cargo run -q -p place-names-desk -- test pipeline.toml");
    assert!(tested.contains("1 test passed"), "{tested}");

    lock(&folder.join("built"));
    let command = format!(
        "'{PROGRAM}' build --with place-names --copydesk '{ROOT}' --project built -o mine --profile dev"
    );
    assert!(run(&folder, &command).contains("wrote mine"));
    assert!(run(&folder, "./mine stages place-names").contains("# place-names"));
}

#[test]
fn a_name_that_no_declaration_would_take_is_refused() {
    for (name, told) in [
        ("Place", "`Place` is no name for a stage"),
        ("a--b", "`a--b` is no name for a stage"),
        ("9-lives", "is no name for a stage"),
        ("wire", "there is a stage `wire` already, from copydesk-wire"),
    ] {
        let output = copydesk(&["new-stage", name, "--path", "nowhere/at-all"]);
        assert_eq!(output.status.code(), Some(2));
        assert!(said(&output).contains(told), "{}", said(&output));
    }
    let output = copydesk(&["new-stage", "names-of-ships", "--path", "src", "--copydesk", "nowhere"]);
    assert_eq!(output.status.code(), Some(2), "{}", said(&output));
}

#[test]
fn what_is_no_crate_is_not_built() {
    let output = copydesk(&["build", "--with", "no such crate"]);
    assert_eq!(output.status.code(), Some(2));
    assert!(
        said(&output).contains("neither a folder with a Cargo.toml nor the name of a crate"),
        "{}",
        said(&output)
    );
}
