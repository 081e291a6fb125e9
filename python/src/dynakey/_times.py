"""Unix seconds as datetimes."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone

_EPOCH = datetime(1970, 1, 1, tzinfo=timezone.utc)


def from_unix(seconds: int) -> datetime:
    """Give the aware datetime in UTC of a time in Unix seconds."""
    # `fromtimestamp` refuses times before 1970 on some systems.
    return _EPOCH + timedelta(seconds=seconds)
