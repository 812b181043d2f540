//! The examples of a pack's rules, run.

use std::sync::Arc;

use copydesk_core::{Diagnostic, Grade, Lang, Place};

use crate::engine::Engine;
use crate::options::{GradeName, OriginOption};
use crate::pack::{Action, Pack, Scope};
use crate::pass::{Desk, Policy};

/// Runs the examples of every rule, each rule alone. What differs is told at the rule.
pub(crate) fn check(mut pack: Pack, place: &Arc<Place>) -> Result<Pack, Vec<Diagnostic>> {
    let mut mistakes = Vec::new();
    let mut units = Vec::new();
    for (unit, span) in pack.units.into_iter().zip(&pack.places) {
        let mut unit = unit;
        let anchors = unit.anchors.clone();
        let engine = Engine::new(vec![unit]);
        let wrong = differing(&engine);
        mistakes
            .extend(wrong.into_iter().map(|message| Diagnostic::new(span.clone(), message).in_file(place)));
        unit = engine.units.into_iter().next().expect("it holds one rule");
        unit.anchors = anchors;
        units.push(unit);
    }
    pack.units = units;
    if mistakes.is_empty() { Ok(pack) } else { Err(mistakes) }
}

fn differing(engine: &Engine) -> Vec<String> {
    let unit = &engine.units[0];
    let mut desk = Desk::default();
    let mut wrong = Vec::new();
    for (before, after) in &unit.doc.change {
        let is = outcome(engine, before, &mut desk);
        if is != *after {
            wrong.push(format!("`{}`: the example {before:?} becomes {is:?}, not {after:?}", unit.doc.id));
        }
    }
    for text in &unit.doc.keep {
        let is = outcome(engine, text, &mut desk);
        if is != *text {
            wrong.push(format!("`{}`: {text:?} is to be kept, but becomes {is:?}", unit.doc.id));
        }
    }
    if unit.doc.change.is_empty() && unit.action != Action::Evidence {
        wrong.push(format!("`{}` has no `change` example", unit.doc.id));
    }
    wrong
}

/// The text after the rule; for a rule that only flags, with `[…]` around what it notes.
fn outcome(engine: &Engine, text: &str, desk: &mut Desk) -> String {
    let origin = match (engine.units[0].rule.grade(), engine.units[0].scope) {
        (Grade::Origin(lang), _) => OriginOption::Known(lang),
        (_, Scope::InCompany) => OriginOption::Known(Lang::new("xx")),
        _ => OriginOption::None,
    };
    let grades = [GradeName::Shape, GradeName::Document, GradeName::Origin];
    desk.work(text, &Policy { engine, grades: &grades, origin });
    let mut shown = if desk.changes.is_empty() { text.to_owned() } else { desk.text.clone() };
    if engine.units[0].action != Action::Flag {
        return shown;
    }
    for flag in desk.flags.iter().rev() {
        shown.insert(flag.span.end, ']');
        shown.insert(flag.span.start, '[');
    }
    shown
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::pack::{Embedded, embedded, embedded_names, load};

    #[test]
    fn every_rule_of_the_embedded_packs_does_what_its_examples_say() {
        let mut wrong = Vec::new();
        for name in embedded_names() {
            let text = embedded(&format!("{name}.toml")).expect("it is named").to_owned();
            let place = Arc::new(Place { name: name.to_owned(), text });
            let checked = load(&place, &Embedded).and_then(|pack| check(pack, &place));
            wrong.extend(checked.err().into_iter().flatten().map(|m| {
                let line = place.text[..m.span.start].lines().count();
                format!("{name}.toml:{line}: {} {:?}", m.message, &place.text[m.span].lines().next())
            }));
        }
        assert!(wrong.is_empty(), "{}", wrong.join("\n"));
    }
}
