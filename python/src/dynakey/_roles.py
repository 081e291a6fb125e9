"""The roles of users."""

from __future__ import annotations

from enum import IntEnum


class Role(IntEnum):
    """What a user may do in an RTC channel, in the app API."""

    PUBLISHER = 1
    """Joins and publishes."""
    SUBSCRIBER = 2
    """Joins only; can still publish unless the project has co-host authentication on."""


Role_Attendee = 0
"""Version 006: joins and publishes, as a publisher."""
Role_Publisher = 1
"""Joins and publishes."""
Role_Subscriber = 2
"""Joins only."""
Role_Admin = 101
"""Version 006: joins and publishes, as a publisher."""
Role_Rtm_User = 1
"""The only role of RTM."""
