//! Where App ID and App Certificate come from: one source, one pair of names, never mixed.

use std::env::VarError;
use std::io::Read;
use std::path::Path;

use dynakey::App;
use zeroize::Zeroizing;

use crate::args::CredentialArgs;
use crate::failure::Failure;
use crate::output::Output;

/// The pairs of names that deployments use, the first complete one counts.
const PAIRS: [(&str, &str); 3] = [
    ("AGORA_APP_ID", "AGORA_APP_CERTIFICATE"),
    ("NEXT_PUBLIC_AGORA_APP_ID", "NEXT_AGORA_APP_CERTIFICATE"),
    ("APP_ID", "APP_CERTIFICATE"),
];

/// A file of credentials is small.
const MAX_FILE: usize = 64 * 1024;

/// Credentials as they were found, not checked yet.
pub(crate) struct Credentials {
    app_id: String,
    app_certificate: Zeroizing<String>,
    /// Where they come from, for people.
    pub(crate) source: String,
}

impl Credentials {
    /// The app that is asked for, which must have credentials.
    pub(crate) fn app(args: &CredentialArgs) -> Result<App, Failure> {
        Self::find(args)?.ok_or_else(Failure::missing_credentials)?.to_app()
    }

    /// The credentials that are asked for, if there are any.
    pub(crate) fn find(args: &CredentialArgs) -> Result<Option<Self>, Failure> {
        if let (Some(app_id), Some(file)) = (&args.app_id, &args.app_certificate_file) {
            return Ok(Some(Self {
                app_id: app_id.clone(),
                app_certificate: certificate(file, "app_certificate_file")?,
                source: "--app-id and --app-certificate-file".to_owned(),
            }));
        }
        if let Some(file) = &args.env_file {
            let variables = env_file(file)?;
            let find = |wanted: &str| {
                Ok(variables.iter().rev().find(|(name, _)| name == wanted).map(|(_, v)| v.clone()))
            };
            let source = format!("the file {}", file.display());
            if let Some(found) = complete_pair(&source, find)? {
                return Ok(Some(found));
            }
            Output::note(&format!("{source} holds no complete pair: the environment is asked"));
        }
        complete_pair("the environment", variable)
    }

    /// The app of these credentials.
    pub(crate) fn to_app(&self) -> Result<App, Failure> {
        Ok(App::new(&self.app_id, self.app_certificate.as_str())?)
    }
}

/// The first pair of names of which both are set and not empty.
fn complete_pair(
    source: &str,
    find: impl Fn(&str) -> Result<Option<Zeroizing<String>>, Failure>,
) -> Result<Option<Credentials>, Failure> {
    let find = |name| find(name).map(|value| value.filter(|value| !value.is_empty()));
    for (id_name, certificate_name) in PAIRS {
        let (missing, present) = match (find(id_name)?, find(certificate_name)?) {
            (Some(app_id), Some(app_certificate)) => {
                return Ok(Some(Credentials {
                    app_id: app_id.to_string(),
                    app_certificate,
                    source: format!("{id_name} and {certificate_name} of {source}"),
                }));
            }
            (Some(_), None) => (certificate_name, id_name),
            (None, Some(_)) => (id_name, certificate_name),
            (None, None) => continue,
        };
        Output::note(&format!("{source} sets {present} but not {missing}: the pair is left out"));
    }
    Ok(None)
}

/// A variable of the environment, if it is set.
fn variable(name: &str) -> Result<Option<Zeroizing<String>>, Failure> {
    match std::env::var(name) {
        Ok(value) => Ok(Some(Zeroizing::new(value))),
        Err(VarError::NotPresent) => Ok(None),
        // The error holds the value, and with it maybe a secret.
        Err(VarError::NotUnicode(_)) => Err(Failure::unreadable_variable(name)),
    }
}

/// The certificate in a file, without the line's end.
pub(crate) fn certificate(
    file: &Path,
    argument: &'static str,
) -> Result<Zeroizing<String>, Failure> {
    let text = read(file).map_err(|error| Failure::unreadable(argument, &error))?;
    Ok(Zeroizing::new(text.trim().to_owned()))
}

/// A small file of text, or standard input. The error names the file, never what it holds.
fn read(file: &Path) -> Result<Zeroizing<String>, String> {
    // Room from the start, so that no copy is left behind by growing.
    let mut bytes = Zeroizing::new(Vec::with_capacity(MAX_FILE + 1));
    let limit = MAX_FILE as u64 + 1;
    let read = if file == Path::new("-") {
        std::io::stdin().take(limit).read_to_end(&mut bytes)
    } else {
        std::fs::File::open(file).and_then(|file| file.take(limit).read_to_end(&mut bytes))
    };
    let name = file.display();
    match (read, str::from_utf8(&bytes)) {
        (Err(error), _) => Err(format!("{name}: {error}")),
        (Ok(length), _) if length > MAX_FILE => Err(format!("{name}: over {MAX_FILE} bytes")),
        (_, Err(_)) => Err(format!("{name}: not a text in UTF-8")),
        // Some editors begin a file with a byte-order mark.
        (_, Ok(text)) => Ok(Zeroizing::new(text.trim_start_matches('\u{feff}').to_owned())),
    }
}

/// The variables of a file. A line of another form is left out, as most readers of such files do.
fn env_file(file: &Path) -> Result<Vec<(String, Zeroizing<String>)>, Failure> {
    let text = read(file).map_err(|error| Failure::unreadable("env_file", &error))?;
    let mut variables = Vec::new();
    for line in dotenvy::from_read_iter(text.as_bytes()) {
        match line {
            Ok((name, value)) => variables.push((name, Zeroizing::new(value))),
            // The error holds the line, and with it maybe a secret.
            Err(_) => Output::note(&format!(
                "{}: a line is not of the form NAME=VALUE and is left out",
                file.display()
            )),
        }
    }
    Ok(variables)
}
