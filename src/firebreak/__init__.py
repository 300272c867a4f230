"""Firebreak: a deconfliction line between two organisations that do not trust each other."""

from typing import Final

__version__: Final = "0.1.0"
