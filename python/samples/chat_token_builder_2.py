"""Makes Chat tokens by the names of Agora's sample code."""

import os

from dynakey import ChatTokenBuilder2


def main() -> None:
    app_id = os.environ["AGORA_APP_ID"]
    app_certificate = os.environ["AGORA_APP_CERTIFICATE"]

    print("a user:", ChatTokenBuilder2.build_user_token(app_id, app_certificate, "ann", 3600))
    print("the server:", ChatTokenBuilder2.build_app_token(app_id, app_certificate, 3600))


if __name__ == "__main__":
    main()
