//! A folder for a test, with files in it and a pipeline.

use std::process::{Command, Output};

use tempfile::TempDir;

/// A folder in which the program runs; removed at the end.
pub(crate) struct Workshop(TempDir);

impl Workshop {
    /// A folder with the files, and `pipeline.toml` with the stage `wire`.
    pub(crate) fn new(files: &[(&str, &str)]) -> Self {
        let shop = Self(tempfile::tempdir().expect("a folder for the test"));
        shop.write("pipeline.toml", b"[[stage]]\nuse = \"wire\"\n");
        for (name, text) in files {
            shop.write(name, text.as_bytes());
        }
        shop
    }

    /// Writes a file.
    pub(crate) fn write(&self, name: &str, bytes: &[u8]) {
        let path = self.0.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a file lies in a folder"))
            .expect("the folder is writable");
        std::fs::write(path, bytes).expect("the folder is writable");
    }

    /// The bytes of a file.
    pub(crate) fn bytes(&self, name: &str) -> Vec<u8> {
        std::fs::read(self.0.path().join(name)).unwrap_or_else(|error| panic!("{name}: {error}"))
    }

    /// The text of a file.
    pub(crate) fn text(&self, name: &str) -> String {
        String::from_utf8(self.bytes(name)).expect("the file is text")
    }

    /// The whole path of a file.
    pub(crate) fn path(&self, name: &str) -> String {
        self.0.path().join(name).to_string_lossy().into_owned()
    }

    /// `copydesk run pipeline.toml` in the folder, with more arguments.
    pub(crate) fn run(&self, arguments: &[&str]) -> Output {
        self.command("run").arg("pipeline.toml").args(arguments).output().expect("the program starts")
    }

    /// A subcommand, to be run in the folder.
    pub(crate) fn command(&self, name: &str) -> Command {
        let mut command = Command::new(env!("CARGO_BIN_EXE_copydesk"));
        command.current_dir(self.0.path()).arg(name);
        command
    }
}
