"""Makes a token for speech to text by the names of Agora's sample code."""

import os

from dynakey import Role_Publisher, SttTokenBuilder


def main() -> None:
    app_id = os.environ["AGORA_APP_ID"]
    app_certificate = os.environ["AGORA_APP_CERTIFICATE"]

    hour = 3600

    token = SttTokenBuilder.build_token(
        app_id,
        app_certificate,
        "room",
        "ann",
        Role_Publisher,
        hour,
        join_channel_privilege_expire=hour,
        pub_audio_privilege_expire=hour,
        pub_video_privilege_expire=hour,
        pub_data_stream_privilege_expire=hour,
        rtm_user_id="ann",
        rtm_token_expire=hour,
    )
    print("has its speech written down:", token)


if __name__ == "__main__":
    main()
