//! The rules that rewrite numbers, as `copydesk rules` shows them.

use copydesk_core::{Rule, RuleDoc, RuleSource};

use crate::rewrite::{MONEY, NUMBER, NUMERO, ORDINAL, PERCENT, QUANTITY, STYLE, TIME};

/// A rule, what it does, a sentence that it changes with the result, and one that it leaves.
type Shown = (&'static Rule, &'static str, [&'static str; 2], &'static str);

static RULES: [Shown; 8] = [
    (
        &NUMBER,
        "Groups and decimals as other languages write them, and their scales. Which of two readings is meant is decided by all \
         numbers of the text together.",
        ["Some 25 000 people sold 2,5 millions of tyres.", "Some 25,000 people sold 2.5 million of tyres."],
        "Chapters 2,3 and 5 are short.",
    ),
    (
        &PERCENT,
        "Decimals and blanks before a per cent sign, and the words for it.",
        ["Growth reached 5,4 %.", "Growth reached 5.4%."],
        "Growth reached 5.4%.",
    ),
    (
        &MONEY,
        "Sums: the symbol first, scales and decimals in English. No currency is supplied that is not there.",
        ["It is worth 1,5 milliard d'euros, or 450 M€.", "It is worth 1.5 billion euros, or €450 million."],
        "It is worth $1.5bn.",
    ),
    (
        &QUANTITY,
        "Numbers with their units, and ages.",
        [
            "The plot measures 3 000 m2, and he is 32 ans.",
            "The plot measures 3,000 m², and he is 32 years old.",
        ],
        "The plot measures 3,000 square meters.",
    ),
    (
        &ORDINAL,
        "Places in an order by their endings in French.",
        ["She lives on the 21e floor.", "She lives on the 21st floor."],
        "She lives on the 21st floor.",
    ),
    (
        &TIME,
        "Dates and times of day by the names and in the order of another language. A relative date stays as it is.",
        ["The vote is on mercredi 22 février at 20h30.", "The vote is on Wednesday, February 22 at 20:30."],
        "The vote is on 03/04/2023.",
    ),
    (
        &NUMERO,
        "The sign for `number` that English does not have.",
        ["The n°2 of the party left.", "The No. 2 of the party left."],
        "It froze at 2° in the hall.",
    ),
    (
        &STYLE,
        "What another style of English writes, where `rewrite = \"style\"` asks for it.",
        ["Some 45000 people lost €1.2bn, or 61 pct.", "Some 45,000 people lost €1.2 billion, or 61 percent."],
        "The id 4711 stays.",
    ),
];

fn rules() -> Vec<RuleDoc> {
    RULES.iter().map(doc).collect()
}

fn doc((rule, docs, [before, after], keep): &Shown) -> RuleDoc {
    let (pack, class) = rule.id().split_once('/').expect("an id has a pack");
    RuleDoc {
        stage: "numbers".to_owned(),
        id: rule.id().to_owned(),
        pack: pack.to_owned(),
        class: class.to_owned(),
        action: "rewrite".to_owned(),
        grade: rule.grade().to_string(),
        docs: (*docs).to_owned(),
        change: vec![((*before).to_owned(), (*after).to_owned())],
        keep: vec![(*keep).to_owned()],
        harm: None,
    }
}

copydesk_core::__private::inventory::submit! { RuleSource(rules) }

#[cfg(test)]
mod tests {
    use copydesk_core::{Document, Grade, PipelineFile, Registry, Setup};

    use super::*;

    /// A sentence after the stage, and the rules that changed it.
    fn edited(sentence: &str, rewrite: &str) -> (String, Vec<String>) {
        let registry = Registry::linked().expect("one stage of each name");
        let toml = format!("[[stage]]\nuse = \"numbers\"\nrewrite = \"{rewrite}\"");
        let mut file = PipelineFile::parse(&toml);
        let pipeline = file.stages(&registry, &Setup::default()).expect("the pipeline is right");
        let mut document = Document::new("1", sentence);
        pipeline.run(&mut document, &mut pipeline.worker()).expect("the sentence can be read");
        let rules = document.edits().records().iter().map(|edit| edit.rule.id().to_owned()).collect();
        (document.text().to_owned(), rules)
    }

    #[test]
    fn each_rule_does_what_its_sentences_say() {
        for (rule, _, [before, after], keep) in &RULES {
            let rewrite = if rule.grade() == Grade::Style { "style" } else { "artifacts" };
            let (text, rules) = edited(before, rewrite);
            assert_eq!(text, *after);
            assert!(
                rules.iter().any(|id| id.ends_with(rule.id())),
                "`{}` has no part in {before:?}: {rules:?}",
                rule.id()
            );
            assert_eq!(edited(keep, rewrite).0, *keep);
        }
    }
}
