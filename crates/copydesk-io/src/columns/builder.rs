//! Builds a column out of JSON values.

use std::sync::Arc;

use arrow_array::builder::{
    BooleanBuilder, Float64Builder, Int64Builder, StringBuilder, UInt32Builder, UInt64Builder,
};
use arrow_array::{ArrayRef, ListArray, StructArray};
use arrow_buffer::{NullBufferBuilder, OffsetBuffer, ScalarBuffer};

use super::kind::{Field, Kind};

/// A column that grows.
pub(crate) enum Builder {
    Bool(BooleanBuilder),
    Int64(Int64Builder),
    UInt32(UInt32Builder),
    UInt64(UInt64Builder),
    Float(Float64Builder),
    Text(StringBuilder),
    Json(StringBuilder),
    List(Box<ListBuilder>),
    Struct(StructBuilder),
}

/// A list that grows.
pub(crate) struct ListBuilder {
    kind: Kind,
    pub(crate) item: Builder,
    ends: Vec<i32>,
    valid: NullBufferBuilder,
}

/// A struct that grows.
pub(crate) struct StructBuilder {
    fields: Vec<Field>,
    pub(crate) columns: Vec<Builder>,
    valid: NullBufferBuilder,
}

impl Builder {
    pub(crate) fn new(kind: &Kind) -> Self {
        match kind {
            Kind::Bool => Self::Bool(BooleanBuilder::new()),
            Kind::Int64 => Self::Int64(Int64Builder::new()),
            Kind::UInt32 => Self::UInt32(UInt32Builder::new()),
            Kind::UInt64 => Self::UInt64(UInt64Builder::new()),
            Kind::Float => Self::Float(Float64Builder::new()),
            Kind::Text => Self::Text(StringBuilder::new()),
            Kind::Json => Self::Json(StringBuilder::new()),
            Kind::List(item) => Self::List(Box::new(ListBuilder {
                kind: (**item).clone(),
                item: Self::new(item),
                ends: vec![0],
                valid: NullBufferBuilder::new(0),
            })),
            Kind::Struct(fields) => Self::Struct(StructBuilder {
                columns: fields.iter().map(|field| Self::new(&field.kind)).collect(),
                fields: fields.clone(),
                valid: NullBufferBuilder::new(0),
            }),
        }
    }

    pub(crate) fn len(&self) -> usize {
        use arrow_array::builder::ArrayBuilder;
        match self {
            Self::Bool(column) => column.len(),
            Self::Int64(column) => column.len(),
            Self::UInt32(column) => column.len(),
            Self::UInt64(column) => column.len(),
            Self::Float(column) => column.len(),
            Self::Text(column) | Self::Json(column) => column.len(),
            Self::List(list) => list.valid.len(),
            Self::Struct(fields) => fields.valid.len(),
        }
    }

    pub(crate) fn append_null(&mut self) {
        match self {
            Self::Bool(column) => column.append_null(),
            Self::Int64(column) => column.append_null(),
            Self::UInt32(column) => column.append_null(),
            Self::UInt64(column) => column.append_null(),
            Self::Float(column) => column.append_null(),
            Self::Text(column) | Self::Json(column) => column.append_null(),
            Self::List(list) => list.end(false),
            Self::Struct(fields) => {
                fields.columns.iter_mut().for_each(Self::append_null);
                fields.valid.append_null();
            }
        }
    }

    /// Appends what a value that was left out means.
    fn append_missing(&mut self, optional: bool) {
        match self {
            Self::Bool(column) if !optional => column.append_value(false),
            Self::List(list) if !optional => list.end(true),
            other => other.append_null(),
        }
    }

    /// The column, which begins again.
    pub(crate) fn finish(&mut self) -> ArrayRef {
        match self {
            Self::Bool(column) => Arc::new(column.finish()),
            Self::Int64(column) => Arc::new(column.finish()),
            Self::UInt32(column) => Arc::new(column.finish()),
            Self::UInt64(column) => Arc::new(column.finish()),
            Self::Float(column) => Arc::new(column.finish()),
            Self::Text(column) | Self::Json(column) => Arc::new(column.finish()),
            Self::List(list) => Arc::new(list.finish()),
            Self::Struct(fields) => Arc::new(fields.finish()),
        }
    }
}

impl ListBuilder {
    /// Ends a list, which is null if it is not valid.
    pub(crate) fn end(&mut self, valid: bool) {
        let end = i32::try_from(self.item.len()).expect("a block holds far fewer values");
        self.ends.push(end);
        self.valid.append(valid);
    }

    fn finish(&mut self) -> ListArray {
        let ends = std::mem::replace(&mut self.ends, vec![0]);
        let field = Arc::new(self.kind.arrow("element"));
        ListArray::new(
            field,
            OffsetBuffer::new(ScalarBuffer::from(ends)),
            self.item.finish(),
            self.valid.finish(),
        )
    }
}

impl StructBuilder {
    /// The field of a name, if it has no value yet.
    pub(crate) fn open(&self, name: &str) -> Option<usize> {
        let at = self.fields.iter().position(|field| field.name == name)?;
        (self.columns[at].len() == self.valid.len()).then_some(at)
    }

    /// Ends a value: fields that have none get what leaving them out means.
    pub(crate) fn end(&mut self) {
        let length = self.valid.len();
        for (field, column) in self.fields.iter().zip(&mut self.columns) {
            if column.len() == length {
                column.append_missing(field.optional);
            }
        }
        self.valid.append_non_null();
    }

    fn finish(&mut self) -> StructArray {
        let columns = self.columns.iter_mut().map(Builder::finish).collect();
        StructArray::new(super::kind::arrow_fields(&self.fields), columns, self.valid.finish())
    }
}
