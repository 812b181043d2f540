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
    nation: Option<usize>,
    time: Option<String>,
    cue: Option<String>,
}

type Words = BTreeMap<String, Roles>;

fn main() {
    let mut words = Words::new();
    roles(&mut words, "numerals.csv", |roles| &mut roles.numeral);
    roles(&mut words, "cues.csv", |roles| &mut roles.cue);
    for file in time_files() {
        roles(&mut words, &file, |roles| &mut roles.time);
    }
    let mut code = String::new();
    table(&mut code, &mut words, "UNITS: &[UnitWord]", "units.csv", unit, |roles| &mut roles.unit);
    table(&mut code, &mut words, "CURRENCIES: &[Currency]", "currencies.csv", currency, |roles| {
        &mut roles.currency
    });
    table(&mut code, &mut words, "NATIONS: &[Nation]", "nations.csv", nation, |roles| &mut roles.nation);
    entries(&mut code, &words);
    let out = env::var_os("OUT_DIR").expect("cargo sets it");
    fs::write(Path::new(&out).join("lexicon.rs"), code).expect("the build folder can be written");
}

/// Gives each word of a file its role.
fn roles(words: &mut Words, file: &str, role: impl Fn(&mut Roles) -> &mut Option<String>) {
    for row in rows(file) {
        let [word, variant] = row.as_slice() else { panic!("{file}: {row:?} has not two columns") };
        put(role(words.entry(word.clone()).or_default()), variant.clone(), word);
    }
}

fn unit(row: &[String]) -> String {
    format!("UnitWord {{ name: {:?}, dimension: Dimension::{} }}", row[0], row[1])
}

fn currency(row: &[String]) -> String {
    format!("Currency {{ code: {:?}, family: Family::{}, sense: Sense::{} }}", row[0], row[1], row[2])
}

fn nation(row: &[String]) -> String {
    let money = row[1].split('|').map(|pair| {
        let (family, code) = pair.split_once('=').expect("money is family=code");
        format!("(Family::{family}, {code:?})")
    });
    format!("Nation {{ money: &[{}] }}", money.collect::<Vec<_>>().join(", "))
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

/// The rows of a file, in columns.
fn rows(file: &str) -> Vec<Vec<String>> {
    println!("cargo::rerun-if-changed=lexicon/{file}");
    let text = fs::read_to_string(Path::new("lexicon").join(file)).expect("the lexicon is complete");
    let lines = text.lines().filter(|line| !line.starts_with('#') && !line.trim().is_empty());
    lines.map(|line| line.split(',').map(|cell| cell.trim().to_owned()).collect()).collect()
}

fn put<T>(role: &mut Option<T>, with: T, word: &str) {
    assert!(role.is_none(), "`{word}` stands twice in one lexicon");
    *role = Some(with);
}

/// Writes a table, and gives each form in the last column of its file its place in it.
fn table(
    code: &mut String,
    words: &mut Words,
    head: &str,
    file: &str,
    written: impl Fn(&[String]) -> String,
    role: impl Fn(&mut Roles) -> &mut Option<usize>,
) {
    writeln!(code, "static {head} = &[").expect("a String takes all");
    for (at, row) in rows(file).iter().enumerate() {
        writeln!(code, "    {},", written(row)).expect("a String takes all");
        for form in row.last().expect("a row has columns").split('|') {
            put(role(words.entry(form.to_owned()).or_default()), at, form);
        }
    }
    code.push_str("];\n");
}

/// Writes entries, keys and the hash index.
fn entries(code: &mut String, words: &Words) {
    let mut keys = vec![[0_u64; 2]];
    let mut rows = vec![row(&Roles::default())];
    for (word, roles) in words {
        let key = key(word);
        assert!(!keys.contains(&key), "`{word}` stands twice, in another case");
        keys.push(key);
        rows.push(row(roles));
    }
    let (mix, steps, index) =
        mixes().find_map(|mix| hashed(&keys, mix)).expect("the lexicon has outgrown its table: raise SLOTS");
    // As many as there are slots, so that an index needs no check.
    rows.resize(hash::SLOTS, row(&Roles::default()));
    keys.resize(hash::SLOTS, [0, 0]);
    writeln!(code, "static ENTRIES: [Entry; SLOTS] = [\n{}];", rows.concat()).expect("a String takes all");
    let unread = "#[expect(clippy::unreadable_literal, reason = \"letters, not numbers\")]";
    let half = |half: usize| keys.iter().map(|key| key[half]).collect::<Vec<u64>>();
    let (low, high) = (half(0), half(1));
    writeln!(code, "{unread}\nstatic HIGH: [u64; SLOTS] = {high:?};").expect("a String takes all");
    writeln!(code, "const INDEX: [u16; SLOTS] = {index:?};").expect("a String takes all");
    let table = format!("Table {{ steps: {steps:?}, codes: codes(), low: {low:?} }}");
    writeln!(code, "{unread}\nstatic TABLE: Table = {table};").expect("a String takes all");
    writeln!(code, "{unread}\nconst MIX: u64 = {mix};").expect("a String takes all");
}

/// Odd numbers to try.
fn mixes() -> impl Iterator<Item = u64> {
    (1..1000_u64).map(|n| n.wrapping_mul(0x9E37_79B9_7F4A_7C15).rotate_left(n as u32) | 1)
}

/// A step for each group of keys, so that every key has a slot of its own, and the key in each slot.
fn hashed(keys: &[hash::Key], mix: u64) -> Option<(u64, Vec<u16>, Vec<u16>)> {
    let (mut steps, mut index) = (vec![0_u16; hash::GROUPS], vec![0_u16; hash::SLOTS]);
    let mut groups = vec![Vec::new(); hash::GROUPS];
    for (at, key) in keys.iter().enumerate().skip(1) {
        groups[hash::Hash::of(*key, mix).group].push(at);
    }
    let mut order: Vec<usize> = (0..hash::GROUPS).collect();
    order.sort_by_key(|group| std::cmp::Reverse(groups[*group].len()));
    for group in order {
        let slots = |step| {
            groups[group].iter().map(|at| hash::Hash::of(keys[*at], mix).slot(step)).collect::<Vec<_>>()
        };
        let free = |slots: &[usize]| {
            slots.iter().enumerate().all(|(i, slot)| index[*slot] == 0 && !slots[..i].contains(slot))
        };
        steps[group] = (0..hash::SLOTS as u16).find(|step| free(&slots(*step)))?;
        let taken = slots(steps[group]);
        taken.iter().zip(&groups[group]).for_each(|(slot, at)| index[*slot] = *at as u16);
    }
    Some((mix, steps, index))
}

fn row(roles: &Roles) -> String {
    let variant = |of: &str, role: &Option<String>| format!("{of}::{}", role.as_deref().unwrap_or("None"));
    let place = |of: &str, at: Option<usize>| at.map_or("None".to_owned(), |at| format!("Some({of}({at}))"));
    format!(
        "    Entry::new({}, {}, {}, {}, {}, {}),\n",
        variant("Numeral", &roles.numeral),
        place("UnitId", roles.unit),
        place("CurrencyId", roles.currency),
        place("NationId", roles.nation),
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
