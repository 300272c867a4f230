"""KML 2.2: what map programs draw and show. Nothing that a file links to is ever fetched."""

from typing import Final

from firebreak.formats.kml.reading import read
from firebreak.formats.kml.writing import write

__all__: Final = ["read", "write"]
