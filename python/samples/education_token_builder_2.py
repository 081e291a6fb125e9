"""Makes tokens for education by the names of Agora's sample code."""

import os

from dynakey import EducationTokenBuilder2


def main() -> None:
    app_id = os.environ["AGORA_APP_ID"]
    app_certificate = os.environ["AGORA_APP_CERTIFICATE"]

    teacher = 1

    in_a_room = EducationTokenBuilder2.build_room_user_token(
        app_id, app_certificate, "room", "ann", teacher, 3600
    )
    print("a teacher in a room:", in_a_room)
    print("a user:", EducationTokenBuilder2.build_user_token(app_id, app_certificate, "ann", 3600))
    print("the server:", EducationTokenBuilder2.build_app_token(app_id, app_certificate, 3600))


if __name__ == "__main__":
    main()
