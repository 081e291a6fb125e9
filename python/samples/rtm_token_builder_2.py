"""Makes RTM tokens of version 007 by the names of Agora's sample code."""

import os

from dynakey import Permissions, RtmTokenBuilder2, ServiceRtm2


def main() -> None:
    app_id = os.environ["AGORA_APP_ID"]
    app_certificate = os.environ["AGORA_APP_CERTIFICATE"]

    print("messaging:", RtmTokenBuilder2.build_token(app_id, app_certificate, "ann", 3600))

    permissions = ServiceRtm2.Permissions()
    permissions.add(Permissions.MESSAGE_CHANNELS, Permissions.READ, ["news", "weather"])
    permissions.add(Permissions.USERS, Permissions.WRITE, ["ben"])
    token = RtmTokenBuilder2.build_token_with_permissions(
        app_id, app_certificate, "ann", permissions, 3600
    )
    print("messaging, two channels and one other user:", token)


if __name__ == "__main__":
    main()
