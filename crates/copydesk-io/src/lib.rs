//! Documents in and out: JSONL, Parquet and text, plain and compressed.

mod block;
mod columns;
mod encode;
mod field;
mod format;
mod json;
mod open;
mod record;
mod restore;
mod splice;
mod table;
mod text;

pub use block::{Block, Cutter, Odd};
pub use columns::{
    Added, Origin, RowGroup, RowSource, Sheet, empty_rows, is_written, names as column_names, restore_file,
    seal, write_lines, written_records,
};
pub use encode::Encoder;
pub use field::FieldPath;
pub use format::{Codec, Format, Shape, named};
pub use open::{Gauge, Source, open};
pub use record::{Fields, Record, Unreadable};
pub use restore::{NotRestorable, restore_line};
pub use splice::{Splicer, Written};
pub use table::{Table, TableFormat, TableRows};
pub use text::{Part, split_at_blank_lines, write_text};
