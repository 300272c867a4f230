"""Our sites: a GeoJSON file that is read anew when it changes. A file that cannot be read changes nothing."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from firebreak.core.base.errors import LocalError
from firebreak.core.proximity.sites import read_sites
from firebreak.core.proximity.zone import PartKind, Zone

FILE_BYTES_MAX: Final = 16 * 1_024 * 1_024
CORNERS_SHOWN_MAX: Final = 400  # of a site on the map; what decides has all of them


@dataclass(slots=True)
class Sites:
    """What the file held when it was last read without an error."""

    path: Path | None
    zones: tuple[Zone, ...] = ()
    findings: tuple[str, ...] = ()
    fault: str = ""
    "Why the newest file is not used; empty where it is."
    _last: tuple[int, int] | None = field(default=None)

    def refresh(self) -> bool:
        """Read the file if it changed; whether there are other sites now."""
        if self.path is None:
            return False
        try:
            status = self.path.stat()
            if (status.st_mtime_ns, status.st_size) == self._last:
                return False
            self._last = status.st_mtime_ns, status.st_size
            read = read_sites(self._text(self.path, status.st_size))
        except OSError as error:
            self.fault = f"{self.path.name}: {error.strerror}"
            return False
        except LocalError as error:
            self.fault = f"{self.path.name}: {error.text}"
            return False
        self.zones, self.findings, self.fault = tuple(read.zones), tuple(read.findings), ""
        return True

    @staticmethod
    def _text(path: Path, size: int) -> str:
        if size > FILE_BYTES_MAX:
            raise LocalError(f"{path.name} has {size:,} bytes", code="FB661", hint="thin the outlines")
        try:
            return path.read_text(encoding="utf-8")
        except UnicodeDecodeError:
            raise LocalError(f"{path.name} is not UTF-8", code="FB661", hint="write it as UTF-8") from None


def site_value(number: int, zone: Zone) -> dict[str, Any]:
    """A site for the map: its first outline, as an area of a notice is written."""
    part = zone.parts[0]
    kind = {PartKind.POINT: "point", PartKind.LINE: "line", PartKind.POLYGON: "polygon"}[part.kind]
    rings = [each.rings[0] for each in zone.parts if each.kind is part.kind]
    places = [
        [[round(float(a), 7), round(float(b), 7)] for a, b in zip(north, east, strict=True)]
        for north, east in rings
    ]
    thinned = [each[:: -(-len(each) // CORNERS_SHOWN_MAX)] for each in places]
    several = len(thinned) > 1 and kind == "polygon"
    return {
        "id": str(number),
        "name": zone.name,
        "threshold_m": zone.threshold_m,
        "area": {
            "kind": "multipolygon" if several else kind,
            "positions": thinned if several else [place for each in thinned for place in each],
            "radius_m": None,
            "buffer_m": round(zone.buffer_m),
            "uncertainty_m": None,
            "altitude": None,
            "name": "",
        },
    }
