"""The words that stand where a value could."""

from __future__ import annotations

from enum import Enum
from typing import Final


class Word(Enum):
    """A word of the app API: anyone, any channel, or what a check leaves out."""

    ANY_USER = "ANY_USER"
    ANY_CHANNEL = "ANY_CHANNEL"
    UNCHECKED = "UNCHECKED"

    def __repr__(self) -> str:
        """Give the name under which programs know the word."""
        return f"dynakey.{self.name}"


ANY_USER: Final = Word.ANY_USER
"""The word for a token that any user may join with."""
ANY_CHANNEL: Final = Word.ANY_CHANNEL
"""The word for a token with which its user may join any channel."""
UNCHECKED: Final = Word.UNCHECKED
"""The word for a channel or user that a check leaves out."""
