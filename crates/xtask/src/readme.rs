//! The programs in the README: each is a file that the tests run, word for word.

use std::fs;

use crate::step::root;

/// A fenced block that follows such a line is the file that the line names.
const MARK: &str = "<!-- file: ";

pub(crate) fn check() -> Result<(), String> {
    let readme = read("README.md")?;
    let mut blocks = readme.split(MARK);
    // What stands before the first mark.
    blocks.next();
    let mut checked = 0;
    for block in blocks {
        let (file, rest) = block.split_once(" -->").ok_or("README.md: a mark has no end")?;
        let shown = rest
            .split_once("```")
            .and_then(|(_, fenced)| fenced.split_once('\n'))
            .and_then(|(_, program)| program.split_once("```"))
            .map(|(program, _)| program)
            .ok_or_else(|| format!("README.md: no program follows the mark of {file}"))?;
        if read(file)? != shown {
            return Err(format!("README.md shows another program than {file} holds"));
        }
        checked += 1;
    }
    eprintln!("==> README.md: {checked} programs are the ones that the tests run");
    Ok(())
}

fn read(file: &str) -> Result<String, String> {
    fs::read_to_string(root().join(file)).map_err(|error| format!("{file}: {error}"))
}
