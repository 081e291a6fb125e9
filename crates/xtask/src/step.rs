//! Running one command of a task.

use std::path::PathBuf;
use std::process::{Command, Stdio};
use std::time::Instant;

/// The root of the workspace.
pub(crate) fn root() -> PathBuf {
    PathBuf::from(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

/// A command line with what it needs in its environment.
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) program: &'static str,
    pub(crate) arguments: &'static [&'static str],
    pub(crate) environment: &'static [(&'static str, &'static str)],
}

impl Step {
    pub(crate) fn run(&self) -> Result<(), String> {
        self.finish(Stdio::inherit()).map(drop)
    }

    /// Runs it and gives what it wrote to standard output.
    pub(crate) fn output(&self) -> Result<String, String> {
        let written = self.finish(Stdio::piped())?;
        String::from_utf8(written).map_err(|error| format!("{}: {error}", self.name))
    }

    fn finish(&self, stdout: Stdio) -> Result<Vec<u8>, String> {
        eprintln!("==> {}: {} {}", self.name, self.program, self.arguments.join(" "));
        let start = Instant::now();
        let output = Command::new(self.program)
            .args(self.arguments)
            .envs(self.environment.iter().copied())
            .current_dir(root())
            .stdin(Stdio::inherit())
            .stdout(stdout)
            .stderr(Stdio::inherit())
            .output()
            .map_err(|error| format!("{} can't be run: {error}", self.program))?;
        if !output.status.success() {
            return Err(format!("{} failed", self.name));
        }
        eprintln!("==> {}: done in {:.0?}", self.name, start.elapsed());
        Ok(output.stdout)
    }
}
