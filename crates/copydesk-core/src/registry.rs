//! The stages a program knows.

use std::collections::BTreeMap;

use crate::{Artifact, LayerId, StageInfo};

/// A stage that is linked into the program.
#[derive(Clone, Copy)]
pub struct Linked(pub &'static StageInfo);

inventory::collect!(Linked);

/// The stages a program knows, by name.
#[derive(Debug)]
pub struct Registry(BTreeMap<&'static str, &'static StageInfo>);

impl Registry {
    /// Every stage that is linked into the program.
    ///
    /// # Errors
    ///
    /// If two stages have one name, or there is none; says what to do.
    pub fn linked() -> Result<Self, String> {
        let registry = Self::of(inventory::iter::<Linked>.into_iter().map(|linked| linked.0))?;
        if registry.0.is_empty() {
            return Err("no stage is linked into this program: \
                        write `use NAME as _;` for each stage crate in its main.rs, such as `use copydesk_stages as _;`"
                .to_owned());
        }
        Ok(registry)
    }

    /// Exactly the given stages, for tests and unusual linkers.
    ///
    /// # Errors
    ///
    /// If two stages have one name; says where both are declared.
    pub fn of(stages: impl IntoIterator<Item = &'static StageInfo>) -> Result<Self, String> {
        let mut known = BTreeMap::new();
        for info in stages {
            if let Some(other) = known.insert(info.name, info) {
                return Err(two_of_one_name(info, other));
            }
        }
        Ok(Self(known))
    }

    /// The stage of a name.
    pub fn get(&self, name: &str) -> Option<&'static StageInfo> {
        self.0.get(name).copied()
    }

    /// Every stage, by name.
    pub fn iter(&self) -> impl Iterator<Item = &'static StageInfo> + '_ {
        self.0.values().copied()
    }

    /// The stage whose name is most like `name`, if one is like it at all.
    pub fn nearest(&self, name: &str) -> Option<&'static str> {
        crate::mistake::nearest(name, self.0.keys().copied())
    }

    /// Every layer that a stage provides, by name.
    pub fn layers(&self) -> Vec<LayerId> {
        let provided = self.iter().flat_map(|info| info.provides.iter().copied());
        let mut layers: Vec<_> = provided.chain([LayerId::of::<Artifact>()]).collect();
        layers.sort_by_key(|layer| layer.name());
        layers.dedup();
        layers
    }
}

fn two_of_one_name(info: &StageInfo, other: &StageInfo) -> String {
    let place = |i: &StageInfo| format!("{} {} ({}:{})", i.krate.0, i.krate.1, i.at.0, i.at.1);
    let mut places = [place(other), place(info)];
    places.sort();
    format!(
        "two stages are named `{}`:\n  {}\n  {}\nleave one of the two crates out of the program",
        info.name, places[0], places[1]
    )
}
