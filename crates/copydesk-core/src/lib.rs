//! Documents, stages and pipelines: what a stage author depends on.
