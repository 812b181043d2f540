//! How long: ISO 8601 durations, exact, with `X` for an amount that is not said.

use std::fmt;

use super::unit::Unit;

/// How many: an exact decimal, or some.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) enum Amount {
    /// `digits / 10^scale`.
    Exact { digits: u32, scale: u8 },
    /// More than one, but not how many: `X`.
    Some,
}

impl Amount {
    pub(crate) const fn whole(digits: u32) -> Self {
        Self::Exact { digits, scale: 0 }
    }

    /// The amount, where it is a whole number.
    pub(crate) const fn as_whole(self) -> Option<u32> {
        match self {
            Self::Exact { digits, scale: 0 } => Some(digits),
            _ => None,
        }
    }

    fn times(self, factor: u32) -> Option<Self> {
        match self {
            Self::Exact { digits, scale } => {
                digits.checked_mul(factor).map(|digits| Self::Exact { digits, scale }.trimmed())
            }
            Self::Some => Some(Self::Some),
        }
    }

    /// Without idle zeros after the point.
    pub(crate) fn trimmed(self) -> Self {
        match self {
            Self::Exact { mut digits, mut scale } => {
                while scale > 0 && digits % 10 == 0 {
                    (digits, scale) = (digits / 10, scale - 1);
                }
                Self::Exact { digits, scale }
            }
            Self::Some => self,
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Some => f.write_str("X"),
            Self::Exact { digits, scale: 0 } => write!(f, "{digits}"),
            Self::Exact { digits, scale } => {
                let one = 10_u32.pow(u32::from(scale.min(9)));
                write!(f, "{}.{:0width$}", digits / one, digits % one, width = usize::from(scale))
            }
        }
    }
}

/// No duration in a text has more parts that are written out.
const PARTS: usize = 4;

/// A length of time: up to four amounts with their units, the largest first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(crate) struct Duration {
    parts: [Option<(Amount, Unit)>; PARTS],
    /// Whether decades are written as `DE`, centuries as `CE`.
    decades: bool,
}

impl Duration {
    pub(crate) const fn of(amount: Amount, unit: Unit) -> Self {
        Self { parts: [Some((amount, unit)), None, None, None], decades: false }
    }

    /// This and a part of a smaller unit. `None` if the unit is not smaller or there are too many parts.
    pub(crate) fn and(mut self, amount: Amount, unit: Unit) -> Option<Self> {
        let free = self.parts.iter().position(Option::is_none)?;
        let last = self.parts[free.checked_sub(1)?]?;
        (unit < last.1).then(|| self.parts[free] = Some((amount, unit)))?;
        Some(self)
    }

    /// The same, with decades and centuries written as TIMEX3 writes them.
    pub(crate) const fn in_decades(self) -> Self {
        Self { decades: true, ..self }
    }

    /// Its amount and unit, if it has but one.
    pub(crate) const fn single(&self) -> Option<(Amount, Unit)> {
        match self.parts {
            [part, None, ..] => part,
            _ => None,
        }
    }

    /// Its largest part.
    pub(crate) const fn largest(&self) -> Option<(Amount, Unit)> {
        self.parts[0]
    }

    /// Its parts, the largest first.
    pub(crate) fn parts(&self) -> impl Iterator<Item = (Amount, Unit)> + '_ {
        self.parts.iter().flatten().copied()
    }
}

impl fmt::Display for Duration {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("P")?;
        let mut in_clock = false;
        for (amount, unit) in self.parts() {
            if unit.is_of_clock() && !in_clock {
                in_clock = true;
                f.write_str("T")?;
            }
            match unit {
                Unit::Decade if self.decades => write!(f, "{amount}DE")?,
                Unit::Century if self.decades => write!(f, "{amount}CE")?,
                _ => write_part(amount, unit, f)?,
            }
        }
        Ok(())
    }
}

/// ISO 8601 has no decades: `P20Y`. Where their number is not said, that would lose the unit, and TIMEX3's `PXDE` keeps it.
fn write_part(amount: Amount, unit: Unit, f: &mut fmt::Formatter<'_>) -> fmt::Result {
    match (amount, unit) {
        (Amount::Some, Unit::Decade) => f.write_str("XDE"),
        (Amount::Some, Unit::Century) => f.write_str("XCE"),
        (Amount::Some, Unit::Millennium) => f.write_str("XML"),
        (Amount::Some, Unit::Quarter) => f.write_str("XQ"),
        (_, Unit::Weekend) => write!(f, "{amount}WE"),
        _ => {
            let (factor, letter) = unit.iso();
            write!(f, "{}{letter}", amount.times(factor).unwrap_or(Amount::Some))
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn exact(digits: u32, scale: u8, unit: Unit) -> String {
        Duration::of(Amount::Exact { digits, scale }, unit).to_string()
    }

    #[test]
    fn a_duration_is_written_as_iso_8601_says() {
        assert_eq!(exact(2, 0, Unit::Day), "P2D");
        assert_eq!(exact(48, 0, Unit::Hour), "PT48H");
        assert_eq!(exact(25, 1, Unit::Hour), "PT2.5H");
        assert_eq!(exact(3, 0, Unit::Quarter), "P9M");
        assert_eq!(exact(2, 0, Unit::Decade), "P20Y");
        assert_eq!(exact(15, 1, Unit::Decade), "P15Y");
        assert_eq!(exact(1, 0, Unit::Weekend), "P1WE");
    }

    #[test]
    fn an_unsaid_amount_is_x() {
        assert_eq!(Duration::of(Amount::Some, Unit::Year).to_string(), "PXY");
        assert_eq!(Duration::of(Amount::Some, Unit::Minute).to_string(), "PTXM");
        assert_eq!(Duration::of(Amount::Some, Unit::Decade).to_string(), "PXDE");
    }

    #[test]
    fn parts_go_from_large_to_small() {
        let year = Duration::of(Amount::whole(1), Unit::Year);
        assert_eq!(year.and(Amount::whole(6), Unit::Month).map(|d| d.to_string()).as_deref(), Some("P1Y6M"));
        assert_eq!(year.and(Amount::whole(3), Unit::Hour).map(|d| d.to_string()).as_deref(), Some("P1YT3H"));
        assert_eq!(year.and(Amount::whole(2), Unit::Year), None);
    }
}
