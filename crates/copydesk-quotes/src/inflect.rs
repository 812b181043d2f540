//! The spelling of English verb and noun forms. Only the build script and the tests use it.

use crate::forms::Forms;

/// Every form of a verb, given its past and participle if they are irregular.
pub(crate) fn inflect(lemma: &str, irregular: Option<(&str, &str)>) -> Vec<(String, Forms)> {
    let mut forms = vec![
        (lemma.to_owned(), Forms::BASE),
        (plural(lemma), Forms::S),
        (with_ending(lemma, "ing"), Forms::ING),
    ];
    match irregular {
        Some((past, participle)) => {
            forms.push((past.to_owned(), Forms::PAST));
            forms.push((participle.to_owned(), Forms::PARTICIPLE));
        }
        None => forms.push((with_ending(lemma, "ed"), Forms::PAST.with(Forms::PARTICIPLE))),
    }
    forms
}

/// A noun's plural, which is also a verb's third person.
pub(crate) fn plural(lemma: &str) -> String {
    let hissing = ["s", "x", "z", "ch", "sh", "o"].iter().any(|end| lemma.ends_with(end));
    match lemma.strip_suffix('y') {
        Some(stem) if !ends_in_vowel(stem) => format!("{stem}ies"),
        _ if hissing => format!("{lemma}es"),
        _ => format!("{lemma}s"),
    }
}

fn with_ending(lemma: &str, ending: &str) -> String {
    let ed = ending == "ed";
    if let Some(stem) = lemma.strip_suffix("ie").filter(|_| !ed) {
        return format!("{stem}ying");
    }
    if let Some(stem) = lemma.strip_suffix('e').filter(|stem| ed || !stem.ends_with('e')) {
        return format!("{stem}{ending}");
    }
    match lemma.strip_suffix('y') {
        Some(stem) if ed && !ends_in_vowel(stem) => format!("{stem}ied"),
        _ if doubles(lemma) => format!("{lemma}{}{ending}", &lemma[lemma.len() - 1..]),
        _ => format!("{lemma}{ending}"),
    }
}

fn ends_in_vowel(stem: &str) -> bool {
    stem.ends_with(['a', 'e', 'i', 'o', 'u'])
}

/// Verbs whose last consonant is doubled: short ones (`plan`), and those stressed at the end.
fn doubles(lemma: &str) -> bool {
    const STRESSED: [&str; 14] = [
        "admit", "allot", "commit", "compel", "concur", "confer", "deter", "expel", "infer", "occur", "omit",
        "permit", "refer", "regret",
    ];
    if STRESSED.contains(&lemma)
        || matches!(lemma, "prefer" | "rebut" | "submit" | "transfer" | "begin" | "control")
    {
        return true;
    }
    let [.., before, vowel, last] = lemma.as_bytes() else { return false };
    let is_vowel = |byte: &u8| b"aeiou".contains(byte);
    let vowels = lemma.bytes().filter(is_vowel).count() - usize::from(lemma.starts_with("qu"));
    let consonant = !is_vowel(before) || lemma.starts_with("qu") && lemma.len() == 4;
    vowels == 1 && is_vowel(vowel) && consonant && !is_vowel(last) && !b"wxy".contains(last)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn past(lemma: &str) -> String {
        inflect(lemma, None).pop().expect("four forms").0
    }

    #[test]
    fn the_past_is_spelled_as_english_spells_it() {
        let pasts = ["plan", "quip", "refer", "deny", "agree", "argue", "visit", "play", "email"].map(past);
        assert_eq!(
            pasts,
            ["planned", "quipped", "referred", "denied", "agreed", "argued", "visited", "played", "emailed"]
        );
    }

    #[test]
    fn ing_drops_a_silent_e_only() {
        assert_eq!(
            ["write", "see", "lie"].map(|lemma| with_ending(lemma, "ing")),
            ["writing", "seeing", "lying"]
        );
    }
}
