"""Whether this machine's clock follows a source of time, as its kernel says."""

import ctypes
from dataclasses import dataclass
from typing import ClassVar, Final

from firebreak.core.base.instants import SECOND

TIME_ERROR: Final = 5  # what the call returns for a clock that follows nothing
PPM: Final = 50  # parts in a million by which a quartz alone may be off
MILLION: Final = 1_000_000
SHOWN: Final = SECOND  # an uncertainty grown beyond this is a trouble of the clock


class Timex(ctypes.Structure):
    """`struct timex` of Linux; only its size matters here, and that `modes` is 0: nothing is changed."""

    _fields_: ClassVar = [("modes", ctypes.c_uint), ("rest", ctypes.c_byte * 252)]


def follows_source() -> bool | None:
    """Whether the kernel says that its clock is synchronised; None where it does not tell."""
    try:
        told: int = ctypes.CDLL(None).adjtimex(ctypes.byref(Timex()))
    except (OSError, AttributeError):
        return None
    return None if told < 0 else told != TIME_ERROR


@dataclass(slots=True)
class Growth:
    """How much more uncertain a clock has become since it last followed a source."""

    followed_at: int
    "Steady milliseconds; the start of the process counts as if it had."

    def at(self, steady: int, *, follows: bool | None) -> int:
        """Milliseconds."""
        if follows:
            self.followed_at = steady
        return (steady - self.followed_at) * PPM // MILLION
