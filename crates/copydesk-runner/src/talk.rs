//! What the program tells a person: standard error, so that standard output stays data.

use std::io::Write;

/// Says something. Where nobody listens there is nobody to tell, so a failure is passed over.
pub(crate) fn say(text: &str) {
    let _unheard = writeln!(std::io::stderr(), "{}", text.trim_end());
}
