//! Files that appear under their name only when whole.

use std::fs::{self, File};
use std::io::{self, Write};
use std::path::Path;

/// Writes a file whole, or leaves the one that was there.
pub(crate) fn write(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let mut name = path.as_os_str().to_owned();
    name.push(".tmp");
    let mut file = File::create(&name)?;
    file.write_all(bytes)?;
    file.sync_all()?;
    rename(Path::new(&name), path)
}

/// Gives a file that is on the disk its name, for good.
pub(crate) fn rename(from: &Path, to: &Path) -> io::Result<()> {
    let folder = to.parent().unwrap_or(Path::new("."));
    fs::create_dir_all(folder)?;
    fs::rename(from, to)?;
    let folder = if folder.as_os_str().is_empty() { Path::new(".") } else { folder };
    File::open(folder)?.sync_all()
}
