//! Fills columns from JSON, without making values in between.

use std::fmt;

use serde::Deserialize;
use serde::de::{
    DeserializeSeed, Deserializer, Error, IgnoredAny, MapAccess, SeqAccess, Unexpected, Visitor,
};

use super::builder::{Builder, StructBuilder};

impl<'de> DeserializeSeed<'de> for &mut Builder {
    type Value = ();

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<(), D::Error> {
        if let Builder::Json(column) = self {
            match serde_json::Value::deserialize(deserializer)? {
                serde_json::Value::Null => column.append_null(),
                value => column.append_value(value.to_string()),
            }
            return Ok(());
        }
        deserializer.deserialize_any(Fill(self))
    }
}

struct Fill<'a>(&'a mut Builder);

impl<'de> Visitor<'de> for Fill<'_> {
    type Value = ();

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self.0 {
            Builder::Bool(_) => "true or false",
            Builder::Int64(_) => "an integer",
            Builder::UInt32(_) | Builder::UInt64(_) => "an integer that is not negative",
            Builder::Float(_) => "a number",
            Builder::Text(_) => "a string",
            Builder::Json(_) => "any value",
            Builder::List(_) => "a list",
            Builder::Struct(_) => "an object",
        })
    }

    fn visit_unit<E: Error>(self) -> Result<(), E> {
        self.0.append_null();
        Ok(())
    }

    fn visit_bool<E: Error>(self, value: bool) -> Result<(), E> {
        match self.0 {
            Builder::Bool(column) => column.append_value(value),
            _ => return Err(E::invalid_type(Unexpected::Bool(value), &self)),
        }
        Ok(())
    }

    fn visit_i64<E: Error>(self, value: i64) -> Result<(), E> {
        match (u64::try_from(value), &mut *self.0) {
            (_, Builder::Int64(column)) => column.append_value(value),
            #[expect(clippy::cast_precision_loss, reason = "the layer calls it a number")]
            (_, Builder::Float(column)) => column.append_value(value as f64),
            (Ok(value), _) => return self.visit_u64(value),
            _ => return Err(E::invalid_value(Unexpected::Signed(value), &self)),
        }
        Ok(())
    }

    fn visit_u64<E: Error>(self, value: u64) -> Result<(), E> {
        let wrong = |fill: &Self| E::invalid_value(Unexpected::Unsigned(value), fill);
        match &mut *self.0 {
            Builder::UInt64(column) => column.append_value(value),
            #[expect(clippy::cast_precision_loss, reason = "the layer calls it a number")]
            Builder::Float(column) => column.append_value(value as f64),
            Builder::UInt32(column) => match u32::try_from(value) {
                Ok(value) => column.append_value(value),
                Err(_) => return Err(wrong(&self)),
            },
            Builder::Int64(column) => match i64::try_from(value) {
                Ok(value) => column.append_value(value),
                Err(_) => return Err(wrong(&self)),
            },
            _ => return Err(wrong(&self)),
        }
        Ok(())
    }

    fn visit_f64<E: Error>(self, value: f64) -> Result<(), E> {
        match self.0 {
            Builder::Float(column) => column.append_value(value),
            _ => return Err(E::invalid_type(Unexpected::Float(value), &self)),
        }
        Ok(())
    }

    fn visit_str<E: Error>(self, value: &str) -> Result<(), E> {
        match self.0 {
            Builder::Text(column) => column.append_value(value),
            _ => return Err(E::invalid_type(Unexpected::Str(value), &self)),
        }
        Ok(())
    }

    /// A list, or the fields of a struct in their order.
    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<(), A::Error> {
        match self.0 {
            Builder::List(list) => {
                while items.next_element_seed(&mut list.item)?.is_some() {}
                list.end(true);
            }
            Builder::Struct(fields) => {
                for column in &mut fields.columns {
                    if items.next_element_seed(column)?.is_none() {
                        break;
                    }
                }
                while items.next_element::<IgnoredAny>()?.is_some() {}
                fields.end();
            }
            _ => return Err(A::Error::invalid_type(Unexpected::Seq, &self)),
        }
        Ok(())
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<(), A::Error> {
        let Builder::Struct(fields) = self.0 else {
            return Err(A::Error::invalid_type(Unexpected::Map, &self));
        };
        while let Some(open) = entries.next_key_seed(Key(fields))? {
            match open {
                Some(at) => entries.next_value_seed(&mut fields.columns[at])?,
                None => {
                    entries.next_value::<IgnoredAny>()?;
                }
            }
        }
        fields.end();
        Ok(())
    }
}

/// Finds the field of a key.
struct Key<'a>(&'a StructBuilder);

impl<'de> DeserializeSeed<'de> for Key<'_> {
    type Value = Option<usize>;

    fn deserialize<D: Deserializer<'de>>(self, deserializer: D) -> Result<Option<usize>, D::Error> {
        deserializer.deserialize_str(self)
    }
}

impl Visitor<'_> for Key<'_> {
    type Value = Option<usize>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a key")
    }

    fn visit_str<E: Error>(self, key: &str) -> Result<Option<usize>, E> {
        Ok(self.0.open(key))
    }
}

#[cfg(test)]
mod tests {
    use super::super::kind::{Field, Kind, span};
    use super::*;
    use arrow_array::RecordBatch;
    use arrow_array::cast::AsArray;

    fn filled(kind: &Kind, values: &[&str]) -> Result<String, serde_json::Error> {
        let mut builder = Builder::new(kind);
        for value in values {
            (&mut builder).deserialize(&mut serde_json::Deserializer::from_str(value))?;
        }
        let column = builder.finish();
        let batch = RecordBatch::from(column.as_struct().clone());
        let mut writer = arrow_json::WriterBuilder::new()
            .with_explicit_nulls(true)
            .build::<_, arrow_json::writer::LineDelimited>(Vec::new());
        writer.write(&batch).unwrap();
        writer.finish().unwrap();
        Ok(String::from_utf8(writer.into_inner()).unwrap())
    }

    fn kind() -> Kind {
        Kind::Struct(vec![
            Field::new("spans", Kind::List(Box::new(span()))),
            Field { optional: true, ..Field::new("names", Kind::List(Box::new(Kind::Text))) },
            Field::new("sure", Kind::Bool),
            Field::new("share", Kind::Float),
            Field::new("other", Kind::Json),
        ])
    }

    #[test]
    fn spans_are_read_as_pairs_and_as_objects() {
        let out = filled(&kind(), &[r#"{"spans":[[0,19],{"start":20,"end":21}],"x":[1],"other":{"a":[1]}}"#])
            .unwrap();
        assert_eq!(
            out,
            r#"{"spans":[{"start":0,"end":19},{"start":20,"end":21}],"names":null,"sure":false,"share":null,"other":"{\"a\":[1]}"}
"#
        );
    }

    #[test]
    fn the_first_of_two_values_of_one_key_counts_and_whole_numbers_are_numbers() {
        let out = filled(&kind(), &[r#"{"share":1,"share":2,"names":["a"],"sure":true}"#, "{}"]).unwrap();
        let lines: Vec<_> = out.lines().collect();
        assert_eq!(lines[0], r#"{"spans":[],"names":["a"],"sure":true,"share":1.0,"other":null}"#);
        assert_eq!(lines[1], r#"{"spans":[],"names":null,"sure":false,"share":null,"other":null}"#);
    }

    #[test]
    fn a_value_that_its_schema_does_not_describe_is_an_error() {
        for wrong in [r#"{"share":"a"}"#, r#"{"spans":7}"#, r#"{"sure":1}"#, r#"{"spans":[{"start":-1}]}"#] {
            assert!(filled(&kind(), &[wrong]).is_err(), "{wrong}");
        }
    }
}
