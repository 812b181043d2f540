//! Documents in and out: JSONL, Parquet and text, plain and compressed.
