"""Operational intents of unmanned flights: ASTM F3548-21, volumes of space and time."""

from typing import Final

from firebreak.formats.f3548.conflicts import conflicts
from firebreak.formats.f3548.reading import read
from firebreak.formats.f3548.writing import write

__all__: Final = ["conflicts", "read", "write"]
