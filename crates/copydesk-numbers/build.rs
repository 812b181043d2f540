//! Makes the lexicon's tables from `lexicon/*.csv`.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::path::Path;
use std::{env, fs};

use copydesk_words::{Layout, Size, key_of, lay_out};

/// About twice as many places as words.
const SIZE: Size = Size { places: 1 << 12, groups: 1 << 10 };

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

/// Writes entries and keys, and which of them stands at each place.
fn entries(code: &mut String, words: &Words) {
    let key = |word: &String| key_of(word.as_bytes()).unwrap_or_else(|| panic!("`{word}` is too long"));
    let mut keys: Vec<_> = words.keys().map(key).collect();
    let Layout { mix, moves, places } =
        lay_out(&keys, SIZE).expect("a word stands twice, in another case, or the table is too small");
    let index: Vec<_> = places.iter().map(|word| word.map_or(0, |word| word + 1)).collect();
    // The first is that of unknown words; as many as there are places, so that an index needs no check.
    let mut rows = vec![row(&Roles::default())];
    rows.extend(words.values().map(row));
    rows.resize(SIZE.places, row(&Roles::default()));
    keys.insert(0, [0; 2]);
    keys.resize(SIZE.places, [0; 2]);
    let unread = "#[expect(clippy::unreadable_literal, reason = \"letters, not numbers\")]";
    let half = |half: usize| keys.iter().map(|key| key[half]).collect::<Vec<u64>>();
    let (low, high) = (half(0), half(1));
    write!(
        code,
        "const SIZE: Size = {SIZE:?};\n\
         static ENTRIES: [Entry; SIZE.places] = [\n{}];\n\
         {unread}\nstatic HIGH: [u64; SIZE.places] = {high:?};\n\
         const INDEX: [u16; SIZE.places] = {index:?};\n\
         {unread}\nstatic TABLE: Table = Table {{ moves: {moves:?}, codes: codes(), low: {low:?} }};\n\
         {unread}\nconst MIX: u64 = {mix};\n",
        rows.concat()
    )
    .expect("a String takes all");
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
