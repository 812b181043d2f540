//! Where sieves may start in a unit, by what it holds.

use crate::item::Seen;
use crate::options::{Quotes, Scope};
use crate::roles::Roles;

/// Whether a sieve may find anything in a unit that is wanted.
pub(crate) fn may_find(seen: Seen, options: Quotes) -> bool {
    seen.quotation || seen.colon || seen.roles.any(Starts::of(seen, options).all())
}

/// The roles of words that sieves start from.
#[derive(Clone, Copy)]
pub(crate) struct Starts {
    pub(crate) verb: Roles,
    pub(crate) noun: Roles,
    pub(crate) adjective: Roles,
    pub(crate) hearsay: Roles,
}

impl Starts {
    /// Those of a unit that can lead to anything that is wanted.
    pub(crate) fn of(seen: Seen, options: Quotes) -> Self {
        let none = Roles::default();
        if options.scope == Scope::All {
            let (verb, noun, adjective) = (Roles::VERB, Roles::NOUN, Roles::ADJECTIVE);
            return Self { verb, noun, adjective, hearsay: Roles::HEARSAY };
        }
        if seen.quotation || seen.colon {
            let (verb, noun) = (Roles::SPEECH_VERB, Roles::SPEECH_NOUN);
            return Self { verb, noun, adjective: Roles::SPEECH_ADJECTIVE, hearsay: Roles::HEARSAY };
        }
        // Without words in quotation marks, nouns and passives state with `that`, and `as he put it` sets aside.
        let with = |role: Roles, roles: Roles| if seen.roles.any(role) { roles } else { none };
        let verb = Roles::STATES
            .with(with(Roles::PARTICLE, Roles::STATES_WITH_PARTICLE))
            .with(with(Roles::AS.with(Roles::THAT), Roles::SPEECH_VERB));
        Self { verb, noun: with(Roles::THAT, Roles::SPEECH_NOUN), adjective: none, hearsay: none }
    }

    /// All of them.
    pub(crate) fn all(self) -> Roles {
        self.verb.with(self.noun).with(self.adjective).with(self.hearsay).with(Roles::SOURCE)
    }
}
