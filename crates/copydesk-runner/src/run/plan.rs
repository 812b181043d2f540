//! Which files a run reads, and the names of the files it writes.

use std::collections::BTreeMap;
use std::path::{Component, Path, PathBuf};

use copydesk_io::{Codec, Shape, Source, named};

/// One input of a run.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Input {
    /// Where it is read.
    pub(crate) source: Source,
    /// What messages call it.
    pub(crate) name: String,
    /// Its result's name in the output folder, without the ending.
    pub(crate) stem: PathBuf,
    /// How its records lie.
    pub(crate) shape: Shape,
    /// How it is compressed; `None` if only its first bytes say it.
    pub(crate) codec: Option<Codec>,
}

impl Input {
    /// A file of records whatever its name is.
    pub(crate) fn of_records(path: &Path) -> Self {
        let name = path.display().to_string();
        let table = path.extension().is_some_and(|end| end == "parquet");
        let (shape, codec) = (if table { Shape::Parquet } else { Shape::Jsonl }, None);
        Self { source: Source::File(path.to_owned()), name, stem: path.to_owned(), shape, codec }
    }
}

/// Every input that the arguments name, in their order, those of a folder or
/// glob by name. What lies in `output` is left out.
///
/// # Errors
///
/// If an argument names nothing, or a file whose form its name does not say,
/// or two results would have one name.
pub(crate) fn inputs(arguments: &[String], base: &Path, output: Option<&Path>) -> Result<Vec<Input>, String> {
    let mut inputs: Vec<Input> = Vec::new();
    let output = output.and_then(|folder| folder.canonicalize().ok());
    for argument in arguments {
        for input in named_by(argument, base, output.as_deref())? {
            if !inputs.iter().any(|known| known.source == input.source) {
                inputs.push(input);
            }
        }
    }
    one_result_each(&inputs)?;
    Ok(inputs)
}

fn named_by(argument: &str, base: &Path, output: Option<&Path>) -> Result<Vec<Input>, String> {
    if argument == "-" {
        return Ok(vec![stdin()]);
    }
    let path = base.join(argument);
    if path.is_dir() {
        return folder(&path, output);
    }
    if path.exists() || !is_glob(argument) {
        return Ok(vec![file(&path, Path::new(""))?]);
    }
    glob(&path, output)
}

fn stdin() -> Input {
    let (name, stem) = ("standard input".to_owned(), "stdin".into());
    Input { source: Source::Stdin, name, stem, shape: Shape::Jsonl, codec: None }
}

fn is_glob(argument: &str) -> bool {
    argument.contains(['*', '?', '[', '{'])
}

/// A file that was named. `within` is the folder of its result.
fn file(path: &Path, within: &Path) -> Result<Input, String> {
    let shown = path.display();
    std::fs::metadata(path).map_err(|error| format!("cannot read {shown}: {error}"))?;
    let Some((stem, shape, codec)) = named(path) else {
        return Err(format!(
            "cannot tell the form of {shown} by its name\n\
             known are .jsonl, .jsonl.gz, .jsonl.zst, .parquet and .txt; standard input (`-`) is read as JSONL"
        ));
    };
    let (name, stem) = (shown.to_string(), within.join(stem));
    Ok(Input { source: Source::File(path.to_owned()), name, stem, shape, codec: Some(codec) })
}

fn folder(root: &Path, output: Option<&Path>) -> Result<Vec<Input>, String> {
    let files = files_under(root, output)?;
    let inputs = within(root, files.into_iter().filter(|path| named(path).is_some()))?;
    if inputs.is_empty() {
        return Err(format!("the folder {} holds no file of a known form", root.display()));
    }
    Ok(inputs)
}

fn glob(pattern: &Path, output: Option<&Path>) -> Result<Vec<Input>, String> {
    let shown = pattern.display();
    let glob = globset::GlobBuilder::new(&pattern.to_string_lossy())
        .literal_separator(true)
        .build()
        .map_err(|error| format!("{shown} is no glob: {error}"))?
        .compile_matcher();
    let root: PathBuf = pattern.components().take_while(|part| !is_pattern(part)).collect();
    let root = if root.as_os_str().is_empty() { PathBuf::from(".") } else { root };
    let named =
        |path: &PathBuf| glob.is_match(path.strip_prefix("./").unwrap_or(path)) || glob.is_match(path);
    let inputs = within(&root, files_under(&root, output)?.into_iter().filter(named))?;
    if inputs.is_empty() {
        return Err(format!("no file matches {shown}"));
    }
    Ok(inputs)
}

fn is_pattern(part: &Component<'_>) -> bool {
    is_glob(&part.as_os_str().to_string_lossy())
}

fn within(root: &Path, files: impl Iterator<Item = PathBuf>) -> Result<Vec<Input>, String> {
    let folder = |path: &Path| {
        let inside = path.parent().and_then(|parent| parent.strip_prefix(root).ok());
        inside.unwrap_or(Path::new("")).to_owned()
    };
    files.map(|path| file(&path, &folder(&path))).collect()
}

/// Every file below a folder, by path, but for hidden ones and those of the output folder.
fn files_under(root: &Path, output: Option<&Path>) -> Result<Vec<PathBuf>, String> {
    let cannot = |error: std::io::Error| format!("cannot read the folder {}: {error}", root.display());
    let mut files = Vec::new();
    let mut folders = vec![root.to_owned()];
    while let Some(folder) = folders.pop() {
        if output.is_some_and(|output| folder.canonicalize().is_ok_and(|folder| folder == output)) {
            continue;
        }
        for entry in std::fs::read_dir(&folder).map_err(cannot)? {
            let path = entry.map_err(cannot)?.path();
            let hidden = path.file_name().is_some_and(|name| name.to_string_lossy().starts_with('.'));
            match () {
                () if hidden => {}
                () if path.is_dir() => folders.push(path),
                () => files.push(path),
            }
        }
    }
    files.sort();
    Ok(files)
}

fn one_result_each(inputs: &[Input]) -> Result<(), String> {
    let mut known = BTreeMap::new();
    for input in inputs {
        if let Some(other) = known.insert(&input.stem, input) {
            return Err(format!(
                "{} and {} would be written to one file\nname a folder above both, or run them apart",
                other.name, input.name
            ));
        }
    }
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn folder_with(files: &[&str]) -> tempfile::TempDir {
        let folder = tempfile::tempdir().unwrap();
        for file in files {
            let path = folder.path().join(file);
            std::fs::create_dir_all(path.parent().unwrap()).unwrap();
            std::fs::write(path, "").unwrap();
        }
        folder
    }

    fn stems(folder: &tempfile::TempDir, arguments: &[&str]) -> Result<Vec<String>, String> {
        let arguments: Vec<_> = arguments.iter().map(ToString::to_string).collect();
        let inputs = inputs(&arguments, folder.path(), Some(&folder.path().join("out")))?;
        Ok(inputs.iter().map(|input| input.stem.display().to_string()).collect())
    }

    #[test]
    fn folders_and_globs_give_their_files_by_name_and_keep_their_folders() {
        let folder =
            folder_with(&["b/2.jsonl", "b/1.jsonl.zst", "a.txt", "b/note.md", ".x/3.jsonl", "out/old.jsonl"]);
        assert_eq!(stems(&folder, &["."]).unwrap(), ["a", "b/1", "b/2"]);
        assert_eq!(stems(&folder, &["**/*.jsonl*"]).unwrap(), ["b/1", "b/2"]);
        assert_eq!(stems(&folder, &["b/2.jsonl", "b"]).unwrap(), ["2", "1"]);
    }

    #[test]
    fn what_names_nothing_or_too_much_is_said() {
        let folder = folder_with(&["a.jsonl", "b/a.jsonl", "c/d.csv"]);
        for (arguments, told) in [
            (vec!["no.jsonl"], "cannot read"),
            (vec!["*.parquet"], "no file matches"),
            (vec!["c/d.csv"], "cannot tell the form"),
            (vec!["c"], "holds no file of a known form"),
            (vec!["a.jsonl", "b"], "would be written to one file"),
        ] {
            let error = stems(&folder, &arguments).unwrap_err();
            assert!(error.contains(told), "{arguments:?}: {error}");
        }
    }
}
