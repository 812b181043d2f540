//! The manual page of a pack: every rule of it, with its proof.

use copydesk_core::RuleDoc;

use super::{code, table};

/// The names of the packs that rules stand in.
pub(crate) fn packs(rules: &[RuleDoc]) -> Vec<&str> {
    let mut packs: Vec<_> = rules.iter().map(|rule| rule.pack.as_str()).collect();
    packs.sort_unstable();
    packs.dedup();
    packs
}

/// The page of a pack.
pub(crate) fn page(pack: &str, rules: &[RuleDoc]) -> String {
    let of_pack: Vec<_> = rules.iter().filter(|rule| rule.pack == pack).collect();
    let rules: String = of_pack.iter().map(|rule| "\n".to_owned() + &section(rule)).collect();
    format!("# The pack `{pack}`\n{rules}")
}

/// A page that lists the packs.
pub(crate) fn index(rules: &[RuleDoc]) -> String {
    let row = |pack: &str| {
        let of_pack: Vec<_> = rules.iter().filter(|rule| rule.pack == pack).collect();
        let stage = of_pack.first().map_or("", |rule| rule.stage.as_str());
        [
            format!("[`{pack}`]({pack}.md)"),
            format!("[`{stage}`](../stages/{stage}.md)"),
            of_pack.len().to_string(),
        ]
    };
    let rows: Vec<_> = packs(rules).into_iter().map(row).collect();
    format!("# The packs\n\n{}", table(["pack", "stage", "rules"], &rows))
}

/// A rule: what it does and on what evidence, and the sentences that prove it.
pub(crate) fn section(rule: &RuleDoc) -> String {
    let evidence = format!("evidence: {}", rule.grade);
    let mut facts = vec![rule.class.clone(), rule.action.clone(), evidence];
    facts.dedup();
    facts.extend(harm(rule));
    let facts = facts.join(" · ");
    let change: String =
        rule.change.iter().map(|(from, to)| format!("- {} becomes {}\n", code(from), becomes(to))).collect();
    let keep: String = rule.keep.iter().map(|text| format!("- {} stays\n", code(text))).collect();
    let proof =
        if change.is_empty() && keep.is_empty() { String::new() } else { format!("\n{change}{keep}") };
    format!("## `{}`\n\n{facts}\n\n{}\n{proof}", rule.id, rule.docs.trim())
}

/// What an editing rule does to clean news.
fn harm(rule: &RuleDoc) -> Option<String> {
    let harm = rule.harm.filter(|_| matches!(rule.action.as_str(), "rewrite" | "move" | "drop"))?;
    Some(match harm {
        0.0 => "no edit of clean news".to_owned(),
        1.0 => "at most 1 edit per million words of clean news".to_owned(),
        _ => format!("at most {harm} edits per million words of clean news"),
    })
}

fn becomes(text: &str) -> String {
    if text.is_empty() { "nothing".to_owned() } else { code(text) }
}
