//! What every declaration must keep to.

use crate::erased::BuildFailure;
use crate::{LayerId, Setup, StageInfo};

/// Checks a declaration; the test that `declare_stage!` writes calls this.
///
/// # Panics
///
/// If a name has the wrong form, something is not documented, or the options
/// admit unknown keys.
pub fn check(info: &StageInfo) {
    let name = info.name;
    assert!(words(name, '-'), "stage name `{name}`: use lower-case words joined by `-`");
    assert!(!info.docs.trim().is_empty(), "stage `{name}` has no documentation");
    assert!(one_line(info.summary), "stage `{name}`: the summary is one line without a full stop");
    info.provides.iter().for_each(|layer| check_layer(*layer));
    let twice = info.requires.iter().find(|layer| info.uses.contains(layer));
    assert!(twice.is_none(), "stage `{name}` both requires and uses {twice:?}: `requires` is enough");
    let unknown =
        toml::de::ValueDeserializer::parse("{ no-stage-has-this-option = 1 }").expect("this is TOML");
    let refused = matches!((info.build)(unknown, &Setup::default()), Err(BuildFailure::Options(_)));
    assert!(refused, "stage `{name}`: add #[serde(deny_unknown_fields)] to its options");
}

fn check_layer(layer: LayerId) {
    let name = layer.name();
    assert!(words(name, '_'), "layer name `{name}`: use lower-case words joined by `_`");
    assert!(one_line(layer.summary()), "layer `{name}`: the summary is one line without a full stop");
}

fn words(name: &str, joined_by: char) -> bool {
    name.split(joined_by)
        .all(|word| !word.is_empty() && word.bytes().all(|b| b.is_ascii_lowercase() || b.is_ascii_digit()))
}

fn one_line(summary: &str) -> bool {
    !summary.is_empty() && !summary.contains('\n') && !summary.ends_with('.')
}
