"""Makes a token and verifies it."""

import os

import dynakey


def main() -> None:
    app = dynakey.App(os.environ["AGORA_APP_ID"], os.environ["AGORA_APP_CERTIFICATE"])

    token = app.rtc_token("room", 42, ttl=3600, version="006")
    print(token)

    report = app.verify(token, channel="room", user=42)
    for finding in report.findings:
        print(finding.code, finding.message, finding.hint)
    report.raise_if_invalid()


if __name__ == "__main__":
    main()
