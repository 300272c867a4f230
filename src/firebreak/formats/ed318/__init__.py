"""Zones for unmanned aircraft: EUROCAE ED-318, and its elder ED-269 for reading."""

from typing import Final

from firebreak.formats.ed318.reading import read
from firebreak.formats.ed318.writing import write

__all__: Final = ["read", "write"]
