"""Makes an RTM token by the names of Agora's sample code."""

import os
import time

from dynakey import Role_Rtm_User, RtmTokenBuilder


def main() -> None:
    token = RtmTokenBuilder.buildToken(
        os.environ["AGORA_APP_ID"],
        os.environ["AGORA_APP_CERTIFICATE"],
        "ann",
        Role_Rtm_User,
        int(time.time()) + 3600,
    )
    print("messaging:", token)


if __name__ == "__main__":
    main()
