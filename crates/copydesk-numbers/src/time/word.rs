//! What a word means to the grammar of time.

use super::point::{DayPart, Season};
use super::unit::Unit;

/// The role of a word, as `lexicon/time.csv` gives it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum TimeWord {
    /// None.
    None,
    /// A month, from 1 to 12.
    Month(u8),
    /// A month's abbreviation.
    ShortMonth(u8),
    /// A month's name that translation left.
    ForeignMonth((Tongue, u8)),
    /// A day of the week, from 1 (Monday) to 7.
    Weekday(u8),
    /// The abbreviation of a day of the week.
    ShortWeekday(u8),
    /// A day of the week that translation left.
    ForeignWeekday((Tongue, u8)),
    /// A part of a day, in a language that translation left.
    ForeignPart((Tongue, DayPart)),
    /// `years`, in a language that says `the years 90` of a decade.
    ForeignYears(Tongue),
    /// `century`, in a language that translation left.
    ForeignCentury(Tongue),
    /// A unit in the singular.
    Unit(Unit),
    /// A unit in the plural.
    Units(Unit),
    /// A unit's abbreviation, which stands after digits only.
    ShortUnit(Unit),
    /// A number: 1 to 19, a ten, 100.
    Count(u8),
    /// A number's place: 1st to 31st.
    Ordinal(u8),
    /// `few`, `several`, `some`, `many`.
    Some,
    /// `couple`, `pair`.
    Couple,
    /// `half`.
    Half,
    /// `a`, `an`.
    Article,
    /// `the`.
    The,
    /// `this`, `current`.
    This,
    /// `last`, `past`, `previous`.
    Last,
    /// `next`, `coming`, `upcoming`.
    Next,
    /// `following`.
    Following,
    /// `same`, `that`.
    Same,
    /// `every`, `each`.
    Every,
    /// `daily`, `weekly`: the unit at which something comes again.
    Periodic(Unit),
    /// `recent`.
    Recent,
    /// A day by its distance: `yesterday` is -1.
    Deictic(i8),
    /// `tonight`.
    Tonight,
    /// A part of a day.
    Part(DayPart),
    /// A season.
    Season(Season),
    /// `noon`, `midday`.
    Noon,
    /// `midnight`.
    Midnight,
    /// `now`, `currently`.
    Now,
    /// `recently`, `lately`.
    Recently,
    /// `soon`.
    Soon,
    /// `future`.
    Future,
    /// `fiscal`.
    Fiscal,
    /// `early`, `earlier`.
    Early,
    /// `mid`, `middle`.
    Mid,
    /// `late`, `later`.
    Late,
    /// `end`, `close`.
    End,
    /// `start`, `beginning`.
    Start,
    /// A word that may stand between a count and its unit.
    Between,
    /// `EOM`, `EOY`: the end of a unit.
    EndOf(Unit),
    /// `BOM`: its beginning.
    StartOf(Unit),
    /// `Q`, before the number of a quarter.
    QuarterSign,
    /// `ago`.
    Ago,
    /// `once`, `twice`.
    Times,
    /// `about`, `around`, `roughly`.
    About,
    /// `nearly`, `almost`.
    Nearly,
    /// `more`, `over`.
    More,
    /// `less`, `fewer`, `under`.
    Less,
    /// `to`, `through`, `until`.
    To,
    /// `of`.
    Of,
    /// `and`.
    And,
    /// `or`.
    Or,
    /// `in`, `during`, `on`, `at`: what a date often follows.
    Preposition,
    /// `by`, `until`, `for`: what a date to come often follows.
    Ahead,
    /// `before`.
    Before,
    /// `after`.
    After,
    /// `from`, `since`, `between`.
    From,
    /// A zone of time: `GMT`.
    Zone,
    /// The first word of a named day.
    Holiday,
    /// A word of a decade: `nineties` is 9.
    Decade(u8),
    /// A verb or phrase that says that something is to come.
    ToCome,
    /// A verb that says that something has been.
    HasBeen,
    /// A verb of saying in the past.
    Said,
    /// A verb in the present that, of a meeting or a show, says it is to come.
    Opens,
    /// A word that begins a clause.
    Clause,
}

/// The language of a word that translation left.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Tongue {
    French,
    German,
    Spanish,
    Italian,
    Portuguese,
}

impl Tongue {
    /// Its name of a part of a day.
    pub(crate) const fn part(self, part: DayPart) -> (Self, DayPart) {
        (self, part)
    }

    /// Its name of the `n`th month or day of the week.
    pub(crate) const fn nth(self, n: u8) -> (Self, u8) {
        (self, n)
    }

    /// Its code in ISO 639-1.
    pub(crate) const fn code(self) -> &'static str {
        match self {
            Self::French => "fr",
            Self::German => "de",
            Self::Spanish => "es",
            Self::Italian => "it",
            Self::Portuguese => "pt",
        }
    }
}

impl TimeWord {
    /// Whether a reading may begin with it.
    pub(crate) const fn starts(self) -> bool {
        !matches!(
            self,
            Self::None
                | Self::ShortUnit(_)
                | Self::ForeignPart(_)
                | Self::Ago
                | Self::End
                | Self::Start
                | Self::Between
                | Self::To
                | Self::Of
                | Self::And
                | Self::Or
                | Self::Preposition
                | Self::Ahead
                | Self::Before
                | Self::After
                | Self::From
                | Self::Zone
                | Self::ToCome
                | Self::HasBeen
                | Self::Said
                | Self::Opens
                | Self::Clause
        )
    }

    /// The month it names, in any language.
    pub(crate) const fn month(self) -> Option<u8> {
        match self {
            Self::Month(month) | Self::ShortMonth(month) | Self::ForeignMonth((_, month)) => Some(month),
            _ => None,
        }
    }

    /// The day of the week it names, in any language.
    pub(crate) const fn weekday(self) -> Option<u8> {
        match self {
            Self::Weekday(day) | Self::ShortWeekday(day) | Self::ForeignWeekday((_, day)) => Some(day),
            _ => None,
        }
    }

    /// The unit it names, spelled out.
    pub(crate) const fn unit(self) -> Option<Unit> {
        match self {
            Self::Unit(unit) | Self::Units(unit) => Some(unit),
            _ => None,
        }
    }

    /// The language it was left in.
    pub(crate) const fn tongue(self) -> Option<Tongue> {
        match self {
            Self::ForeignMonth((tongue, _)) | Self::ForeignWeekday((tongue, _)) => Some(tongue),
            _ => None,
        }
    }
}
