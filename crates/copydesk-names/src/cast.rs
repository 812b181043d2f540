//! The entities of a document while it is read.

use crate::found::{Found, NONE, index};
use crate::key::Key;
use crate::table::Table;
use crate::{Gender, NameForm, NameKind, Number};

/// Someone or something.
#[derive(Clone, Copy, Debug)]
#[expect(clippy::struct_excessive_bools, reason = "each is a fact of its own")]
pub(crate) struct Member {
    pub(crate) kind: NameKind,
    pub(crate) gender: Gender,
    pub(crate) number: Number,
    pub(crate) named: bool,
    pub(crate) country: u16,
    /// The mention that names it best so far.
    pub(crate) best: u32,
    /// How many mentions have been read.
    pub(crate) mentions: u32,
    /// The mention read last; [`NONE`] before the first.
    pub(crate) latest: u32,
    /// Whether the text has called them by their bare family name.
    pub(crate) bare: bool,
    /// Whether more than a given name shows the gender.
    pub(crate) sure: bool,
    /// Whether a mention shows a human being: a title, a post, a verb of saying.
    pub(crate) human: bool,
}

/// What a word may be to an entity's name.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Part {
    /// All of the name.
    Whole = 1,
    /// The family name.
    Family,
    /// The given name.
    Given,
    /// The first word, or a word of weight, of a body's name.
    Word,
    /// The initials.
    Initials,
    /// The noun of a body or post.
    Noun,
}

/// The entities, and where to find them by the words of their names. Working memory.
#[derive(Default)]
pub(crate) struct Cast {
    pub(crate) members: Vec<Member>,
    /// By part and key: where the chain of those so named begins, plus one.
    heads: Table<u32>,
    chain: Vec<(u32, u32)>,
}

/// Of many of one name, no more are looked at.
const NAMESAKES: usize = 12;

impl Cast {
    pub(crate) fn clear(&mut self) {
        self.members.clear();
        self.heads.clear();
        self.chain.clear();
    }

    /// A new entity, known from a mention.
    pub(crate) fn add(&mut self, found: &Found, at: u32) -> u32 {
        let id = index(self.members.len());
        self.members.push(Member {
            kind: found.kind,
            gender: found.gender,
            number: found.number,
            named: found.is_named(),
            country: found.country,
            best: at,
            mentions: 0,
            latest: NONE,
            bare: false,
            sure: false,
            human: false,
        });
        id
    }

    /// Makes an entity known by a word; of those known by it, the last made so comes first.
    pub(crate) fn know(&mut self, part: Part, key: Key, id: u32) {
        let head = self.heads.entry(tagged(part, key));
        self.chain.push((id, *head));
        *head = index(self.chain.len());
    }

    /// Those known by a word, the last first.
    pub(crate) fn known(&self, part: Part, key: Key) -> impl Iterator<Item = u32> {
        let mut next = self.heads.get(tagged(part, key)).copied().unwrap_or_default();
        let chain = std::iter::from_fn(move || {
            let (id, after) = *self.chain.get(next.checked_sub(1)? as usize)?;
            next = after;
            Some(id)
        });
        chain.take(NAMESAKES)
    }

    pub(crate) fn member(&self, id: u32) -> &Member {
        &self.members[id as usize]
    }

    pub(crate) fn member_mut(&mut self, id: u32) -> &mut Member {
        &mut self.members[id as usize]
    }

    /// Takes note of a mention of an entity.
    pub(crate) fn touch(&mut self, id: u32, found: &Found, at: u32) {
        let member = self.member_mut(id);
        member.mentions += 1;
        member.latest = at;
        member.bare |= found.is_bare_surname();
        member.see_gender(found);
        if found.form == NameForm::Full && member.country == 0 {
            member.country = found.country;
        }
    }
}

impl Member {
    /// Takes a gender that other mentions have shown, where none is known yet.
    pub(crate) fn learn(&mut self, gender: Gender) {
        if self.gender == Gender::Unknown && gender != Gender::None {
            self.gender = gender;
        }
    }

    /// Takes the gender of a mention: a given name is a guess, a pronoun or a `spokeswoman` is none.
    fn see_gender(&mut self, found: &Found) {
        if self.kind != NameKind::Person || matches!(found.gender, Gender::None | Gender::Unknown) {
            return;
        }
        let sure = matches!(found.form, NameForm::Pronoun | NameForm::Role);
        if self.gender == Gender::Unknown || sure && !self.sure {
            self.gender = found.gender;
        }
        self.sure |= sure;
    }
}

fn tagged(part: Part, key: Key) -> Key {
    Key(part as u64).then(key)
}
