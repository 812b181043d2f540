//! Rules at work: one pass of one automaton over the text, then a look around each hit.

use std::ops::Range;

use aho_corasick::{AhoCorasick, AhoCorasickKind, MatchKind};

use crate::find::{Find, Finds};
use crate::list::Entry;
use crate::pack::{Action, How, Kind, Unit};
use crate::reading::Reading;

/// The rules of a pipeline and the automaton of all their anchors.
pub(crate) struct Engine {
    pub(crate) units: Vec<Unit>,
    automaton: AhoCorasick,
    /// For each anchor, who looks for it and how.
    uses: Vec<Vec<(usize, How)>>,
    /// The rules that read the whole text.
    whole: Vec<usize>,
}

/// An anchor found in a text.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Hit {
    anchor: u32,
    start: u32,
    end: u32,
}

impl Engine {
    pub(crate) fn new(mut units: Vec<Unit>) -> Result<Self, aho_corasick::BuildError> {
        let mut anchors: Vec<(String, usize, How)> = Vec::new();
        let mut whole = Vec::new();
        for (unit, rule) in units.iter_mut().enumerate() {
            if rule.anchors.is_empty() {
                whole.push(unit);
            }
            anchors.extend(rule.anchors.drain(..).map(|(anchor, how)| (anchor, unit, how)));
        }
        anchors.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
        let (mut texts, mut uses): (Vec<String>, Vec<Vec<_>>) = Default::default();
        for (anchor, unit, how) in anchors {
            if texts.last() != Some(&anchor) {
                texts.push(anchor);
                uses.push(Vec::new());
            }
            uses.last_mut().expect("just pushed").push((unit, how));
        }
        let automaton = AhoCorasick::builder()
            .match_kind(MatchKind::Standard)
            .kind(Some(AhoCorasickKind::DFA))
            .build(&texts)?;
        Ok(Self { units, automaton, uses, whole })
    }

    /// Every anchor in a text.
    pub(crate) fn hits(&self, text: &str, hits: &mut Vec<Hit>) {
        hits.clear();
        hits.extend(self.automaton.find_overlapping_iter(text).map(|found| Hit {
            anchor: found.pattern().as_u32(),
            start: found.start() as u32,
            end: found.end() as u32,
        }));
    }

    /// What the rules that decode, or the others, find at the hits.
    pub(crate) fn look(&self, reading: Reading<'_>, hits: &[Hit], decodes: bool, finds: &mut Vec<Find>) {
        for hit in hits {
            for (unit, how) in &self.uses[hit.anchor as usize] {
                if self.units[*unit].decodes == decodes {
                    let place = hit.start as usize..hit.end as usize;
                    self.look_at(reading, *unit, *how, place, &mut Finds { list: finds, unit: *unit });
                }
            }
        }
        for unit in self.whole.iter().filter(|unit| self.units[**unit].decodes == decodes) {
            if let Kind::Detector(detector) = &self.units[*unit].kind {
                (detector.run)(reading, 0..reading.text().len(), &mut Finds { list: finds, unit: *unit });
            }
        }
    }

    fn look_at(&self, reading: Reading<'_>, unit: usize, how: How, at: Range<usize>, finds: &mut Finds<'_>) {
        let unit = &self.units[unit];
        match (how, &unit.kind) {
            (How::Pattern { index, least, most }, Kind::Patterns(patterns)) => {
                let (pattern, template) = &patterns[index];
                let anchor = reading.outline().token_at(at.start as u32);
                for start in anchor.saturating_sub(most)..=anchor.saturating_sub(least) {
                    let Some(taken) = pattern.match_at(reading.tokens, start) else { continue };
                    let end = taken.last().map_or(start, |last| last.1);
                    if end > anchor {
                        let with = template.as_ref().map(|t| t.fill(pattern, reading.tokens, &taken));
                        found(reading, unit, start..end, with, finds);
                        return;
                    }
                }
            }
            (How::Entry(entry), Kind::Table(list)) => {
                table(reading, at, &list.entries[entry], unit.action, finds);
            }
            (How::Line { start }, Kind::Lines) => line(reading, at, start, unit.action, finds),
            (How::Detector, Kind::Detector(detector)) => (detector.run)(reading, at, finds),
            _ => unreachable!("anchors are made for the kind of their rule"),
        }
    }
}

/// Writes down a match of the tokens `at`.
fn found(reading: Reading<'_>, unit: &Unit, at: Range<usize>, with: Option<String>, finds: &mut Finds<'_>) {
    let tokens = reading.list();
    let span = tokens[at.start].start as usize..tokens[at.end - 1].end as usize;
    match (unit.action, with) {
        (Action::Move | Action::Drop, None) => out_of_line(reading, span, finds),
        (Action::Rewrite, Some(with)) => replace(reading, span, &with, finds),
        (Action::Flag, Some(with)) => finds.replace_all(span, with),
        _ => finds.note(span),
    }
}

/// Replaces a place; a capital first stays one.
fn replace(reading: Reading<'_>, span: Range<usize>, with: &str, finds: &mut Finds<'_>) {
    let (was, to) = (reading.after(span.start), with.chars().next());
    let raise = was.is_some_and(char::is_uppercase) && to.is_some_and(char::is_lowercase);
    let named = raise && !reading.tokens.may_start(reading.outline().token_at(span.start as u32));
    if raise && !named {
        let raised =
            to.into_iter().flat_map(char::to_uppercase).chain(with.chars().skip(1)).collect::<String>();
        finds.replace(reading.text(), span, raised);
    } else {
        finds.replace(reading.text(), span, with);
    }
}

/// Takes a place out: its lines if it covers them, else what it covers and the blanks before it.
fn out_of_line(reading: Reading<'_>, span: Range<usize>, finds: &mut Finds<'_>) {
    let text = reading.text();
    let line = reading.line_at(span.start).filter(|line| reading.outline().paragraphs[*line].range() == span);
    let out = match line {
        Some(line) => reading.lines_out(line..line + 1),
        None => text[..span.start].trim_end_matches([' ', '\u{a0}']).len()..span.end,
    };
    finds.replace_all(out, String::new());
}

/// An entry of a table, if it stands on whole tokens.
fn table(reading: Reading<'_>, at: Range<usize>, entry: &Entry, action: Action, finds: &mut Finds<'_>) {
    let tokens = reading.list();
    let first = reading.outline().token_at(at.start as u32);
    let last = reading.outline().token_at(at.end as u32 - 1);
    let whole = tokens.get(first).is_some_and(|token| token.start as usize == at.start)
        && tokens.get(last).is_some_and(|token| token.end as usize == at.end);
    let raised = !reading.text()[at.clone()].starts_with(&*entry.form);
    if !whole || raised && !reading.tokens.may_start(first) {
        return;
    }
    match (entry.to.is_empty(), action) {
        (true, _) | (_, Action::Evidence) => finds.note(at),
        (false, Action::Flag) => finds.replace_all(at, &*entry.to),
        (false, _) => replace(reading, at, &entry.to, finds),
    }
}

/// A line of a lexicon, if the line is all of it or starts with it.
fn line(reading: Reading<'_>, at: Range<usize>, start: bool, action: Action, finds: &mut Finds<'_>) {
    let Some(line) = reading.line_at(at.start) else { return };
    let place = reading.outline().paragraphs[line].range();
    let (head, tail) = (&reading.text()[place.start..at.start], &reading.text()[at.end..place.end]);
    let ends = !tail.starts_with(char::is_alphanumeric) && (start || !tail.contains(char::is_alphanumeric));
    if head.contains(char::is_alphanumeric) || !ends {
        return;
    }
    match action {
        Action::Move | Action::Drop => {
            let span = reading.lines_out(line..line + 1);
            finds.replace_all(span, String::new());
        }
        _ => finds.note(place),
    }
}
