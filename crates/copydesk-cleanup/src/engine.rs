//! Rules at work: a look around each anchor that the scan has found.

use std::ops::Range;

use copydesk_core::Lang;

use crate::act;
use crate::detect::Look;
use crate::find::{Find, Finds};
use crate::index::Index;
use crate::lens::Lens;
use crate::pack::{How, Kind, Unit};
use crate::page::Page;
use crate::reading::Reading;

/// The rules of a pipeline and what they look for.
#[derive(Debug)]
pub(crate) struct Engine {
    pub(crate) units: Vec<Unit>,
    /// When each rule has its turn.
    turns: Vec<Turn>,
    /// What the rules that decode look for, and the others.
    pub(crate) coded: Net,
    pub(crate) net: Net,
    /// Anchors that count only where two words are joined, and who looks for them.
    joints: Vec<(String, usize)>,
    /// The rules that have no anchors.
    whole: Vec<usize>,
}

/// Anchors and who looks for them.
#[derive(Debug)]
pub(crate) struct Net {
    pub(crate) index: Index,
    /// For each anchor, who looks for it and how.
    uses: Vec<Vec<(usize, How)>>,
}

/// Which rules have their turn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Turn {
    /// Those that decode.
    Decode,
    /// Those that need not know where the text is from.
    Repair,
    /// Those that only note what is wrong in a text from this language.
    Note(Lang),
}

impl Turn {
    fn of(unit: &Unit) -> Self {
        match unit.waits_for() {
            _ if unit.decodes => Self::Decode,
            Some(lang) => Self::Note(lang),
            None => Self::Repair,
        }
    }
}

impl Engine {
    pub(crate) fn new(mut units: Vec<Unit>) -> Self {
        let (mut coded, mut plain) = (Vec::new(), Vec::new());
        let (mut whole, mut joints) = (Vec::new(), Vec::new());
        for (unit, rule) in units.iter_mut().enumerate() {
            if rule.anchors.is_empty() {
                whole.push(unit);
            }
            let drained = rule.anchors.drain(..);
            if matches!(&rule.kind, Kind::Detector(detector) if matches!(detector.0, Look::Joint(_))) {
                joints.extend(drained.map(|(anchor, _)| (anchor, unit)));
            } else {
                let anchors = if rule.decodes { &mut coded } else { &mut plain };
                anchors.extend(drained.map(|(anchor, how)| (anchor, unit, how)));
            }
        }
        let turns = units.iter().map(Turn::of).collect();
        Self { units, turns, coded: Net::new(coded), net: Net::new(plain), joints, whole }
    }

    /// What the rules whose turn it is find on a page.
    pub(crate) fn look(&self, page: Page<'_>, lens: &mut Lens, turn: Turn, finds: &mut Vec<Find>) {
        let net = if turn == Turn::Decode { &self.coded } else { &self.net };
        for hit in &page.scan.hits {
            for (unit, how) in &net.uses[hit.anchor as usize] {
                if self.is_turn(*unit, turn) {
                    let at = hit.start as usize..hit.end as usize;
                    self.look_at(page, lens, (*unit, *how), at, &mut Finds { list: finds, unit: *unit });
                }
            }
        }
        for (anchor, unit) in self.joints.iter().filter(|(_, unit)| self.is_turn(*unit, turn)) {
            self.look_at_joints(page, anchor, &mut Finds { list: finds, unit: *unit });
        }
        for unit in self.whole.iter().copied().filter(|unit| self.is_turn(*unit, turn)) {
            self.look_at_all(page, lens, &mut Finds { list: finds, unit });
        }
    }

    fn is_turn(&self, unit: usize, turn: Turn) -> bool {
        self.turns[unit] == turn
    }

    fn look_at(
        &self,
        page: Page<'_>,
        lens: &mut Lens,
        (unit, how): (usize, How),
        at: Range<usize>,
        finds: &mut Finds<'_>,
    ) {
        let unit = &self.units[unit];
        if let Kind::Detector(detector) = &unit.kind
            && let Look::Text(run) = detector.0
        {
            return run(page, at, finds);
        }
        let blanks = page.text[at.clone()].bytes().take_while(|byte| *byte == b' ').count();
        let Some(line) = lens.at(page, at.start + blanks) else { return };
        if !unit.setting.holds(line, at.start) {
            return;
        }
        match (how, &unit.kind) {
            (How::Pattern { index, least, most }, Kind::Patterns(patterns)) => {
                let anchor = line.outline().token_at(at.start as u32);
                let (pattern, template) = &patterns[index];
                for start in anchor.saturating_sub(most)..=anchor.saturating_sub(least) {
                    let Some(taken) = pattern.match_at(line.tokens, start) else { continue };
                    let end = taken.last().map_or(start, |last| last.1);
                    if end > anchor {
                        let with = template.as_ref().map(|t| t.fill(pattern, line.tokens, &taken));
                        return act::found(line, unit, start..end, with, finds);
                    }
                }
            }
            (How::Entry { index }, Kind::Table(list)) => {
                act::entry(line, at, &list.entries[index], unit.action, finds);
            }
            (How::Detector, Kind::Detector(detector)) => {
                if let Look::Line(run) = detector.0 {
                    run(line, at, finds);
                }
            }
            _ => unreachable!("anchors are made for the kind of their rule"),
        }
    }

    fn look_at_joints(&self, page: Page<'_>, anchor: &str, finds: &mut Finds<'_>) {
        let Kind::Detector(detector) = &self.units[finds.unit].kind else { return };
        let Look::Joint(run) = detector.0 else { return };
        for joint in page.scan.joints.iter().map(|joint| *joint as usize) {
            if page.text[joint..].starts_with(anchor) {
                run(page, joint..joint + anchor.len(), finds);
            }
        }
    }

    fn look_at_all(&self, page: Page<'_>, lens: &mut Lens, finds: &mut Finds<'_>) {
        let unit = &self.units[finds.unit];
        match &unit.kind {
            Kind::Detector(detector) => match detector.0 {
                Look::Page(run) => run(page, lens, finds),
                Look::Whole(may, run) if may(page) => {
                    let (reading, survey): (Reading<'_>, _) = lens.whole(page);
                    run(reading, survey, finds);
                }
                _ => {}
            },
            Kind::Lines(lines) => {
                for index in lines.of(page, lens) {
                    act::line(page, index, unit.action, finds);
                }
            }
            _ => {}
        }
    }
}

impl Net {
    fn new(mut anchors: Vec<(String, usize, How)>) -> Self {
        anchors.sort_by(|a, b| (&a.0, a.1).cmp(&(&b.0, b.1)));
        let (mut texts, mut uses): (Vec<String>, Vec<Vec<_>>) = Default::default();
        for (anchor, unit, how) in anchors {
            if texts.last() != Some(&anchor) {
                texts.push(anchor);
                uses.push(Vec::new());
            }
            uses.last_mut().expect("just pushed").push((unit, how));
        }
        Self { index: Index::new(&texts), uses }
    }
}
