//! Words that say something about the numbers beside them.

/// The role of a word, as `lexicon/cues.csv` gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Cue {
    /// Nothing.
    None,
    /// `a`, `an`.
    Article,
    /// `the`.
    The,
    /// `and`, `et`.
    And,
    /// `or`.
    Or,
    /// `to`, between the ends of a range.
    To,
    /// The same in another language.
    LeftoverTo,
    /// `between`.
    Between,
    /// `of`.
    Of,
    /// `de`, between a number and what it counts.
    De,
    /// `point`, before decimals.
    Point,
    /// `minus`.
    Minus,
    /// `over`, a fraction's bar.
    Over,
    /// `in`.
    In,
    /// `out`.
    Out,
    /// `per`.
    Per,
    /// `percent`.
    Percent,
    /// `cent`, after `per`.
    Cent,
    /// `square`.
    Square,
    /// `cubic`.
    Cubic,
    /// Makes the number after it a name: `article`, `flight`.
    Name,
    /// `aged`.
    Aged,
    /// Speaks of games and votes: `won`, `beat`.
    Score,
    /// Speaks of change, so that `from … to …` are two numbers: `rose`, `cut`.
    Change,
    /// Makes `one` a pronoun: `no`, `each`.
    Pronoun,
    /// Begins a measure of several words: `basis points`, `Hong Kong dollars`.
    Lead,
    /// Another word that is no noun.
    Function,
}

impl Cue {
    /// Whether a number may begin with it.
    pub(super) const fn starts(self) -> bool {
        matches!(self, Self::Article | Self::Minus | Self::Point | Self::Percent | Self::Per)
    }
}
