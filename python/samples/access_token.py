"""Makes a token with chosen privileges through the token object."""

import os
import time

from dynakey import AccessToken


def main() -> None:
    app_id = os.environ["AGORA_APP_ID"]
    app_certificate = os.environ["AGORA_APP_CERTIFICATE"]
    token = AccessToken(app_id, app_certificate, "room", 42)
    now = int(time.time())
    token.addPrivilege(AccessToken.kJoinChannel, now + 3600)
    token.addPrivilege(AccessToken.kPublishAudioStream, now + 600)
    print("joins for an hour, speaks for ten minutes:", token.build())


if __name__ == "__main__":
    main()
