//! JSON as bytes: checked and searched without building anything.

pub(crate) mod escape;
pub(crate) mod scan;
pub(crate) mod special;
pub(crate) mod unescape;
