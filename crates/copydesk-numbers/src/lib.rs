//! The stage numbers: numbers, money, quantities, dates.
