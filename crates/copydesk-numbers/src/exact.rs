//! Numbers as they are written, never rounded.

use std::fmt;

/// An exact number. Written as a decimal, as `p/q`, or as its digits.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Exact {
    /// Up to 38 digits and a power of ten.
    Decimal(Decimal),
    /// A fraction that is no decimal, or was written as a fraction.
    Ratio {
        /// Above the bar.
        numerator: i128,
        /// Below the bar; not 0.
        denominator: u64,
    },
    /// More digits than fit elsewhere, with a point perhaps.
    Digits(Box<str>),
}

/// `mantissa × 10^exponent`. The mantissa ends in no zero.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Decimal {
    mantissa: i128,
    exponent: i16,
}

impl Decimal {
    /// `mantissa × 10^exponent`.
    #[must_use]
    pub const fn new(mut mantissa: i128, mut exponent: i16) -> Self {
        if mantissa == 0 {
            return Self { mantissa, exponent: 0 };
        }
        while mantissa % 10 == 0 {
            mantissa /= 10;
            exponent += 1;
        }
        Self { mantissa, exponent }
    }

    /// The digits without the power of ten.
    #[must_use]
    pub const fn mantissa(self) -> i128 {
        self.mantissa
    }

    /// The power of ten.
    #[must_use]
    pub const fn exponent(self) -> i16 {
        self.exponent
    }

    /// Whether it has no part after the point.
    #[must_use]
    pub const fn is_whole(self) -> bool {
        self.exponent >= 0
    }

    /// The whole number it is, if it is one and fits.
    #[must_use]
    pub fn whole(self) -> Option<i128> {
        let power = 10_i128.checked_pow(u32::try_from(self.exponent).ok()?)?;
        self.mantissa.checked_mul(power)
    }

    /// The product with a power of ten.
    #[must_use]
    pub const fn shift(self, power: i16) -> Self {
        if self.mantissa == 0 {
            return self;
        }
        Self { mantissa: self.mantissa, exponent: self.exponent.saturating_add(power) }
    }

    /// The product, if it fits.
    #[must_use]
    pub fn times(self, other: Self) -> Option<Self> {
        let mantissa = self.mantissa.checked_mul(other.mantissa)?;
        Some(Self::new(mantissa, self.exponent.checked_add(other.exponent)?))
    }

    /// The sum, if it fits.
    #[must_use]
    pub fn plus(self, other: Self) -> Option<Self> {
        let exponent = self.exponent.min(other.exponent);
        let lift = |n: Self| {
            let power = u32::try_from(n.exponent - exponent).ok()?;
            n.mantissa.checked_mul(10_i128.checked_pow(power)?)
        };
        Some(Self::new(lift(self)?.checked_add(lift(other)?)?, exponent))
    }

    /// Whether it is less than another.
    #[must_use]
    pub fn less(self, other: Self) -> bool {
        match other.plus(self.negated()) {
            Some(difference) => difference.mantissa > 0,
            None => self.exponent < other.exponent,
        }
    }

    /// The number with the other sign.
    #[must_use]
    pub const fn negated(self) -> Self {
        Self { mantissa: -self.mantissa, exponent: self.exponent }
    }
}

impl From<i128> for Decimal {
    fn from(n: i128) -> Self {
        Self::new(n, 0)
    }
}

impl Exact {
    /// The decimal it is, unless it is a fraction or too long.
    #[must_use]
    pub fn decimal(&self) -> Option<Decimal> {
        match self {
            Self::Decimal(decimal) => Some(*decimal),
            _ => None,
        }
    }

    /// The number with the other sign.
    #[must_use]
    pub fn negated(self) -> Self {
        match self {
            Self::Decimal(decimal) => Self::Decimal(decimal.negated()),
            Self::Ratio { numerator, denominator } => Self::Ratio { numerator: -numerator, denominator },
            Self::Digits(digits) => Self::Digits(format!("-{digits}").into()),
        }
    }
}

impl From<Decimal> for Exact {
    fn from(decimal: Decimal) -> Self {
        Self::Decimal(decimal)
    }
}

impl fmt::Display for Decimal {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.exponent >= 0 {
            write!(f, "{}", self.mantissa)?;
            return (0..self.exponent).try_for_each(|_| f.write_str("0"));
        }
        let places = usize::from(self.exponent.unsigned_abs());
        let sign = if self.mantissa < 0 { "-" } else { "" };
        match 10_u128.checked_pow(places as u32) {
            Some(power) => {
                let (whole, rest) =
                    (self.mantissa.unsigned_abs() / power, self.mantissa.unsigned_abs() % power);
                write!(f, "{sign}{whole}.{rest:0places$}")
            }
            None => write!(f, "{sign}0.{:0places$}", self.mantissa.unsigned_abs()),
        }
    }
}

impl fmt::Display for Exact {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Decimal(decimal) => decimal.fmt(f),
            Self::Ratio { numerator, denominator } => write!(f, "{numerator}/{denominator}"),
            Self::Digits(digits) => f.write_str(digits),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn decimals_are_written_in_full_and_without_idle_zeros() {
        let cases = [
            ((1_i128, 0_i16), "1"),
            ((135, 7), "1350000000"),
            ((1250, -2), "12.5"),
            ((-4, -1), "-0.4"),
            ((7, -3), "0.007"),
            ((0, 5), "0"),
        ];
        for ((mantissa, exponent), written) in cases {
            assert_eq!(Decimal::new(mantissa, exponent).to_string(), written);
        }
    }

    #[test]
    fn sums_and_products_are_exact() {
        let (a, b) = (Decimal::new(1, -1), Decimal::new(2, -1));
        assert_eq!(a.plus(b).unwrap().to_string(), "0.3");
        assert_eq!(a.times(b).unwrap().to_string(), "0.02");
        assert_eq!(Decimal::new(i128::MAX, 0).times(Decimal::new(3, 0)), None);
    }
}
