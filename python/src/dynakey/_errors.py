"""The exceptions that dynakey raises."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from dynakey._native import Report


class DynakeyError(Exception):
    """Anything that dynakey refuses to do.

    No error holds a certificate, a token or another text that was passed in.

    Attributes:
        code: The stable code, the same in every language, such as ``"invalid_uid"``.
        argument: The argument at fault by its name in snake_case, or ``None``.
        hint: What usually mends it.
        index: Which user of a batch is at fault, counted from 0, or ``None``.
    """

    def __init__(
        self,
        message: str,
        *,
        code: str = "internal",
        argument: str | None = None,
        hint: str = "",
        index: int | None = None,
    ) -> None:
        super().__init__(message)
        self.code = code
        self.argument = argument
        self.hint = hint
        self.index = index

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the message and the attributes."""
        return (_rebuild, (type(self), self.args, self.__dict__))


class InvalidInputError(DynakeyError, ValueError):
    """An argument is not what it must be."""


class MalformedTokenError(DynakeyError, ValueError):
    """A token can't be read: it is malformed, too large, or of a version that is not supported."""


class VerificationError(DynakeyError):
    """A token was verified and is not good.

    Attributes:
        report: The report, whose findings say why; ``None`` after pickling.
    """

    def __init__(self, message: str, *, report: Report | None = None, **fields: Any) -> None:
        super().__init__(message, **fields)
        self.report = report

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle everything but the report."""
        return (_rebuild, (type(self), self.args, {**self.__dict__, "report": None}))


def _rebuild(kind: type[DynakeyError], args: tuple[str], fields: dict[str, Any]) -> DynakeyError:
    error = kind(*args)
    error.__dict__.update(fields)
    return error
