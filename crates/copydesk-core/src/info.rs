//! What is known of a stage without building it.

use crate::erased::{BuildFailure, DynStage};
use crate::{LayerId, Setup};

/// A stage's name, documentation, layers and maker.
///
/// Written with [`declare_stage!`](crate::declare_stage).
pub struct StageInfo {
    /// The name in pipeline files.
    pub name: &'static str,
    /// One line.
    pub summary: &'static str,
    /// The doc comment of the declaration, in Markdown.
    pub docs: &'static str,
    /// Layers that an earlier stage must have provided.
    pub requires: &'static [LayerId],
    /// Layers that are read if they are there.
    pub uses: &'static [LayerId],
    /// Layers that are there afterwards.
    pub provides: &'static [LayerId],
    /// Whether it changes the text.
    pub edits: bool,
    /// Whether running it on its own output changes nothing.
    pub idempotent: bool,
    /// A Markdown case: a pipeline, a text, and what becomes of it.
    pub example: &'static str,
    /// The crate it comes from, with its version.
    pub krate: (&'static str, &'static str),
    /// Source file and line of the declaration.
    pub at: (&'static str, u32),
    #[doc(hidden)]
    pub build: Build,
    #[doc(hidden)]
    pub schema: fn(&mut schemars::SchemaGenerator) -> schemars::Schema,
}

/// Builds a stage from its options.
type Build = fn(toml::de::ValueDeserializer<'_>, &Setup) -> Result<Box<dyn DynStage>, BuildFailure>;

impl StageInfo {
    /// Whether the stage may read a layer.
    #[must_use]
    pub fn reads(&self, layer: LayerId) -> bool {
        self.requires.contains(&layer) || self.uses.contains(&layer)
    }

    /// The JSON Schema of the options.
    #[must_use]
    pub fn options(&self, generator: &mut schemars::SchemaGenerator) -> schemars::Schema {
        (self.schema)(generator)
    }
}

impl std::fmt::Debug for StageInfo {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "stage `{}`", self.name)
    }
}

/// Declares a stage and registers it with every program that links the crate.
///
/// The doc comment becomes the stage's page in the manual. The macro also
/// writes a test that checks the declaration. A stage crate needs `schemars`
/// and `serde` beside the core only if it has options or layers of its own.
///
/// ```
/// use copydesk_core::prelude::*;
///
/// declare_stage! {
///     /// Writes ` -- ` as a dash.
///     ///
///     /// `Rome -- the city` becomes `Rome – the city`.
///     pub static DASHES: Dashes = {
///         name: "dashes",
///         summary: "writes ` -- ` as a dash",
///         requires: [],
///         uses: [],
///         provides: [],
///         edits: true,
///         idempotent: true,
///         example: "",
///     }
/// }
///
/// /// The stage `dashes`.
/// pub struct Dashes;
///
/// const DASH: Rule = Rule::new("spaced-hyphens", Grade::Style);
///
/// impl Stage for Dashes {
///     type Config = NoOptions;
///     type Scratch = ();
///
///     fn new(_: NoOptions, _: &Setup) -> Result<Self, BuildError> {
///         Ok(Self)
///     }
///
///     fn run(&self, doc: View<'_>, out: &mut Output<'_>, (): &mut ()) -> Result<(), StageError> {
///         for (at, dash) in doc.text().match_indices(" -- ") {
///             out.replace(at..at + dash.len(), " – ", &DASH);
///         }
///         Ok(())
///     }
/// }
/// # fn main() {}
/// ```
#[macro_export]
macro_rules! declare_stage {
    (
        $(#[doc = $doc:expr])+
        $vis:vis static $info:ident: $stage:ty = {
            name: $name:literal,
            summary: $summary:literal,
            requires: [$($requires:ty),* $(,)?],
            uses: [$($uses:ty),* $(,)?],
            provides: [$($provides:ty),* $(,)?],
            edits: $edits:literal,
            idempotent: $idempotent:literal,
            example: $example:expr $(,)?
        }
    ) => {
        $(#[doc = $doc])+
        $vis static $info: $crate::StageInfo = $crate::StageInfo {
            name: $name,
            summary: $summary,
            docs: concat!($($doc, "\n"),+),
            requires: &[$($crate::LayerId::of::<$requires>()),*],
            uses: &[$($crate::LayerId::of::<$uses>()),*],
            provides: &[$($crate::LayerId::of::<$provides>()),*],
            edits: $edits,
            idempotent: $idempotent,
            example: $example,
            krate: (env!("CARGO_PKG_NAME"), env!("CARGO_PKG_VERSION")),
            at: (file!(), line!()),
            build: $crate::__private::build::<$stage>,
            schema: $crate::__private::schema::<$stage>,
        };
        $crate::__private::inventory::submit! { $crate::Linked(&$info) }

        #[cfg(test)]
        #[test]
        fn the_declaration_is_sound() {
            $crate::contract::check(&$info);
        }
    };
}
