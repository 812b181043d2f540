//! Rows of a table as lines of JSON, and with another text.

use std::io;
use std::sync::Arc;

use arrow_array::cast::AsArray;
use arrow_array::{Array, ArrayRef, RecordBatch, RecordBatchOptions, StringArray, StructArray};
use arrow_json::WriterBuilder;
use arrow_json::writer::LineDelimited;
use arrow_schema::{ArrowError, DataType, Field, Fields, Schema};

use crate::FieldPath;
use crate::field::Step;

/// Appends every row as a line of JSON, nulls and all.
///
/// # Errors
///
/// If a column is of a type that has no JSON.
pub fn write_lines(rows: &RecordBatch, to: &mut Vec<u8>) -> io::Result<()> {
    let mut writer = WriterBuilder::new().with_explicit_nulls(true).build::<_, LineDelimited>(&mut *to);
    let wrong = |error| io::Error::other(format!("a column has no form in JSON: {error}"));
    in_utc(rows).and_then(|rows| writer.write(&rows)).and_then(|()| writer.finish()).map_err(wrong)
}

/// The rows with every instant in UTC, which needs no table of time zones.
fn in_utc(rows: &RecordBatch) -> Result<RecordBatch, ArrowError> {
    let schema = rows.schema();
    let fields: Vec<_> = schema.fields().iter().map(|field| field_in_utc(field)).collect();
    let columns = fields.iter().zip(rows.columns());
    let columns = columns.map(|(field, column)| arrow_cast::cast(column, field.data_type()));
    let columns = columns.collect::<Result<_, _>>()?;
    let options = RecordBatchOptions::new().with_row_count(Some(rows.num_rows()));
    RecordBatch::try_new_with_options(Arc::new(Schema::new(fields)), columns, &options)
}

fn field_in_utc(field: &Field) -> Field {
    let inside = |field: &Arc<Field>| Arc::new(field_in_utc(field));
    let kind = match field.data_type() {
        DataType::Timestamp(unit, Some(_)) => DataType::Timestamp(*unit, Some("+00:00".into())),
        DataType::List(item) => DataType::List(inside(item)),
        DataType::LargeList(item) => DataType::LargeList(inside(item)),
        DataType::Struct(fields) => DataType::Struct(fields.iter().map(inside).collect()),
        other => other.clone(),
    };
    field.clone().with_data_type(kind)
}

/// The rows with another text, which keeps its type. `None` if there is no text.
pub(crate) fn with_text(
    rows: &RecordBatch,
    field: &FieldPath,
    text: &StringArray,
) -> io::Result<Option<RecordBatch>> {
    let schema = rows.schema();
    let Some(columns) = replaced(schema.fields(), rows.columns(), field, 0, text)? else { return Ok(None) };
    RecordBatch::try_new(schema, columns).map(Some).map_err(io::Error::other)
}

fn replaced(
    fields: &Fields,
    columns: &[ArrayRef],
    path: &FieldPath,
    depth: usize,
    text: &StringArray,
) -> io::Result<Option<Vec<ArrayRef>>> {
    let mut columns = columns.to_vec();
    // As for JSON, where of two the last one counts.
    for (field, column) in fields.iter().zip(&mut columns).rev() {
        match (path.step(depth, field.name()), field.data_type()) {
            (Step::Here, kind) => *column = of_kind(text, kind)?,
            (Step::Inside, DataType::Struct(inner)) => {
                let outer = column.as_struct();
                let Some(inside) = replaced(inner, outer.columns(), path, depth + 1, text)? else { continue };
                let whole = StructArray::try_new(inner.clone(), inside, outer.nulls().cloned());
                *column = Arc::new(whole.map_err(io::Error::other)?);
            }
            _ => continue,
        }
        return Ok(Some(columns));
    }
    Ok(None)
}

fn of_kind(text: &StringArray, kind: &DataType) -> io::Result<ArrayRef> {
    arrow_cast::cast(text, kind).map_err(io::Error::other)
}

#[cfg(test)]
mod tests {
    use super::*;
    use arrow_array::TimestampSecondArray;

    #[test]
    fn a_text_is_replaced_wherever_it_lies_and_keeps_its_type() {
        let inner: Fields =
            vec![Field::new("body", DataType::LargeUtf8, true), Field::new("n", DataType::Utf8, true)].into();
        let body = arrow_cast::cast(&StringArray::from(vec!["a", "b"]), &DataType::LargeUtf8).unwrap();
        let n: ArrayRef = Arc::new(StringArray::from(vec![None, Some("x")]));
        let article: ArrayRef = Arc::new(StructArray::new(inner, vec![body, n], None));
        let rows = RecordBatch::try_from_iter([("article", article)]).unwrap();
        let text = StringArray::from(vec!["c", "d"]);
        let new = with_text(&rows, &FieldPath::new("article.body"), &text).unwrap().unwrap();
        let mut lines = Vec::new();
        write_lines(&new, &mut lines).unwrap();
        assert_eq!(
            String::from_utf8(lines).unwrap(),
            "{\"article\":{\"body\":\"c\",\"n\":null}}\n{\"article\":{\"body\":\"d\",\"n\":\"x\"}}\n"
        );
        assert!(with_text(&rows, &FieldPath::new("text"), &text).unwrap().is_none());
    }

    #[test]
    fn instants_of_any_zone_are_told_in_utc() {
        let at: ArrayRef = Arc::new(TimestampSecondArray::from(vec![0]).with_timezone("Europe/Paris"));
        let mut lines = Vec::new();
        write_lines(&RecordBatch::try_from_iter([("at", at)]).unwrap(), &mut lines).unwrap();
        assert_eq!(lines, b"{\"at\":\"1970-01-01T00:00:00Z\"}\n");
    }
}
