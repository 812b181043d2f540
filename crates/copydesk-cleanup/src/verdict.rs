//! What becomes of a find: an edit, a flag, or nothing.

use std::ops::Range;

use copydesk_core::{Grade, Lang};

use crate::engine::Engine;
use crate::find::Find;
use crate::lens::Lens;
use crate::options::GradeName;
use crate::pack::{Action, Scope};
use crate::page::Page;
use crate::pass::Policy;

/// What is known when finds are judged.
pub(crate) struct Court<'a> {
    pub(crate) page: Page<'a>,
    pub(crate) lens: &'a mut Lens,
    /// The language translated from.
    pub(crate) shown: Option<Lang>,
    /// Whether the text shows its origin, or more damage than a writer's own slip.
    pub(crate) company: bool,
    pub(crate) policy: &'a Policy<'a>,
}

/// What becomes of a find.
pub(crate) enum Verdict {
    Edit,
    Flag,
    Nothing,
}

impl Court<'_> {
    pub(crate) fn verdict(&mut self, find: &Find) -> Verdict {
        let unit = &self.policy.engine.units[find.unit];
        let grade = unit.rule.grade();
        let open = !matches!(grade, Grade::Origin(lang) if self.shown != Some(lang));
        let Some(with) =
            find.with.as_ref().filter(|_| !matches!(unit.action, Action::Flag | Action::Evidence))
        else {
            let noted = unit.action != Action::Evidence && open;
            return if noted { Verdict::Flag } else { Verdict::Nothing };
        };
        let spared = unit.quoted
            || unit.action != Action::Rewrite
            || grade == Grade::Document
            || self.spares_quotations(&find.span, with);
        let proved = open && spared && (self.company || unit.scope != Scope::InCompany);
        if proved && allowed(grade, self.policy.grades) { Verdict::Edit } else { Verdict::Flag }
    }

    fn spares_quotations(&mut self, span: &Range<usize>, with: &str) -> bool {
        self.lens.quoted(self.page, span.start).spares(self.page.text, span, with)
    }
}

fn allowed(grade: Grade, grades: &[GradeName]) -> bool {
    match grade {
        Grade::Shape => grades.contains(&GradeName::Shape),
        Grade::Document => grades.contains(&GradeName::Document),
        Grade::Origin(_) => grades.contains(&GradeName::Origin),
        Grade::Style => false,
    }
}

/// Grades in the order of what they ask for: of rules that make one edit together, the one that asks for most names it.
pub(crate) fn rank(grade: Grade) -> u8 {
    match grade {
        Grade::Shape => 0,
        Grade::Document => 1,
        Grade::Origin(_) => 2,
        Grade::Style => 3,
    }
}

/// A repair in so many bytes of text is more than a slip.
const BYTES_PER_REPAIR: usize = 1500;

/// Whether the text needs more repairs than a writer slips: three, or two of which one is no writer's; and not few for its
/// length.
pub(crate) fn is_damaged(finds: &[Find], text: &str, engine: &Engine) -> bool {
    let repairs = finds.iter().filter(|find| is_repair(find, engine));
    let mut places: Vec<(usize, bool)> =
        repairs.map(|find| (find.span.start, engine.units[find.unit].scope == Scope::InCompany)).collect();
    // Two rules may find one slip; the more certain one counts.
    places.sort_unstable();
    places.dedup_by_key(|(start, _)| *start);
    let certain = places.iter().any(|(_, slip)| !slip);
    (places.len() >= 3 || places.len() >= 2 && certain) && places.len() * BYTES_PER_REPAIR >= text.len()
}

fn is_repair(find: &Find, engine: &Engine) -> bool {
    let unit = &engine.units[find.unit];
    let edits = !matches!(unit.action, Action::Flag | Action::Evidence) && find.with.is_some();
    edits && !unit.decodes && !matches!(unit.rule.grade(), Grade::Origin(_))
}
