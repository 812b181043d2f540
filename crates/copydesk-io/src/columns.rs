//! Tables of typed columns: Apache Parquet in and out.

mod annotated;
mod builder;
mod fill;
mod kind;
mod records;
mod restore;
mod row_group;
mod rows;
mod seal;
mod source;

pub(crate) use builder::Builder;
pub(crate) use kind::{Field, Kind};
pub(crate) use row_group::{frame, properties};

pub use annotated::Added;
pub use records::{is_written, written_records};
pub use restore::restore_file;
pub use row_group::{Origin, RowGroup, Sheet};
pub use rows::write_lines;
pub use seal::seal;
pub use source::{RowSource, empty_rows, names};
