"""Makes RTC tokens by the names of Agora's sample code."""

import os
import time

from dynakey import Role_Publisher, Role_Subscriber, RtcTokenBuilder


def main() -> None:
    app_id = os.environ["AGORA_APP_ID"]
    app_certificate = os.environ["AGORA_APP_CERTIFICATE"]
    in_an_hour = int(time.time()) + 3600

    by_uid = RtcTokenBuilder.buildTokenWithUid(
        app_id, app_certificate, "room", 2882341273, Role_Publisher, in_an_hour
    )
    print("publisher, known by a number:", by_uid)
    by_account = RtcTokenBuilder.buildTokenWithAccount(
        app_id, app_certificate, "room", "ann", Role_Subscriber, in_an_hour
    )
    print("subscriber, known by a text:", by_account)


if __name__ == "__main__":
    main()
