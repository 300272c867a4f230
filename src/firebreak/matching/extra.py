"""The libraries of the extra `matching`, or the error that names it."""

from types import ModuleType

from firebreak.core.base.errors import LocalError

EXTRA = "matching"
PACKAGE = "private_set_intersection"


def grid() -> ModuleType:
    """H3 with whole numbers for cells. Raises LocalError."""
    try:
        import h3.api.basic_int as h3
    except ImportError:
        raise lacking("h3") from None
    return h3


def lacking(library: str) -> LocalError:
    """What is not installed."""
    return LocalError(
        f"private matching needs {library}, which is not installed",
        code="FB696",
        hint=f"install Firebreak with the extra `{EXTRA}`: firebreak[{EXTRA}]",
    )
