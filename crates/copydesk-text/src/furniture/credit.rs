//! Credits at a story's end: `(Reporting by …; editing by …)`, `(French version by …)`, `© Agency`.

use std::sync::LazyLock;

static PHRASES: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
    include_str!("../../lexicon/credits.csv")
        .lines()
        .filter(|line| !line.starts_with('#'))
        .skip(1)
        .filter_map(|line| Some(line.split_once(',')?.0))
        .collect()
});

/// No credit is longer, in bytes.
const LONGEST: usize = 600;

/// Whether a line is a credit.
#[must_use]
pub fn is_credit(line: &str) -> bool {
    if line.len() > LONGEST {
        return false;
    }
    line.starts_with('©') || line.starts_with(['(', '[']) && is_bracketed_credit(line)
}

fn is_bracketed_credit(line: &str) -> bool {
    let Some(inner) = line[1..].trim_end_matches('.').strip_suffix([')', ']']) else { return false };
    let lower = inner.to_lowercase();
    is_agency_tag(inner)
        || PHRASES.iter().any(|phrase| lower.starts_with(phrase) || has_clause(&lower, phrase))
}

/// Whether one of the clauses after a semicolon opens with the phrase.
fn has_clause(lower: &str, phrase: &str) -> bool {
    lower.split([';', ',']).skip(1).any(|clause| clause.trim_start().starts_with(phrase))
}

/// A lone tag such as `(dpa)` or `(ANSA)`.
fn is_agency_tag(inner: &str) -> bool {
    (2..=6).contains(&inner.len()) && inner.bytes().all(|byte| byte.is_ascii_alphabetic() || byte == b'/')
}
