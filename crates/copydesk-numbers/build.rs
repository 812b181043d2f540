//! Makes the lexicon's tables from `lexicon/*.csv`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

#[path = "src/lexicon/hash.rs"]
mod hash;

/// The roles of a word, as Rust expressions.
#[derive(Default)]
struct Roles {
    numeral: Option<String>,
    unit: Option<usize>,
    currency: Option<usize>,
    time: Option<String>,
    cue: Option<String>,
}

type Words = BTreeMap<String, Roles>;

fn main() {
    let mut words = Words::new();
    for (word, role) in pairs("numerals.csv") {
        put(&mut words.entry(word.clone()).or_default().numeral, role, &word);
    }
    for (word, role) in pairs("cues.csv") {
        put(&mut words.entry(word.clone()).or_default().cue, role, &word);
    }
    for (word, role) in time_files().iter().flat_map(|file| pairs(file)) {
        put(&mut words.entry(word.clone()).or_default().time, role, &word);
    }
    let mut code = String::new();
    table(
        &mut code,
        &mut words,
        "UNITS: &[Unit] = &[",
        "units.csv",
        |name| format!("Unit {{ name: {name:?} }}"),
        |w| &mut w.unit,
    );
    table(
        &mut code,
        &mut words,
        "CURRENCIES: &[Currency] = &[",
        "currencies.csv",
        |code| format!("Currency {{ code: {code:?} }}"),
        |w| &mut w.currency,
    );
    entries(&mut code, &words);
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&out).join("lexicon.rs"), code).expect("the build folder can be written");
}

/// The files of the lexicon of time.
fn time_files() -> Vec<String> {
    let files = fs::read_dir("lexicon").expect("the crate has a lexicon");
    let mut files: Vec<_> = files
        .map(|file| file.expect("it can be listed").file_name().to_string_lossy().into_owned())
        .filter(|name| name.starts_with("time"))
        .collect();
    files.sort();
    files
}

/// The two columns of a file.
fn pairs(file: &str) -> Vec<(String, String)> {
    println!("cargo::rerun-if-changed=lexicon/{file}");
    let text = fs::read_to_string(Path::new("lexicon").join(file)).expect("the lexicon is complete");
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines
        .map(|line| {
            let (left, right) =
                line.split_once(',').unwrap_or_else(|| panic!("{file}: no comma in `{line}`"));
            (left.trim().to_owned(), right.trim().to_owned())
        })
        .collect()
}

fn put<T>(role: &mut Option<T>, with: T, word: &str) {
    assert!(role.is_none(), "`{word}` stands twice in one lexicon");
    *role = Some(with);
}

/// Writes a table of named things, and gives each of their forms its place in it.
fn table(
    code: &mut String,
    words: &mut Words,
    head: &str,
    file: &str,
    row: impl Fn(&str) -> String,
    role: impl Fn(&mut Roles) -> &mut Option<usize>,
) {
    writeln!(code, "static {head}").expect("a String takes all");
    for (at, (name, forms)) in pairs(file).iter().enumerate() {
        writeln!(code, "    {},", row(name)).expect("a String takes all");
        for form in forms.split('|') {
            put(role(words.entry(form.to_owned()).or_default()), at, form);
        }
    }
    code.push_str("];\n");
}

/// Writes entries, keys and the hash index.
fn entries(code: &mut String, words: &Words) {
    assert!(words.len() * 4 < hash::SLOTS, "the lexicon has outgrown its table: raise SLOTS");
    let (mut index, mut keys) = (vec![0_u16; hash::SLOTS], vec![[0_u64; 2]]);
    let mut rows = vec![row(&Roles::default())];
    for (word, roles) in words {
        let key = key(word);
        assert!(!keys.contains(&key), "`{word}` stands twice, in another case");
        keys.push(key);
        rows.push(row(roles));
        let free =
            (0..hash::SLOTS).map(|step| (hash::slot(key) + step) % hash::SLOTS).find(|at| index[*at] == 0);
        index[free.expect("the table is mostly empty")] = (rows.len() - 1) as u16;
    }
    let count = rows.len();
    writeln!(code, "static ENTRIES: [Entry; {count}] = [\n{}];", rows.concat()).expect("a String takes all");
    writeln!(code, "#[expect(clippy::unreadable_literal, reason = \"letters, not numbers\")]\nstatic KEYS: [Key; {count}] = {keys:?};").expect("a String takes all");
    writeln!(code, "static INDEX: [u16; SLOTS] = {index:?};").expect("a String takes all");
}

fn row(roles: &Roles) -> String {
    let variant = |of: &str, role: &Option<String>| format!("{of}::{}", role.as_deref().unwrap_or("None"));
    let place = |of: &str, at: Option<usize>| at.map_or("None".to_owned(), |at| format!("Some({of}({at}))"));
    format!(
        "    Entry::new({}, {}, {}, {}, {}),\n",
        variant("Numeral", &roles.numeral),
        place("UnitId", roles.unit),
        place("CurrencyId", roles.currency),
        variant("TimeWord", &roles.time),
        variant("Cue", &roles.cue),
    )
}

fn key(word: &str) -> hash::Key {
    let len = word.len();
    assert!(len <= hash::LONGEST, "`{word}` is longer than {} bytes", hash::LONGEST);
    let mut bytes = [0; 16];
    bytes[..len].copy_from_slice(word.as_bytes());
    let half = |at: usize| u64::from_le_bytes(bytes[at..at + 8].try_into().expect("eight bytes"));
    hash::key([half(0), half(8)], len)
}
