//! The tags of `lexicon/words.csv` and the groups of `lexicon/groups.csv`.

use crate::groups::Groups;

/// The variant of `Tag` that `words.csv` names.
pub(crate) fn variant(tag: &str) -> &'static str {
    match tag {
        "det" => "Det",
        "poss" => "Poss",
        "subject" => "Subject",
        "object" => "Object",
        "pronoun" => "Pronoun",
        "there" => "There",
        "prep" => "Prep",
        "to" => "To",
        "cc" => "Cc",
        "sub" => "Sub",
        "wh" => "Wh",
        "that" => "That",
        "modal" => "Modal",
        "subjectmodal" => "SubjectModal",
        "be" => "Be",
        "have" => "Have",
        "do" => "Do",
        "neg" => "Neg",
        "adverb" => "Adverb",
        "particle" => "Particle",
        "time" | "month" => "Time",
        "number" => "Number",
        "adjective" => "Adjective",
        "noun" => "Noun",
        "plural" => "Plural",
        other => panic!("no tag is called `{other}`"),
    }
}

/// The group that `groups.csv` names.
pub(crate) fn group(name: &str) -> Groups {
    match name {
        "cause" => Groups::CAUSE,
        "make" => Groups::MAKE,
        "find" => Groups::FIND,
        "utter" => Groups::UTTER,
        "minded" => Groups::MINDED,
        "remark" => Groups::REMARK,
        "label" => Groups::LABEL,
        "measure" => Groups::MEASURE,
        other => panic!("no group is called `{other}`"),
    }
}
