//! Flat tables for people: a row for each annotation of a layer.

mod cell;
mod columns;
mod rows;

pub use columns::Table;
pub use rows::TableRows;

/// The form of flat tables.
#[derive(
    Clone, Copy, Debug, Default, serde::Deserialize, serde::Serialize, schemars::JsonSchema, PartialEq, Eq,
)]
#[serde(rename_all = "lowercase")]
pub enum TableFormat {
    /// Comma-separated values, as spreadsheets read them.
    #[default]
    Csv,
    /// Apache Parquet.
    Parquet,
}

impl TableFormat {
    /// What follows the dot in a file's name.
    #[must_use]
    pub fn extension(self) -> &'static str {
        match self {
            Self::Csv => "csv",
            Self::Parquet => "parquet",
        }
    }
}
