"""Makes tokens for flexible classroom by the names of Agora's sample code."""

import os

from dynakey import ApaasTokenBuilder


def main() -> None:
    app_id = os.environ["AGORA_APP_ID"]
    app_certificate = os.environ["AGORA_APP_CERTIFICATE"]

    teacher = 1

    in_a_room = ApaasTokenBuilder.build_room_user_token(
        app_id, app_certificate, "room", "ann", teacher, 3600
    )
    print("a teacher in a room:", in_a_room)
    print("a user:", ApaasTokenBuilder.build_user_token(app_id, app_certificate, "ann", 3600))
    print("the server:", ApaasTokenBuilder.build_app_token(app_id, app_certificate, 3600))


if __name__ == "__main__":
    main()
