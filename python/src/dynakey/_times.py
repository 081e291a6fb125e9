"""Unix seconds as datetimes."""

from __future__ import annotations

from datetime import datetime, timezone


def from_unix(seconds: int) -> datetime:
    """Give the aware datetime in UTC of a time in Unix seconds."""
    return datetime.fromtimestamp(seconds, timezone.utc)
