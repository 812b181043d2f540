//! The rules of the embedded packs, as `copydesk rules` shows them.

use std::sync::Arc;

use copydesk_core::{Place, RuleDoc, RuleSource};

use crate::pack::{Embedded, embedded, embedded_names, load};

fn rules() -> Vec<RuleDoc> {
    let packs = embedded_names().filter_map(|name| {
        let text = embedded(&format!("{name}.toml"))?.to_owned();
        load(&Arc::new(Place { name: name.to_owned(), text }), &Embedded).ok()
    });
    packs.flat_map(|pack| pack.units).map(|unit| unit.doc).collect()
}

copydesk_core::__private::inventory::submit! { RuleSource(rules) }
