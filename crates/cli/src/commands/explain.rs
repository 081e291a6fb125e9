//! `dynakey explain`

use serde_json::{Value, json};

use crate::args::Explain;
use crate::explanation::{self, Explanation};
use crate::failure::{Exit, Failure};
use crate::output::Output;
use crate::view::BOLD;

pub(crate) fn run(args: &Explain, output: &Output) -> Result<Exit, Failure> {
    let all = explanation::all();
    let chosen: Vec<_> = match &args.code {
        None => all,
        Some(code) => vec![find(all, code)?],
    };
    if output.json {
        let data = match (&args.code, &chosen[..]) {
            (Some(_), [only]) => to_json(only),
            _ => chosen.iter().map(to_json).collect(),
        };
        Output::envelope(true, &data);
    } else {
        let texts: Vec<_> = chosen.iter().map(to_text).collect();
        Output::result(&texts.join("\n\n"));
    }
    Ok(Exit::Ok)
}

fn find(all: Vec<Explanation>, code: &str) -> Result<Explanation, Failure> {
    let nearest: Vec<_> = all
        .iter()
        .map(|known| known.code)
        .filter(|known| code.split('_').any(|word| word.len() > 2 && known.contains(word)))
        .collect();
    let hint = if nearest.is_empty() {
        "dynakey explain lists all codes.".to_owned()
    } else {
        format!("Did you mean {}?", nearest.join(", "))
    };
    all.into_iter()
        .find(|known| known.code == code)
        .ok_or_else(|| Failure::misuse("code", "there is no such code", hint))
}

fn to_text(Explanation { code, meaning, remedy }: &Explanation) -> String {
    format!("{BOLD}{code}{BOLD:#}\n  {meaning}\n  {remedy}")
}

fn to_json(Explanation { code, meaning, remedy }: &Explanation) -> Value {
    json!({ "code": code, "meaning": meaning, "remedy": remedy })
}
