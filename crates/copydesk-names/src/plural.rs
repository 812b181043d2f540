//! Plurals of nouns.

/// The plural of a noun, as regular nouns and the few others of the lexicon form it.
pub(crate) fn plural(noun: &str) -> String {
    let with = |cut: usize, ending: &str| format!("{}{ending}", &noun[..noun.len() - cut]);
    match noun {
        "person" => "persons".to_owned(),
        "child" | "grandchild" => with(0, "ren"),
        "wife" | "midwife" | "housewife" => with(2, "ves"),
        "thief" => "thieves".to_owned(),
        "alumnus" => "alumni".to_owned(),
        "alumna" => "alumnae".to_owned(),
        _ if noun.contains("-in-law") => noun.replacen("-in-law", "s-in-law", 1),
        _ if noun.ends_with("man") => with(2, "en"),
        _ if noun.ends_with(['s', 'x']) || noun.ends_with("ch") || noun.ends_with("sh") => with(0, "es"),
        _ if ends_in_consonant_y(noun) => with(1, "ies"),
        _ => with(0, "s"),
    }
}

fn ends_in_consonant_y(noun: &str) -> bool {
    noun.strip_suffix('y').is_some_and(|stem| !stem.ends_with(['a', 'e', 'o', 'u']))
}
