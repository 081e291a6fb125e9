"""Makes a token with chosen services and privileges through the token object, and reads it."""

import os

from dynakey import AccessToken2, ServiceRtc, ServiceRtm


def main() -> None:
    app_id = os.environ["AGORA_APP_ID"]
    app_certificate = os.environ["AGORA_APP_CERTIFICATE"]

    token = AccessToken2(app_id, app_certificate, expire=3600)

    rtc = ServiceRtc("room", 42)
    rtc.add_privilege(ServiceRtc.kPrivilegeJoinChannel, 3600)
    rtc.add_privilege(ServiceRtc.kPrivilegePublishAudioStream, 600)
    token.add_service(rtc)
    rtm = ServiceRtm("ann")
    rtm.add_privilege(ServiceRtm.kPrivilegeLogin, 3600)
    token.add_service(rtm)

    text = token.build()
    print("joins for an hour, speaks for ten minutes, sends messages:", text)

    read = AccessToken2()
    if read.from_string(text) and read.verify_signature(app_certificate):
        print("it holds", *read.services)


if __name__ == "__main__":
    main()
