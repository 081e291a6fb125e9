//! `dynakey verify`

use std::path::Path;

use dynakey::{
    ANY_CHANNEL, App, Expectation, Finding, FindingCode, Input, Level, Report, UNCHECKED, check,
};

use crate::args::Verify;
use crate::commands::token_argument::{token, user};
use crate::credentials::{Credentials, certificate};
use crate::failure::{Exit, Failure};
use crate::output::Output;
use crate::view::{self, Checked};

pub(crate) fn run(args: &Verify, output: &Output) -> Result<Exit, Failure> {
    if args.token == "-" && reads_stdin(args) {
        return Err(Failure::misuse(
            "app_certificate_file",
            "token and certificate can't both come from standard input",
            "Pass the token as an argument, or the certificate in a file.",
        ));
    }
    let app = app(args)?;
    let token = token(&args.token)?;
    let expectation = expectation(args);
    match app {
        Some(app) => verify(&app, &token, &expectation, args, output),
        None => consistency(&token, &expectation, args, output),
    }
}

fn reads_stdin(args: &Verify) -> bool {
    [&args.credentials.app_certificate_file, &args.secondary_certificate_file]
        .into_iter()
        .any(|file| file.as_deref() == Some(Path::new("-")))
}

fn app(args: &Verify) -> Result<Option<App>, Failure> {
    let Some(credentials) = Credentials::find(&args.credentials)? else {
        return match args.secondary_certificate_file {
            Some(_) => Err(Failure::missing_credentials()),
            None => Ok(None),
        };
    };
    Output::note(&format!("verifying with {}", credentials.source));
    let app = credentials.to_app()?;
    Ok(Some(match &args.secondary_certificate_file {
        None => app,
        Some(file) => {
            let secondary = certificate(file, "secondary_certificate_file")?;
            app.with_secondary_certificate(secondary.as_str())?
        }
    }))
}

fn expectation(args: &Verify) -> Expectation<'_> {
    let channel = match &args.channel {
        Some(channel) => channel.into(),
        None if args.any_channel => ANY_CHANNEL,
        None => UNCHECKED,
    };
    let user = user(&args.user).unwrap_or(UNCHECKED);
    let mut expectation = Expectation::new(channel, user)
        .privileges(args.privilege.iter().map(|privilege| privilege_input(privilege)))
        .leeway(args.leeway)
        .min_remaining(args.min_remaining);
    if let Some(service) = &args.service {
        expectation = expectation.service(service);
    }
    if let Some(at) = args.at {
        expectation = expectation.at(at);
    }
    expectation
}

fn privilege_input(text: &str) -> Input<'_> {
    text.parse::<i64>().map_or(Input::Text(text), Input::from)
}

fn verify(
    app: &App,
    token: &str,
    expectation: &Expectation<'_>,
    args: &Verify,
    output: &Output,
) -> Result<Exit, Failure> {
    let report = app.verify(token, expectation)?;
    let exit = exit_of(&report);
    if output.json {
        Output::envelope(exit == Exit::Ok, &report)?;
    } else {
        let read = report.token();
        let checked = Checked {
            findings: &report.findings,
            token: read.as_ref(),
            signature: Some((report.signature, report.certificate)),
            at: report.checked_at,
            expires_at: report.expires_at,
        };
        Output::result(&view::checks(&checked, args, exit))?;
    }
    Ok(exit)
}

/// Without certificate nothing is proven, so the best outcome is "not checked".
fn consistency(
    token: &str,
    expectation: &Expectation<'_>,
    args: &Verify,
    output: &Output,
) -> Result<Exit, Failure> {
    Output::note("no credentials were found: the signature is not checked");
    let consistency = check(token, expectation)?;
    let exit = if consistency.consistent { Exit::Unchecked } else { Exit::VerificationFailed };
    if output.json {
        Output::envelope(false, &consistency)?;
    } else {
        let read = consistency.token();
        let checked = Checked {
            findings: &consistency.findings,
            token: read.as_ref(),
            signature: None,
            at: consistency.checked_at,
            expires_at: consistency.expires_at,
        };
        Output::result(&view::checks(&checked, args, exit))?;
    }
    Ok(exit)
}

fn exit_of(report: &Report) -> Exit {
    let is_wrong = |finding: &Finding| {
        finding.level == Level::Error && finding.code != FindingCode::SignatureUnchecked
    };
    if report.ok {
        Exit::Ok
    } else if report.findings.iter().any(is_wrong) {
        Exit::VerificationFailed
    } else {
        Exit::Unchecked
    }
}
