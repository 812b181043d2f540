//! Mistakes drawn for a person: each underlined in its file.

use annotate_snippets::{AnnotationKind, Group, Level, Renderer, Snippet};
use copydesk_core::Diagnostic;

/// Draws mistakes one after the other. `path` and `text` are of the file that those without a place are about.
pub(crate) fn draw(mistakes: &[Diagnostic], path: &str, text: &str, colour: bool) -> String {
    let renderer = if colour { Renderer::styled() } else { Renderer::plain() };
    mistakes.iter().map(|mistake| renderer.render(&[group(mistake, path, text)]) + "\n\n").collect()
}

fn group<'a>(mistake: &'a Diagnostic, path: &'a str, text: &'a str) -> Group<'a> {
    let (path, text) = mistake.place.as_deref().map_or((path, text), |place| (&place.name, &place.text));
    let place = AnnotationKind::Primary.span(within(mistake, text));
    let group = Level::ERROR
        .primary_title(mistake.message.as_str())
        .element(Snippet::source(text).path(path).annotation(place));
    match &mistake.help {
        Some(help) => group.element(Level::HELP.message(help.as_str())),
        None => group,
    }
}

/// The mistake's place, kept inside the text whatever a stage gave.
fn within(mistake: &Diagnostic, text: &str) -> std::ops::Range<usize> {
    let end = mistake.span.end.min(text.len());
    mistake.span.start.min(end)..end
}
