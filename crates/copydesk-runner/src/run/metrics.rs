//! Figures of a run in the text form of Prometheus.

use std::path::Path;
use std::time::Duration;

use super::progress::Progress;
use super::whole;

/// Writes the figures. A run does not fail because they cannot be written.
pub(crate) fn write(path: &Path, progress: &Progress, elapsed: Duration) {
    if let Err(error) = whole::write(path, text(progress, elapsed).as_bytes()) {
        tracing::warn!("cannot write the metrics to {}: {error}", path.display());
    }
}

fn text(progress: &Progress, elapsed: Duration) -> String {
    let [bytes, documents, written, dropped, failed, unreadable] = progress.figures();
    let mut text = String::new();
    let mut metric = |name: &str, kind: &str, help: &str, values: &[(&str, String)]| {
        text += &format!("# HELP copydesk_{name} {help}\n# TYPE copydesk_{name} {kind}\n");
        for (label, value) in values {
            text += &format!("copydesk_{name}{label} {value}\n");
        }
    };
    let one = |value: u64| vec![("", value.to_string())];
    metric("input_bytes_total", "counter", "Bytes read of the inputs, as they lie on the disk.", &one(bytes));
    metric("input_size_bytes", "gauge", "Bytes of all inputs.", &one(progress.size));
    metric("documents_read_total", "counter", "Records read.", &one(documents));
    let outcomes = [
        ("{outcome=\"written\"}", written.to_string()),
        ("{outcome=\"dropped\"}", dropped.to_string()),
        ("{outcome=\"failed\"}", failed.to_string()),
        ("{outcome=\"unreadable\"}", unreadable.to_string()),
    ];
    metric("documents_total", "counter", "What became of the records.", &outcomes);
    metric(
        "run_seconds",
        "gauge",
        "Seconds since the run was started.",
        &[("", format!("{:.3}", elapsed.as_secs_f64()))],
    );
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_figure_has_its_type() {
        let text = text(&Progress::new(7), Duration::from_millis(1500));
        assert!(text.contains(
            "# TYPE copydesk_documents_total counter\ncopydesk_documents_total{outcome=\"written\"} 0\n"
        ));
        assert!(
            text.contains("copydesk_input_size_bytes 7\n") && text.ends_with("copydesk_run_seconds 1.500\n")
        );
    }
}
