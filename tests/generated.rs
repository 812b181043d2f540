//! Files of the project that the program writes, and the check that they are current.

use std::collections::BTreeMap;
use std::path::Path;
use std::{env, fs};

/// Compares the files that were written into a folder with those of a folder of the project
/// whose names end in the same way; with `BLESS=1` set, accepts them.
pub(crate) fn compare(written: &Path, folder: &str, end: &str) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(folder);
    let (is, was) = (files(written, end), files(&folder, end));
    if is == was {
        return;
    }
    if env::var_os("BLESS").is_some() {
        bless(&folder, &is, &was);
        return;
    }
    let names: Vec<_> = is.keys().chain(was.keys()).filter(|name| is.get(*name) != was.get(*name)).collect();
    panic!("not current in {}: {names:?}; BLESS=1 cargo test -p copydesk writes them", folder.display());
}

fn files(folder: &Path, end: &str) -> BTreeMap<String, String> {
    let Ok(entries) = fs::read_dir(folder) else { return BTreeMap::new() };
    let paths = entries.map(|entry| entry.expect("the folder can be read").path());
    let named = paths.filter_map(|path| Some((path.file_name()?.to_str()?.to_owned(), path)));
    let read = |(name, path)| (name, fs::read_to_string(path).expect("the file can be read"));
    named.filter(|(name, _)| name.ends_with(end)).map(read).collect()
}

fn bless(folder: &Path, is: &BTreeMap<String, String>, was: &BTreeMap<String, String>) {
    fs::create_dir_all(folder).expect("the project can be written");
    for name in was.keys().filter(|name| !is.contains_key(*name)) {
        fs::remove_file(folder.join(name)).expect("the project can be written");
    }
    for (name, text) in is {
        fs::write(folder.join(name), text).expect("the project can be written");
    }
}
