//! The report as a page that stands for itself.

use super::{Layer, Report, Rule, Sample};
use crate::html::{escaped, page as whole};
use crate::run::manifest::{Manifest, Stage};
use crate::talk::count;

/// The page. `manifest` is that of the run, where there is one.
pub(crate) fn page(name: &str, report: &Report, manifest: Option<&Manifest>) -> String {
    let rules = report.rules_by_edits();
    let edits: u64 = rules.iter().map(|(_, rule)| rule.edits).sum();
    let annotations: u64 = report.layers.values().map(|layer| layer.annotations).sum();
    let facts = [
        number(report.documents, "document", "documents"),
        format!("{} of them edited", grouped(report.edited)),
        number(edits, "edit", "edits"),
        number(annotations, "annotation", "annotations"),
    ];
    let body = format!(
        "<h1>{}</h1>\n<p class=\"facts\">{}</p>\n{}{}{}",
        escaped(name),
        facts.join(" · "),
        manifest.map_or(String::new(), run),
        edits_part(&rules),
        report.layers.iter().map(|(name, layer)| layer_part(name, layer)).collect::<String>()
    );
    whole(&format!("{name} – report"), include_str!("report.css"), &body, "")
}

fn number(n: u64, one: &str, more: &str) -> String {
    format!("{} {}", grouped(n), if n == 1 { one } else { more })
}

/// A number with its digits in threes.
fn grouped(n: u64) -> String {
    let digits = n.to_string();
    let mut out = String::new();
    for (i, digit) in digits.chars().enumerate() {
        if i > 0 && (digits.len() - i).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

/// What the manifest says of the run.
fn run(manifest: &Manifest) -> String {
    let total = manifest.total();
    let facts = format!(
        "{} by {}, copydesk {}: {} read, {} written, {} dropped, {} failed, {} unreadable; {:.1} s",
        escaped(&manifest.status),
        escaped(&manifest.config.path),
        escaped(&manifest.copydesk),
        grouped(total.read),
        grouped(total.written),
        grouped(total.dropped()),
        grouped(total.failed()),
        grouped(total.unreadable()),
        manifest.seconds,
    );
    let rows: String = manifest.stages.iter().map(stage).collect();
    format!(
        "<h2>The run</h2>\n<p>{facts}</p>\n<table><thead><tr><th>stage<th class=\"n\">documents<th class=\"n\">edits<th class=\"n\">annotations\
         <th class=\"n\">dropped<th class=\"n\">failed<th class=\"n\">seconds<th class=\"n\">MB/s</tr></thead>\n{rows}</table>\n"
    )
}

fn stage(stage: &Stage) -> String {
    let tally = &stage.tally;
    let counts =
        [tally.documents, tally.edits, tally.annotations, tally.dropped.values().sum(), tally.failed];
    let cells: String = counts.iter().map(|n| cell(&grouped(*n))).collect();
    let (seconds, rate) = (format!("{:.2}", tally.seconds), format!("{:.1}", tally.rate()));
    format!("<tr><td>{}</td>{cells}{}{}</tr>\n", escaped(&stage.version.name), cell(&seconds), cell(&rate))
}

fn cell(text: &str) -> String {
    format!("<td class=\"n\">{text}</td>")
}

fn edits_part(rules: &[(&str, &Rule)]) -> String {
    if rules.is_empty() {
        return String::new();
    }
    let rows: String = rules.iter().map(|(name, rule)| rule_row(name, rule)).collect();
    format!(
        "<h2>Edits by rule</h2>\n<table><thead><tr><th>rule<th>evidence<th class=\"n\">edits<th class=\"n\">documents<th>samples</tr></thead>\n{rows}</table>\n"
    )
}

fn rule_row(name: &str, rule: &Rule) -> String {
    let samples: String = rule.samples.iter().map(sample).collect();
    format!(
        "<tr><td><code>{}</code></td><td>{}</td>{}{}<td>{samples}</td></tr>\n",
        escaped(name),
        escaped(&rule.grade),
        cell(&grouped(rule.edits)),
        cell(&grouped(rule.documents))
    )
}

fn sample(sample: &Sample) -> String {
    let Sample { id, head, before, after, tail } = sample;
    let shown = |text: &str| escaped(&crate::explain::shortened(text, 120));
    format!(
        "<div class=\"sample\" title=\"{}\"><small>{}</small><del>{}</del><ins>{}</ins><small>{}</small></div>",
        escaped(id),
        escaped(head),
        shown(before),
        shown(after),
        escaped(tail)
    )
}

/// Values of a field that are shown.
const VALUES: usize = 15;

fn layer_part(name: &str, layer: &Layer) -> String {
    let annotations =
        count(usize::try_from(layer.annotations).unwrap_or(usize::MAX), "annotation", "annotations");
    let documents = number(layer.documents, "document", "documents");
    let breakdowns: String =
        layer.breakdowns().iter().map(|(field, values)| breakdown(field, values)).collect();
    format!(
        "<h2>{}</h2>\n<p class=\"facts\">{annotations} in {documents}</p>\n<div class=\"fields\">{breakdowns}</div>\n",
        escaped(name)
    )
}

/// The most frequent values of a field, with bars.
fn breakdown(field: &str, values: &[(&str, u64)]) -> String {
    let most = values.first().map_or(1, |(_, n)| *n);
    let row = |(said, n): &(&str, u64)| {
        let wide = n * 100 / most;
        format!(
            "<tr><td><span class=\"bar\" style=\"width:{wide}%\"></span>{}</td>{}</tr>\n",
            escaped(&crate::explain::shortened(said, 50)),
            cell(&grouped(*n))
        )
    };
    let rows: String = values.iter().take(VALUES).map(row).collect();
    let more = values.len().saturating_sub(VALUES);
    let more = if more == 0 {
        String::new()
    } else {
        format!("<tr><td><small>and {more} more</small></td><td></td></tr>\n")
    };
    format!(
        "<table class=\"field\"><thead><tr><th>{}<th></tr></thead>\n{rows}{more}</table>\n",
        escaped(field)
    )
}
