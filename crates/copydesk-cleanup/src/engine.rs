//! Rules at work: one pass of one automaton over the text, then a look around each hit.

use std::ops::Range;

use aho_corasick::automaton::Automaton;
use aho_corasick::dfa::DFA;
use aho_corasick::{Anchored, MatchKind};

use crate::act;
use crate::find::{Find, Finds};
use crate::pack::{How, Kind, Unit};
use crate::reading::Reading;

/// The rules of a pipeline and the automaton of all their anchors.
pub(crate) struct Engine {
    pub(crate) units: Vec<Unit>,
    automaton: DFA,
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
        let automaton = DFA::builder().match_kind(MatchKind::Standard).prefilter(false).build(&texts)?;
        Ok(Self { units, automaton, uses, whole })
    }

    /// Every anchor in a text, also where they overlap, by where they end.
    pub(crate) fn hits(&self, text: &str, hits: &mut Vec<Hit>) {
        hits.clear();
        let dfa = &self.automaton;
        let Ok(mut state) = dfa.start_state(Anchored::No) else { return };
        for (at, byte) in text.bytes().enumerate() {
            state = dfa.next_state(Anchored::No, state, byte);
            if dfa.is_special(state) && dfa.is_match(state) {
                let end = at as u32 + 1;
                hits.extend((0..dfa.match_len(state)).map(|index| {
                    let anchor = dfa.match_pattern(state, index);
                    Hit { anchor: anchor.as_u32(), start: end - dfa.pattern_len(anchor) as u32, end }
                }));
            }
        }
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
        for unit in self.whole.iter().copied().filter(|unit| self.units[*unit].decodes == decodes) {
            let finds = &mut Finds { list: finds, unit };
            match &self.units[unit].kind {
                Kind::Detector(detector) => (detector.run)(reading, 0..reading.text().len(), finds),
                Kind::Lines(lines) => {
                    let action = self.units[unit].action;
                    lines.of(reading).for_each(|index| act::line(reading, index, action, finds));
                }
                _ => {}
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
                        act::found(reading, unit, start..end, with, finds);
                        return;
                    }
                }
            }
            (How::Entry { index, offset }, Kind::Table(list)) => {
                act::entry(reading, at.start, (&list.entries[index], offset), unit.action, finds);
            }
            (How::Detector, Kind::Detector(detector)) => (detector.run)(reading, at, finds),
            _ => unreachable!("anchors are made for the kind of their rule"),
        }
    }
}
