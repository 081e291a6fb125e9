//! `dynakey explain`

use crate::args::Explain;
use crate::explanation::{self, Explanation};
use crate::failure::{Exit, Failure};
use crate::output::Output;
use crate::view::BOLD;

pub(crate) fn run(args: &Explain, output: &Output) -> Result<Exit, Failure> {
    match (&args.code, output.json) {
        (None, true) => Output::envelope(true, explanation::all())?,
        (None, false) => {
            let texts: Vec<_> = explanation::all().iter().map(to_text).collect();
            Output::result(&texts.join("\n\n"))?;
        }
        (Some(code), true) => Output::envelope(true, find(code)?)?,
        (Some(code), false) => Output::result(&to_text(&find(code)?))?,
    }
    Ok(Exit::Ok)
}

/// The explanation of a code, which people may write as they speak it.
fn find(code: &str) -> Result<Explanation, Failure> {
    let code = code.trim().to_ascii_lowercase().replace(['-', ' '], "_");
    explanation::all().into_iter().find(|known| known.code == code).ok_or_else(|| {
        let nearest = explanation::nearest(&code);
        let hint = if nearest.is_empty() {
            "dynakey explain lists all codes.".to_owned()
        } else {
            format!("Did you mean {}?", nearest.join(" or "))
        };
        Failure::misuse("code", "there is no such code", hint)
    })
}

fn to_text(Explanation { code, kind, meaning, remedy }: &Explanation) -> String {
    let remedy = remedy.replace('\n', "\n  ");
    format!("{BOLD}{code}{BOLD:#}, {}\n  {meaning}\n  {remedy}", kind.as_str())
}
