//! The C header, made from the C binding. It is committed, so it must be fresh.

use std::fs;

use crate::step::root;

const HEADER: &str = "include/dynakey.h";

/// Writes the header, or checks that it is what would be written.
pub(crate) fn run(check: bool) -> Result<(), String> {
    let header = generate()?;
    let undocumented = undocumented(&header);
    if !undocumented.is_empty() {
        return Err(format!("{HEADER}: without documentation: {}", undocumented.join(", ")));
    }
    let path = root().join(HEADER);
    if !check {
        return fs::write(&path, header).map_err(|error| format!("{HEADER}: {error}"));
    }
    let committed = fs::read_to_string(&path).map_err(|error| format!("{HEADER}: {error}"))?;
    if committed == header {
        Ok(())
    } else {
        Err(format!("{HEADER} is not what the C binding says: run cargo xtask header"))
    }
}

fn generate() -> Result<String, String> {
    let binding = root().join("bindings/c");
    let mut config = cbindgen::Config::from_file(binding.join("cbindgen.toml"))?;
    config.after_includes = Some(version_macros());
    let mut header = Vec::new();
    cbindgen::Builder::new()
        .with_crate(binding)
        .with_config(config)
        .generate()
        .map_err(|error| error.to_string())?
        .write(&mut header);
    String::from_utf8(header).map_err(|error| error.to_string())
}

/// The version of the workspace, which this crate shares.
fn version_macros() -> String {
    let (major, minor, patch) = (
        env!("CARGO_PKG_VERSION_MAJOR"),
        env!("CARGO_PKG_VERSION_MINOR"),
        env!("CARGO_PKG_VERSION_PATCH"),
    );
    let version = env!("CARGO_PKG_VERSION");
    format!(
        "\n// The version of this header; `dynakey_version` gives the library's.\n\
         #define DYNAKEY_VERSION_MAJOR {major}\n\
         #define DYNAKEY_VERSION_MINOR {minor}\n\
         #define DYNAKEY_VERSION_PATCH {patch}\n\
         #define DYNAKEY_VERSION \"{version}\""
    )
}

/// The declarations, each a line that starts in the first column, that follow no comment.
fn undocumented(header: &str) -> Vec<&str> {
    let lines: Vec<_> = header.lines().collect();
    lines
        .iter()
        .zip(lines.iter().skip(1))
        .filter(|(before, line)| {
            let declares = line.contains("dynakey_") || line.starts_with("#define DYNAKEY_");
            let starts = line.starts_with(|first: char| first.is_ascii_alphabetic())
                || line.starts_with("#define DYNAKEY_");
            let follows = before.starts_with("//") || before.starts_with("#define DYNAKEY_VERSION");
            declares && starts && !follows && !before.starts_with("#ifndef")
        })
        .map(|(_, line)| *line)
        .collect()
}
