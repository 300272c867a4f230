"""Common Alerting Protocol 1.2 (OASIS): alerts to and from national hubs."""

from typing import Final

from firebreak.formats.cap.reading import read
from firebreak.formats.cap.writing import write

__all__: Final = ["read", "write"]
