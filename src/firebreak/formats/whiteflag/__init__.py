"""Whiteflag v1-draft.6: short signs and signals, each some sixty bytes."""

from typing import Final

from firebreak.formats.whiteflag.reading import read
from firebreak.formats.whiteflag.writing import write

__all__: Final = ["read", "write"]
