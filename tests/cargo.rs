//! Building crates outside the workspace, with what its own build has left behind.

use std::path::{Path, PathBuf};
use std::process::Command;
use std::{env, fs};

/// An empty folder of a name that stays, so that Cargo builds again only what has changed.
pub(crate) fn fresh_folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join(name);
    let _was_not_there = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).expect("the target folder is writable");
    folder
}

/// What a command of a shell says, which must succeed.
pub(crate) fn run(folder: &Path, command: &str) -> String {
    let output = Command::new("sh")
        .args(["-ec", command])
        .current_dir(folder)
        .env("CARGO_TARGET_DIR", Path::new(env!("CARGO_TARGET_TMPDIR")).join("target"))
        .env("CARGO_NET_OFFLINE", "true")
        .env("CARGO_PROFILE_DEV_DEBUG", "line-tables-only")
        .env("CARGO_TERM_COLOR", "never")
        .env_remove("BLESS")
        .output()
        .expect("there is a shell");
    let said = String::from_utf8_lossy(&output.stdout) + String::from_utf8_lossy(&output.stderr);
    assert!(output.status.success(), "{command}\n{said}");
    said.into_owned()
}
