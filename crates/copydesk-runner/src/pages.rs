//! Manual pages in Markdown, written from what stages and rules declare of themselves.

use std::fs;
use std::path::Path;

pub(crate) mod pack;
pub(crate) mod stage;

/// Writes pages into a folder, each as its name with `.md`; says how many.
pub(crate) fn write<'a>(
    dir: &Path,
    by: &str,
    pages: impl Iterator<Item = (&'a str, String)>,
) -> Result<usize, String> {
    let cannot = |path: &Path, error| format!("cannot write {}: {error}", path.display());
    fs::create_dir_all(dir).map_err(|error| cannot(dir, error))?;
    let mut written = 0;
    for (name, page) in pages {
        let path = dir.join(name).with_extension("md");
        let page = format!("<!-- Written by `{by}`: change the declaration that it is from. -->\n\n{page}");
        fs::write(&path, page).map_err(|error| cannot(&path, error))?;
        written += 1;
    }
    Ok(written)
}

/// A doc comment without the blank that follows its slashes.
pub(crate) fn unindented(docs: &str) -> String {
    docs.lines().map(|line| line.strip_prefix(' ').unwrap_or(line).trim_end().to_owned() + "\n").collect()
}

/// A Markdown table; nothing where it has no row. Columns that hold nothing are left out.
pub(crate) fn table<const N: usize>(heads: [&str; N], rows: &[[String; N]]) -> String {
    if rows.is_empty() {
        return String::new();
    }
    let used: Vec<_> = (0..N).filter(|column| rows.iter().any(|row| !row[*column].is_empty())).collect();
    let line = |cells: &[&str]| -> String {
        let cells: String = used.iter().map(|i| format!(" {} |", cells[*i].replace('|', "\\|"))).collect();
        format!("|{cells}\n")
    };
    let rule: String = used.iter().map(|_| "---|").collect();
    let body: String = rows.iter().map(|row| line(&row.each_ref().map(String::as_str))).collect();
    format!("{}|{rule}\n{body}", line(&heads))
}

/// A text in code marks, whatever stands in it. Nothing where it is empty.
pub(crate) fn code(text: &str) -> String {
    match text {
        "" => String::new(),
        _ if text.contains('`') => format!("`` {text} ``"),
        _ => format!("`{text}`"),
    }
}

/// A Markdown text with its headings so many levels lower, but for what stands in fences.
pub(crate) fn lowered(markdown: &str, levels: usize) -> String {
    let mut fenced = false;
    let mut lower = |line: &str| {
        fenced ^= line.starts_with("```");
        let levels = if line.starts_with('#') && !fenced { levels } else { 0 };
        format!("{:#<levels$}{line}\n", "")
    };
    markdown.lines().map(&mut lower).collect()
}
