//! What the words of a sentence do in it.

/// What an item of a sentence is.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tag {
    Noun,
    Plural,
    Name,
    Adjective,
    Number,
    Det,
    Poss,
    /// The possessive `'s`.
    Genitive,
    /// `he`, `she`, `they`, `we`, `I`.
    Subject,
    /// `him`, `them`.
    Object,
    /// `it`, `you`, `everyone`.
    Pronoun,
    There,
    Prep,
    To,
    Cc,
    Sub,
    Wh,
    That,
    Modal,
    /// `he'll`, `we've`.
    SubjectModal,
    Be,
    Have,
    Do,
    Neg,
    Adverb,
    Particle,
    Time,
    /// The plain form of a verb: an infinitive or a present.
    Base,
    /// A verb in the third person.
    Third,
    Past,
    Participle,
    Ing,
    Comma,
    Semicolon,
    Colon,
    Dash,
    Open,
    Close,
    Stop,
    /// A whole quotation, marks included.
    Quote,
    Other,
}

impl Tag {
    /// Whether a noun phrase may end here.
    pub(crate) fn is_nominal(self) -> bool {
        matches!(
            self,
            Self::Noun
                | Self::Plural
                | Self::Name
                | Self::Number
                | Self::Subject
                | Self::Object
                | Self::Pronoun
                | Self::Time
        )
    }

    /// Whether a noun phrase may start here.
    pub(crate) fn starts_phrase(self) -> bool {
        self.is_nominal()
            || matches!(self, Self::Det | Self::Poss | Self::Adjective | Self::There | Self::SubjectModal)
    }

    /// Whether it is a verb that makes a clause, or helps to.
    pub(crate) fn is_finite(self) -> bool {
        matches!(
            self,
            Self::Third | Self::Past | Self::Modal | Self::Be | Self::Have | Self::Do | Self::SubjectModal
        )
    }

    /// Whether it is a verb form with a meaning of its own.
    pub(crate) fn is_verb(self) -> bool {
        matches!(self, Self::Base | Self::Third | Self::Past | Self::Participle | Self::Ing)
    }

    /// Whether it helps a verb: `has`, `will`, `never`.
    pub(crate) fn helps_verb(self) -> bool {
        matches!(self, Self::Modal | Self::Be | Self::Have | Self::Do | Self::Neg | Self::Adverb)
    }
}
