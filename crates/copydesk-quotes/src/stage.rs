//! The stage `quotes`.

use copydesk_core::declare_stage;
use copydesk_core::prelude::*;
use copydesk_names::{Entity, Name, Positions};
use copydesk_text::Outline;

use crate::candidate::Candidate;
use crate::headline;
use crate::inside::{self, Inner};
use crate::item::{self, Item, Seen};
use crate::layer::Quote;
use crate::options::Quotes;
use crate::resolve::resolve;
use crate::sieve;
use crate::starts::{self, Starts};
use crate::story::Story;
use crate::unit::Unit;
use crate::units::{Place, units};

declare_stage! {
    /// Finds quotations: who said what, directly, indirectly or both, and by which word. It never edits.
    ///
    /// Each annotation of the layer `quote` is one quotation: its content (`spans`; several stretches where the attribution or a
    /// paragraph parts it), the word that reports (`cue`, with lemma, tense and class), the `speaker`, whom and where it was
    /// said (`addressee`, `medium`), whether it was denied (`polarity`), how sure it is (`confidence`) and the sieve that
    /// decided (`rule`). After the stage `names` the speaker has the fullest name of the story, an entity and a gender.
    ///
    /// | found | for example | rule |
    /// |---|---|---|
    /// | direct, before or behind the attribution | `“…,” said Lowe`, `Lowe added: “…”` | `quotation-cue-name`, `quotation-name-cue`, `cue-quotation` |
    /// | split, going on, over paragraphs | `“…,” she said. “…”` | the same; `quotation-before` where the first part ends its sentence |
    /// | alone, in the paragraph behind what its speaker is said to have said | `Lowe said she was glad.`, then `“I am glad.”` | `quotation-after` |
    /// | the colon in the paragraph before | `She released this statement:` | `colon-paragraph` |
    /// | transcripts and headlines | `LOWE: We are ready.` | `name-colon` |
    /// | signed | `“…” – Ada Lowe, the mayor` | `quotation-signed` |
    /// | set off by dashes inside the marks | `“It is late - said Lowe - but we sail”` | `interposed` |
    /// | indirect and mixed, behind the verb | `said (that) …`, `told reporters …`, `asked whether …`, `…, adding that …` | `cue-that`, `cue-clause`, `cue-wh` |
    /// | indirect and mixed, before it or around it | `…, Lowe said`, `The ferry, she said, is late` | `clause-name-cue`, `clause-cue-name` |
    /// | orders, promises, refusals | `urged residents to …`, `promised to …` | `cue-object-infinitive`, `cue-infinitive` |
    /// | what something is called | `called the plan “a gift to the gulls”` | `cue-named`, `cue-as` |
    /// | sources | `according to the police` | `according-to` |
    /// | nouns | `the mayor’s claim that …` | `noun-that` |
    /// | passives | `it was reported that …`, `asked whether …, she said` | `passive-that`, `passive-told` |
    /// | headlines | a quotation in a crosshead that the story repeats; `echoes` points at its words, and it has no speaker | `headline-echo` |
    ///
    /// With `scope = "all"` beliefs, wishes, knowledge and judgements are found too (`hopes that`, `fears`, `supports the plan`,
    /// `is expected to`, `reportedly`), and what is criticized, praised or promised. Each quotation then says in its field `scope`
    /// whether it is speech or belief.
    ///
    /// Not found: speech that no word reports (`The mayor was blunt. “No.”`), except where it goes on with the quotation before
    /// or fills the paragraph behind one; free indirect speech; who speaks in a conversation whose turns carry no name. Terms (`what it calls a “special
    /// operation”`), titles and words held at a distance (`a “limitless” partnership`) are no quotations.
    /// The end of indirect content is the least sure part: a comment behind a comma, or a clause behind `and`, may be taken
    /// for it or left out.
    ///
    /// Reporting words are data: `lexicon/verbs.csv`, over 700 of them with the constructions each takes. All sieves run on
    /// every sentence; the surest wins, then the outermost, and the content of the others ends where it starts. `explain = true`
    /// writes down what they had proposed.
    pub static QUOTES: QuotesStage = {
        name: "quotes",
        summary: "finds quotations: who said what",
        requires: [],
        uses: [Name, Entity],
        provides: [Quote],
        edits: false,
        idempotent: true,
        example: include_str!("../cases/example.md"),
    }
}

/// The stage.
pub(crate) struct QuotesStage {
    options: Quotes,
}

/// Working memory.
#[derive(Default)]
pub(crate) struct Scratch {
    units: Vec<Place>,
    items: Vec<Item>,
    proposed: Vec<Candidate>,
    kept: Vec<Candidate>,
    inner: Inner,
    story: Story,
    positions: Positions,
}

impl Scratch {
    /// Reads the words of a unit in full and adds what the sieves find there.
    fn sift(&mut self, text: &str, outline: &Outline, place: Place, seen: Seen, options: Quotes) {
        let paragraph = place.paragraph;
        let starts = Starts::of(seen, options);
        for items in self.items.chunks_mut(item::LONGEST) {
            item::finish(text, items);
            let unit = Unit { text, items, quotations: &outline.quotations };
            let heads = outline.paragraphs[paragraph].start == unit.items[0].start;
            sieve::propose(&unit, heads, starts, options, &mut self.proposed);
            sieve::choose(&unit, options, &mut self.proposed, &mut self.kept);
            if seen.quotation {
                inside::add(text, outline, &unit, paragraph, options, &mut self.inner, &mut self.story.found);
            }
            self.story.add(&unit, paragraph, &self.kept, &self.proposed, options);
        }
    }
}

impl Stage for QuotesStage {
    type Config = Quotes;
    type Scratch = Scratch;

    fn new(options: Quotes, _: &Setup) -> Result<Self, BuildError> {
        Ok(Self { options })
    }

    fn run(&self, doc: View<'_>, out: &mut Output<'_>, scratch: &mut Scratch) -> Result<(), StageError> {
        let text = doc.text();
        let outline = doc.reading::<Outline>();
        units(text, outline, &mut scratch.units);
        scratch.story.clear();
        for at in 0..scratch.units.len() {
            let place = scratch.units[at];
            let seen = item::read(text, outline, place, &mut scratch.items);
            if starts::may_find(seen, self.options) || scratch.story.waits() {
                scratch.sift(text, outline, place, seen, self.options);
            } else if let (Some(first), Some(last)) = (scratch.items.first(), scratch.items.last()) {
                scratch.story.pass(Span { start: first.start, end: last.end }, place.paragraph);
            }
        }
        scratch.story.end();
        headline::link(text, outline, &mut scratch.story.found);
        let names = scratch.positions.read(doc.layer::<Name>(), doc.layer::<Entity>());
        for mut found in scratch.story.found.drain(..) {
            if !resolve(text, &mut found, names) {
                continue;
            }
            let spans = &found.value.spans;
            let whole = spans[0].cover(spans[spans.len() - 1]);
            out.annotate::<Quote>(whole, found.value);
        }
        Ok(())
    }
}
