//! Writes a corpus that looks like news: records of JSONL on standard output, the same for the same arguments.
//!
//! ```text
//! cargo run --release --example corpus -- SIZE_IN_MB [SEED] > corpus.jsonl
//! ```

use std::io::{self, BufWriter, Write};

const PEOPLE: [&str; 12] = [
    "Anna Berg",
    "Tomás Oliva",
    "Mary Okafor",
    "Jean Lacroix",
    "Priya Raman",
    "Karl Stein",
    "Lena Novak",
    "Omar Haddad",
    "Ruth Ames",
    "Ivan Petrov",
    "Sofia Conti",
    "David Mensah",
];
const TITLES: [&str; 8] = [
    "Prime Minister",
    "spokeswoman",
    "Foreign Minister",
    "analyst",
    "President",
    "lawyer",
    "mayor",
    "chief economist",
];
const PLACES: [&str; 10] = [
    "ARLEN",
    "PORT SELBY",
    "NORDHAVEN",
    "SAN TELMO",
    "KESTREL BAY",
    "VALDORO",
    "EASTMERE",
    "LISKA",
    "MONTCLAIR",
    "TARN",
];
const VERBS: [&str; 8] =
    ["said", "told reporters", "warned", "announced", "added", "argued", "has said", "explained"];
const SYLLABLES: [&str; 24] = [
    "ment", "tion", "re", "con", "pro", "ing", "der", "al", "ist", "per", "lo", "ver", "ta", "si", "gra",
    "no", "min", "un", "cer", "ed", "pol", "mar", "for", "ly",
];
const SMALL: [&str; 20] = [
    "the", "of", "to", "a", "in", "and", "that", "for", "on", "with", "as", "by", "at", "from", "its", "his",
    "their", "has", "was", "would",
];

/// A generator of numbers: `SplitMix64`.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut x = self.0;
        x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        usize::try_from((x ^ (x >> 31)) % sides as u64).unwrap_or(0)
    }

    fn pick<'a>(&mut self, list: &[&'a str]) -> &'a str {
        list[self.roll(list.len())]
    }

    /// A number that is small more often than not.
    fn skewed(&mut self, sides: usize) -> usize {
        let first = self.roll(sides);
        self.roll(first + 1)
    }
}

fn vocabulary(dice: &mut Dice) -> Vec<String> {
    (0..20_000).map(|_| (0..=dice.roll(3)).map(|_| dice.pick(&SYLLABLES)).collect()).collect()
}

fn clause(words: &[String], dice: &mut Dice, to: &mut String) {
    for i in 0..6 + dice.roll(14) {
        to.push_str(if i == 0 { "" } else { " " });
        match dice.roll(20) {
            0..9 => to.push_str(dice.pick(&SMALL)),
            9 => to.push_str(&(1 + dice.skewed(4000)).to_string()),
            _ => to.push_str(&words[dice.skewed(words.len())]),
        }
    }
}

fn sentence(words: &[String], dice: &mut Dice, to: &mut String) {
    let (person, title, verb) = (dice.pick(&PEOPLE), dice.pick(&TITLES), dice.pick(&VERBS));
    match dice.roll(5) {
        0 => {
            to.push('“');
            clause(words, dice, to);
            to.push_str(&format!(",” {verb} {title} {person}."));
        }
        1 => {
            to.push_str(&format!("{person} {verb} that "));
            clause(words, dice, to);
            to.push('.');
        }
        2 => {
            to.push_str(&format!("Some ${}.{} million ", dice.roll(900), dice.roll(10)));
            clause(words, dice, to);
            to.push('.');
        }
        _ => {
            to.push_str("The ");
            clause(words, dice, to);
            to.push_str(", ");
            clause(words, dice, to);
            to.push('.');
        }
    }
}

fn story(words: &[String], dice: &mut Dice) -> String {
    let mut text = format!("{}, March {} (Newswire) – ", dice.pick(&PLACES), 1 + dice.roll(31));
    for _ in 0..2 + dice.roll(8) {
        for _ in 0..=dice.roll(3) {
            sentence(words, dice, &mut text);
            text.push(' ');
        }
        text.pop();
        text.push_str("\\n\\n");
    }
    text
}

fn main() -> io::Result<()> {
    let argument = |n: usize, default: u64| {
        std::env::args().nth(n).and_then(|text| text.parse().ok()).unwrap_or(default)
    };
    let (size, seed) = (argument(1, 10) * 1_000_000, argument(2, 1));
    let mut dice = Dice(seed);
    let words = vocabulary(&mut dice);
    let mut out = BufWriter::new(io::stdout().lock());
    let (mut id, mut written) = (0_u64, 0);
    while written < size {
        let (text, day) = (story(&words, &mut dice), 1 + dice.roll(28));
        let line = format!(
            "{{\"id\": \"{seed}-{id}\", \"published\": \"2024-03-{day:02}\", \"text\": \"{text}\"}}\n"
        );
        out.write_all(line.as_bytes())?;
        written += line.len() as u64;
        id += 1;
    }
    out.flush()
}
