"""Makes a token for full-path acceleration by the names of Agora's sample code."""

import os

from dynakey import FpaTokenBuilder


def main() -> None:
    app_id = os.environ["AGORA_APP_ID"]
    app_certificate = os.environ["AGORA_APP_CERTIFICATE"]

    print("acceleration, a day:", FpaTokenBuilder.build_token(app_id, app_certificate))


if __name__ == "__main__":
    main()
