//! Quotation marks: which characters they are and which style each belongs to.

/// The family a pair of quotation marks belongs to.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum MarkStyle {
    /// `“…”`, also `“…“` and `”…”`.
    Double,
    /// `"…"`.
    Straight,
    /// `‘…’`.
    Single,
    /// `'…'`.
    StraightSingle,
    /// `«…»` and `»…«`.
    Guillemet,
    /// `‹…›` and `›…‹`.
    SingleGuillemet,
    /// `„…“` and `„…”`.
    Low,
    /// `‚…‘` and `‚…’`.
    SingleLow,
    /// ` ``…'' `, as in typewritten corpora.
    Typewritten,
}

impl MarkStyle {
    /// Whether the marks are single ones, whose signs also serve as apostrophes.
    #[must_use]
    pub fn is_single(self) -> bool {
        matches!(self, Self::Single | Self::StraightSingle | Self::SingleLow)
    }
}

/// One quotation mark by its sign alone.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Mark {
    /// The style that the sign opens.
    pub style: MarkStyle,
    /// What the sign does in that style where its surroundings say nothing else.
    pub side: Side,
}

/// The side of a pair that a sign stands on.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Side {
    /// Opens: `“`.
    Open,
    /// Closes: `”`.
    Close,
    /// Both: `"`, and `''` where it stands for it.
    Either,
}

impl Mark {
    /// The quotation mark that a token's text is.
    #[must_use]
    pub fn of(sign: &str) -> Option<Self> {
        let mut signs = sign.chars();
        let (first, second) = (signs.next()?, signs.next());
        let Some(second) = second else { return Self::of_sign(first) };
        let side = match first {
            '`' => Side::Open,
            '\'' => Side::Either,
            '´' => Side::Close,
            _ => return None,
        };
        let doubled = second == first && signs.next().is_none();
        doubled.then_some(Self { style: MarkStyle::Typewritten, side })
    }

    /// The quotation mark that a single character is.
    pub(crate) fn of_sign(sign: char) -> Option<Self> {
        use MarkStyle as S;
        let (style, side) = match sign {
            '“' => (S::Double, Side::Open),
            '”' | '‟' => (S::Double, Side::Close),
            '"' | '＂' => (S::Straight, Side::Either),
            '‘' | '‛' => (S::Single, Side::Open),
            '’' => (S::Single, Side::Close),
            '\'' => (S::StraightSingle, Side::Either),
            '«' => (S::Guillemet, Side::Open),
            '»' => (S::Guillemet, Side::Close),
            '‹' => (S::SingleGuillemet, Side::Open),
            '›' => (S::SingleGuillemet, Side::Close),
            '„' => (S::Low, Side::Open),
            '‚' => (S::SingleLow, Side::Open),
            '`' => (S::Typewritten, Side::Open),
            _ => return None,
        };
        Some(Self { style, side })
    }

    /// Whether this sign may end a quotation of the style.
    #[must_use]
    pub fn ends(self, open: MarkStyle) -> bool {
        use MarkStyle as S;
        match open {
            S::Low => matches!(self.style, S::Double | S::Straight | S::Low),
            S::SingleLow => matches!(self.style, S::Single | S::StraightSingle),
            S::Double => matches!(self.style, S::Double | S::Straight | S::Typewritten),
            S::Straight => {
                matches!(self.style, S::Straight) || (self.style == S::Double && self.side == Side::Close)
            }
            S::Typewritten => matches!(self.style, S::Typewritten | S::StraightSingle | S::Straight),
            S::Single => matches!(self.style, S::Single | S::StraightSingle),
            S::StraightSingle => self.style == S::StraightSingle,
            S::Guillemet | S::SingleGuillemet => self.style == open,
        }
    }
}
