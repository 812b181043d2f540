//! What two pipelines do differently with one document.

use std::cmp::Ordering;
use std::ops::Range;

use crate::explain::{Annotation, Edit, Explained};

/// What became of a document in a pipeline: the document, or why there is none.
pub(crate) type Ended = Result<Explained, String>;

/// Which of the two pipelines does it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Side {
    /// Only the first.
    First,
    /// Only the second.
    Second,
    /// Both, each in its own way.
    Both,
}

/// Something that one of the two does and the other does not.
pub(crate) struct Difference {
    /// Which.
    pub(crate) side: Side,
    /// The rule of an edit, the layer of an annotation, or the end of the document.
    pub(crate) what: What,
    /// Where it is in the text as read.
    pub(crate) at: Range<usize>,
    /// It, in words.
    pub(crate) said: String,
}

/// What is different.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum What {
    /// The document does not come out.
    Lost,
    /// An edit, by its rule.
    Edit(String),
    /// An annotation, by its layer.
    Annotation(String),
}

/// Everything that is different, in the order of the text.
pub(crate) fn differences(first: &Ended, second: &Ended) -> Vec<Difference> {
    let (a, b) = match (first, second) {
        (Ok(a), Ok(b)) => (a, b),
        (Err(a), Err(b)) if a == b => return Vec::new(),
        _ => return [(Side::First, first), (Side::Second, second)].into_iter().filter_map(lost).collect(),
    };
    let (a, b) = only(a, b);
    let mut found = Vec::new();
    let mut b: Vec<_> = b.into_iter().map(Some).collect();
    for thing in a {
        let other =
            b.iter_mut().find(|other| other.as_ref().is_some_and(|other| other.is_at_the_place_of(&thing)));
        found.push(match other.and_then(Option::take) {
            Some(other) => Difference {
                side: Side::Both,
                said: thing.changed_into(&other),
                what: thing.what,
                at: thing.at,
            },
            None => thing.on(Side::First),
        });
    }
    found.extend(b.into_iter().flatten().map(|thing| thing.on(Side::Second)));
    found.sort_by(|a, b| (a.at.start, a.at.end, &a.what).cmp(&(b.at.start, b.at.end, &b.what)));
    found
}

fn lost((side, ended): (Side, &Ended)) -> Option<Difference> {
    let said = ended.as_ref().err()?.clone();
    Some(Difference { side, what: What::Lost, at: 0..0, said })
}

/// An edit or an annotation.
#[derive(Clone, PartialEq)]
struct Thing {
    what: What,
    at: Range<usize>,
    /// The text it is about.
    about: String,
    /// The value of an annotation, or what an edit writes.
    fields: Vec<(String, String)>,
}

impl Thing {
    fn of_edit(edit: &Edit) -> Self {
        let shown = |text: &str| if text.is_empty() { "∅".to_owned() } else { one_line(text) };
        let about = format!("{} → {}", shown(&edit.before), shown(&edit.after));
        Self { what: What::Edit(edit.rule.clone()), at: edit.source.clone(), about, fields: Vec::new() }
    }

    fn of_annotation(layer: &str, it: &Annotation) -> Self {
        let (what, about) = (What::Annotation(layer.to_owned()), one_line(&it.about));
        Self { what, at: it.source.clone(), about, fields: it.fields.clone() }
    }

    /// Whether both annotate one place in one layer.
    fn is_at_the_place_of(&self, other: &Self) -> bool {
        matches!(self.what, What::Annotation(_)) && self.what == other.what && self.at == other.at
    }

    fn on(self, side: Side) -> Difference {
        let fields = self.fields.iter().map(|(key, value)| format!("{key} {value}").trim_end().to_owned());
        let fields = fields.collect::<Vec<_>>().join(" · ");
        let said = if fields.is_empty() { self.about } else { format!("{}  {fields}", self.about) };
        Difference { side, what: self.what, at: self.at, said }
    }

    /// The fields that are others in `other`.
    fn changed_into(&self, other: &Self) -> String {
        let value = |thing: &Self, key: &str| {
            let known = thing.fields.iter().find(|(known, _)| known == key);
            known.map(|(_, value)| if value.is_empty() { "yes".to_owned() } else { value.clone() })
        };
        let mut keys: Vec<_> = self.fields.iter().map(|(key, _)| key).collect();
        keys.extend(other.fields.iter().map(|(key, _)| key).filter(|key| value(self, key).is_none()));
        let changed = keys.into_iter().filter_map(|key| {
            let (from, to) = (value(self, key), value(other, key));
            let or_nothing = |value: Option<String>| value.unwrap_or_else(|| "∅".to_owned());
            (from != to).then(|| format!("{key} {} → {}", or_nothing(from), or_nothing(to)))
        });
        let about = if self.about == other.about {
            self.about.clone()
        } else {
            format!("{} → {}", self.about, other.about)
        };
        format!("{about}  {}", changed.collect::<Vec<_>>().join(" · ")).trim_end().to_owned()
    }
}

/// What one of the two has and the other has not, of both. Each thing counts as often as it is there.
fn only(a: &Explained, b: &Explained) -> (Vec<Thing>, Vec<Thing>) {
    let mut second: Vec<_> = things(b).collect();
    second.sort_by(order);
    let mut taken = vec![false; second.len()];
    let is_new = |thing: &Thing| {
        let from = second.partition_point(|other| order(other, thing).is_lt());
        let same = (from..second.len()).take_while(|i| order(&second[*i], thing).is_eq());
        match same.into_iter().find(|i| !taken[*i] && second[*i] == *thing) {
            Some(i) => {
                taken[i] = true;
                false
            }
            None => true,
        }
    };
    let first: Vec<_> = things(a).filter(is_new).collect();
    let mut taken = taken.into_iter();
    second.retain(|_| !taken.next().unwrap_or(false));
    (first, second)
}

fn order(a: &Thing, b: &Thing) -> Ordering {
    (a.at.start, a.at.end, &a.what).cmp(&(b.at.start, b.at.end, &b.what))
}

fn things(shown: &Explained) -> impl Iterator<Item = Thing> {
    let annotations = shown.layers.iter().flat_map(|layer| {
        layer.annotations.iter().map(|annotation| Thing::of_annotation(&layer.name, annotation))
    });
    shown.edits.iter().map(Thing::of_edit).chain(annotations)
}

/// A text on one line; blanks alone as signs.
fn one_line(text: &str) -> String {
    let line = text.replace('\n', "↵");
    if line.trim().is_empty() { line.replace(' ', "␣").replace('\u{a0}', "⍽") } else { line }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::explain::Layer;

    fn annotation(at: Range<usize>, about: &str, fields: &[(&str, &str)]) -> Annotation {
        let fields = fields.iter().map(|(key, value)| ((*key).to_owned(), (*value).to_owned())).collect();
        let about = about.to_owned();
        Annotation { span: at.clone(), source: at, about, whole: false, deleted: false, fields }
    }

    fn shown(edits: &[(&str, &str)], annotations: Vec<Annotation>) -> Explained {
        let edit = |(before, after): &(&str, &str)| Edit {
            rule: "desk/rule".to_owned(),
            grade: "shape".to_owned(),
            source: 0..3,
            written: 0..3,
            before: (*before).to_owned(),
            after: (*after).to_owned(),
            earlier: Vec::new(),
        };
        Explained {
            id: String::new(),
            source: String::new(),
            text: String::new(),
            edits: edits.iter().map(edit).collect(),
            layers: vec![Layer { name: "quote".to_owned(), annotations }],
        }
    }

    #[test]
    fn what_only_one_does_and_what_both_do_otherwise_is_told() {
        let same = || annotation(4..5, "b", &[]);
        let first = shown(
            &[("one", "two")],
            vec![same(), annotation(5..6, "a", &[("speaker", "Eva"), ("rule", "x")])],
        );
        let second = shown(
            &[],
            vec![same(), annotation(5..6, "a", &[("speaker", "Ann"), ("rule", "x"), ("late", "")]), same()],
        );
        let told: Vec<_> =
            differences(&Ok(first), &Ok(second)).into_iter().map(|d| (d.side, d.said)).collect();
        let want = [
            (Side::First, "one → two".to_owned()),
            (Side::Second, "b".to_owned()),
            (Side::Both, "a  speaker Eva → Ann · late ∅ → yes".to_owned()),
        ];
        assert_eq!(told, want);
    }

    #[test]
    fn a_document_that_does_not_come_out_is_one_difference() {
        let told = differences(&Err("dropped".to_owned()), &Ok(shown(&[("a", "b")], Vec::new())));
        assert_eq!((told.len(), told[0].said.as_str()), (1, "dropped"));
        assert!(differences(&Err("dropped".to_owned()), &Err("dropped".to_owned())).is_empty());
    }
}
