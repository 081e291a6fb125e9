"""Makes RTC tokens of version 007 by the names of Agora's sample code."""

import os

from dynakey import Role_Publisher, Role_Subscriber, RtcTokenBuilder2


def main() -> None:
    app_id = os.environ["AGORA_APP_ID"]
    app_certificate = os.environ["AGORA_APP_CERTIFICATE"]

    hour, ten_minutes = 3600, 600

    by_uid = RtcTokenBuilder2.build_token_with_uid(
        app_id, app_certificate, "room", 2882341273, Role_Publisher, hour, hour
    )
    print("publisher, known by a number:", by_uid)
    by_account = RtcTokenBuilder2.build_token_with_user_account(
        app_id, app_certificate, "room", "ann", Role_Subscriber, hour, hour
    )
    print("subscriber, known by a text:", by_account)

    speaks_briefly = RtcTokenBuilder2.build_token_with_uid_and_privilege(
        app_id, app_certificate, "room", 2882341273, hour, hour, ten_minutes, 0, 0
    )
    print("speaks for ten minutes, known by a number:", speaks_briefly)
    speaks_briefly = RtcTokenBuilder2.build_token_with_user_account_and_privilege(
        app_id, app_certificate, "room", "ann", hour, hour, ten_minutes, 0, 0
    )
    print("speaks for ten minutes, known by a text:", speaks_briefly)

    with_messaging = RtcTokenBuilder2.build_token_with_rtm(
        app_id, app_certificate, "room", "ann", Role_Publisher, hour, hour
    )
    print("with messaging:", with_messaging)
    with_messaging = RtcTokenBuilder2.build_token_with_rtm2(
        app_id,
        app_certificate,
        "room",
        "ann",
        Role_Publisher,
        hour,
        join_channel_privilege_expire=hour,
        pub_audio_privilege_expire=ten_minutes,
        pub_video_privilege_expire=ten_minutes,
        pub_data_stream_privilege_expire=hour,
        rtm_user_id="ann",
        rtm_token_expire=hour,
    )
    print("with messaging, each with its own time:", with_messaging)


if __name__ == "__main__":
    main()
