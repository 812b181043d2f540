//! The spelling of English verb and noun forms. Only the build script and the tests use it.

use crate::forms::Forms;

/// What is irregular of a verb.
#[derive(Default)]
pub(crate) struct Irregular {
    /// The past and the participle.
    pub(crate) past: Option<(String, String)>,
    /// Whether the last consonant is doubled though the verb is not short.
    pub(crate) doubles: bool,
}

/// Every form of a verb.
pub(crate) fn inflect(lemma: &str, irregular: Option<&Irregular>) -> Vec<(String, Forms)> {
    let doubles = is_short(lemma) || irregular.is_some_and(|verb| verb.doubles);
    let mut forms = vec![
        (lemma.to_owned(), Forms::BASE),
        (plural(lemma), Forms::S),
        (with_ending(lemma, "ing", doubles), Forms::ING),
    ];
    match irregular.and_then(|verb| verb.past.clone()) {
        Some((past, participle)) => {
            forms.push((past, Forms::PAST));
            forms.push((participle, Forms::PARTICIPLE));
        }
        None => forms.push((with_ending(lemma, "ed", doubles), Forms::PAST.with(Forms::PARTICIPLE))),
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

fn with_ending(lemma: &str, ending: &str, doubles: bool) -> String {
    let ed = ending == "ed";
    if let Some(stem) = lemma.strip_suffix("ie").filter(|_| !ed) {
        return format!("{stem}ying");
    }
    if let Some(stem) = lemma.strip_suffix('e').filter(|stem| ed || !stem.ends_with('e')) {
        return format!("{stem}{ending}");
    }
    match lemma.strip_suffix('y') {
        Some(stem) if ed && !ends_in_vowel(stem) => format!("{stem}ied"),
        _ if doubles => format!("{lemma}{}{ending}", &lemma[lemma.len() - 1..]),
        _ => format!("{lemma}{ending}"),
    }
}

fn ends_in_vowel(stem: &str) -> bool {
    stem.ends_with(['a', 'e', 'i', 'o', 'u'])
}

/// Whether the last consonant of a short verb is doubled: `plan`.
fn is_short(lemma: &str) -> bool {
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
        let irregular = Irregular { past: None, doubles: lemma == "refer" };
        inflect(lemma, Some(&irregular)).pop().expect("four forms").0
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
            ["write", "see", "lie"].map(|lemma| with_ending(lemma, "ing", false)),
            ["writing", "seeing", "lying"]
        );
    }
}
