//! What a user may read of a rule.

/// A rule as `copydesk rules` shows it.
#[derive(Clone, Debug, serde::Serialize)]
pub struct RuleDoc {
    /// The stage that applies it.
    pub stage: String,
    /// The stable id, without the stage.
    pub id: String,
    /// The pack it stands in.
    pub pack: String,
    /// What kind of mistake it is about.
    pub class: String,
    /// `rewrite`, `move`, `drop` or `flag`.
    pub action: String,
    /// The evidence it needs.
    pub grade: String,
    /// What it does and why, in Markdown.
    pub docs: String,
    /// Sentences that must change, with the result.
    pub change: Vec<(String, String)>,
    /// Sentences that must not.
    pub keep: Vec<String>,
    /// Its most edits per million words of clean news.
    pub harm: Option<f64>,
}

/// A crate's list of rules, submitted through `inventory`.
pub struct RuleSource(pub fn() -> Vec<RuleDoc>);

inventory::collect!(RuleSource);

/// Every rule that is linked into the program, by stage and id.
#[must_use]
pub fn rule_docs() -> Vec<RuleDoc> {
    let mut all: Vec<_> = inventory::iter::<RuleSource>.into_iter().flat_map(|source| (source.0)()).collect();
    all.sort_by(|a, b| (&a.stage, &a.id).cmp(&(&b.stage, &b.id)));
    all
}
