"""GeoJSON (RFC 7946): the common exchange file."""

from typing import Final

from firebreak.formats.geojson.reading import read
from firebreak.formats.geojson.writing import write

__all__: Final = ["read", "write"]
