//! The fields of the records, named on the command line.

use crate::config::Input;

/// What goes over the field names of the pipeline file.
#[derive(clap::Args)]
pub(crate) struct FieldNames {
    /// The field of the text; a field inside another is named by both, as `article.body`.
    #[arg(long, value_name = "FIELD")]
    text: Option<String>,
    /// The field of the id.
    #[arg(long, value_name = "FIELD")]
    id: Option<String>,
    /// The field of the date.
    #[arg(long, value_name = "FIELD")]
    date: Option<String>,
}

impl FieldNames {
    /// Puts them over those of the pipeline file.
    pub(crate) fn put_over(&self, input: &mut Input) {
        if let Some(text) = &self.text {
            text.clone_into(&mut input.text);
        }
        input.id = self.id.clone().or(input.id.take());
        input.date = self.date.clone().or(input.date.take());
    }
}
