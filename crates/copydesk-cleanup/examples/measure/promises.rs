//! What every edit must keep to.

use copydesk_core::{Document, EditRecord, Grade, Pipeline, Reading as _, Span};
use copydesk_text::Outline;

/// Every promise that the edits of a document break.
pub(crate) fn broken(pipeline: &Pipeline, text: &str, doc: &Document) -> Vec<String> {
    let mut broken = Vec::new();
    let (as_read, as_written) = (outline(text), outline(doc.text()));
    for edit in doc.edits().records().iter().filter(|edit| rewrites(edit)) {
        let (was, is) = (edit.source.of(text), edit.now.of(doc.text()));
        let place = format!("{}: {was:?} -> {is:?}", edit.rule.id());
        if digits(was) != digits(is) {
            broken.push(format!("digits changed, {place}"));
        }
        // Where a mark itself is repaired, what is quoted is what both readings say.
        let rewords = rewords_quotation(text, &as_read, edit.source, is)
            && rewords_quotation(doc.text(), &as_written, edit.now, was);
        if rewords && edit.rule.grade() != Grade::Document {
            broken.push(format!("quoted words changed, {place}"));
        }
    }
    if restored(doc) != text {
        broken.push("the text as read does not come back".to_owned());
    }
    let mut again = Document::new("", doc.text());
    let _ = pipeline.run(&mut again, &mut pipeline.worker());
    let more = again.edits().records().iter();
    broken.extend(more.map(|edit| {
        format!("a second application adds {}: {:?}", edit.rule.id(), in_place(doc.text(), edit.source, "[]"))
    }));
    broken
}

fn outline(text: &str) -> Outline {
    let mut outline = Outline::default();
    outline.read(text);
    outline
}

/// Whether the edit stands for words by others: decoding and taking out are other matters.
fn rewrites(edit: &EditRecord) -> bool {
    !["encoding/", "structure/", "repetition/"].iter().any(|pack| edit.rule.id().starts_with(pack))
        && !edit.now.is_empty()
}

/// The digits of a text, those of entities (`&#8220;`) aside.
fn digits(text: &str) -> String {
    let entity = |part: &str| part.find(';').filter(|end| *end < 8).map_or(0, |end| end + 1);
    let parts =
        text.split("&#").enumerate().map(|(at, part)| if at == 0 { part } else { &part[entity(part)..] });
    parts.flat_map(str::chars).filter(char::is_ascii_digit).collect()
}

/// Whether letters between quotation marks are not the same, case aside, as in the other text.
fn rewords_quotation(text: &str, outline: &Outline, span: Span, other: &str) -> bool {
    let letters = |text: &str| text.to_lowercase().chars().filter(|c| c.is_alphabetic()).collect::<String>();
    let inner = outline.quotations.iter().filter(|q| q.depth == 0 && q.closed);
    let shared = inner
        .filter_map(|q| text.get(span.start.max(q.inner_start) as usize..span.end.min(q.inner_end) as usize));
    let quoted: String = shared.map(letters).collect();
    !quoted.is_empty() && letters(span.of(text)) != letters(other)
}

/// The text with what every edit replaced put back.
fn restored(doc: &Document) -> String {
    let (mut restored, mut kept) = (String::new(), 0);
    for edit in doc.edits().records() {
        restored += &doc.text()[kept..edit.now.start as usize];
        restored += edit.source.of(doc.source_text());
        kept = edit.now.end as usize;
    }
    restored + &doc.text()[kept..]
}

/// A place with some words around it, and something else in it.
pub(crate) fn in_place(text: &str, span: Span, with: &str) -> String {
    let from = text.floor_char_boundary((span.start as usize).saturating_sub(50));
    let to = text.floor_char_boundary((span.end as usize + 40).min(text.len()));
    format!("{}{with}{}", &text[from..span.start as usize], &text[span.end as usize..to]).replace('\n', "⏎")
}
