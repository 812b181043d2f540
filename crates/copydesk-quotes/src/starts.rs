//! Where sieves may start in a unit, by what it holds.

use crate::item::Seen;
use crate::options::{Quotes, Scope};
use crate::roles::Roles;

/// Whether a sieve may find anything in a unit that is wanted.
pub(crate) fn may_find(seen: Seen, options: Quotes) -> bool {
    seen.quotation
        || seen.colon
        || match options.scope {
            Scope::Speech => may_state(seen.roles),
            Scope::All => seen.roles.any(Starts::of(seen, options).all()),
        }
}

/// Whether words of these roles may state something. Nothing else counts as speech without words in quotation marks:
/// nouns and passives state with `that`, and `as he put it` sets aside.
fn may_state(roles: Roles) -> bool {
    roles.any(Roles::SOURCE.with(Roles::STATES))
        || roles.any(Roles::SPEECH_VERB)
            && (roles.any(Roles::AS.with(Roles::THAT))
                || roles.all(Roles::STATES_WITH_PARTICLE.with(Roles::PARTICLE)))
        || roles.all(Roles::SPEECH_NOUN.with(Roles::THAT))
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
        let any = seen.roles.any(Roles::AS.with(Roles::THAT));
        let verb = if any { Roles::SPEECH_VERB } else { Roles::STATES.with(Roles::STATES_WITH_PARTICLE) };
        let noun = if seen.roles.any(Roles::THAT) { Roles::SPEECH_NOUN } else { none };
        Self { verb, noun, adjective: none, hearsay: none }
    }

    /// All of them.
    pub(crate) fn all(self) -> Roles {
        self.verb.with(self.noun).with(self.adjective).with(self.hearsay).with(Roles::SOURCE)
    }
}
