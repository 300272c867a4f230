"""Sites read from GeoJSON (RFC 7946), with what is asked of each in its properties.

`threshold_m` is needed. `buffer_m`, `radius_m`, `alt_min_ft`, `alt_max_ft`, `alt_reference`, `valid_from` and
`valid_to` may be missing or null: no buffer, no bound. Edges are geodesics and run the short way round.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final, cast

import numpy as np

from firebreak.core.base.errors import LocalError
from firebreak.core.proximity.bands import Band, Reference
from firebreak.core.proximity.earth import Floats
from firebreak.core.proximity.instants import microseconds
from firebreak.core.proximity.oddities import oddities
from firebreak.core.proximity.zone import Part, PartKind, Zone, line, point, polygon

DEPTH_MAX: Final = 8  # of collections in collections
FIGURE_MAX: Final = 1e9  # of metres and feet; NaN is not below it either
Node = Mapping[str, Any]


@dataclass(slots=True)
class Sites:
    """What a file holds."""

    zones: list[Zone] = field(default_factory=list[Zone])
    findings: list[str] = field(default_factory=list[str])
    "What a person should look at; nothing was refused for it."


def read_sites(text: str, *, default_threshold_m: float | None = None) -> Sites:
    """All sites of a file. Raises LocalError naming the feature that cannot be watched."""
    try:
        root = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _refused(f"it is not JSON: {error}") from None
    sites = Sites()
    for number, feature in enumerate(_features(root), start=1):
        name = _name(feature, number)
        if any(zone.name == name for zone in sites.zones):
            sites.findings.append(f"two sites are called {name!r}")
        zone = _zone(name, feature, default_threshold_m)
        sites.zones.append(zone)
        sites.findings += oddities(zone)
    if not sites.zones:
        raise _refused("it holds no feature")
    return sites


def _features(root: Any) -> Sequence[Node]:
    node = _node(root, "the file")
    features = node.get("features") if node.get("type") == "FeatureCollection" else [node]
    if not isinstance(features, list):
        raise _refused("its features are not a list")
    read = [_node(each, "a feature") for each in cast("list[Any]", features)]
    if any(each.get("type") != "Feature" for each in read):
        kind = str(next(each.get("type") for each in read if each.get("type") != "Feature"))[:40]
        hint = "a geometry stands in a Feature, beside its properties with a threshold_m"
        raise _refused(f"it holds {kind!r} where a Feature belongs", hint)
    return read


def _name(feature: Node, number: int) -> str:
    properties = _node(feature.get("properties") or {}, f"properties of feature {number}")
    for value in (properties.get("name"), properties.get("site"), properties.get("id"), feature.get("id")):
        if isinstance(value, str | int | float) and not isinstance(value, bool) and str(value):
            return str(value)
    return f"site {number}"


def _zone(name: str, feature: Node, default_threshold_m: float | None) -> Zone:
    asked = _node(feature.get("properties") or {}, f"properties of {name!r}")
    threshold = _figure(name, asked, "threshold_m")
    threshold = default_threshold_m if threshold is None else threshold
    if threshold is None:
        hint = "write into its properties how many metres are too near"
        raise _refused(f"site {name!r} has no threshold_m", hint)
    parts = tuple(_parts(name, _node(feature.get("geometry"), f"geometry of {name!r}"), 0))
    radius = _figure(name, asked, "radius_m") or 0.0
    if radius and any(part.kind is not PartKind.POINT for part in parts):
        raise _refused(f"site {name!r} has a radius_m and is no point")
    return Zone(
        name=name,
        parts=parts,
        threshold_m=threshold,
        buffer_m=(_figure(name, asked, "buffer_m") or 0.0) + radius,
        band=_band(name, asked),
        since=_instant(name, asked, "valid_from"),
        until=_instant(name, asked, "valid_to"),
    )


def _band(name: str, asked: Node) -> Band:
    lower, upper = _figure(name, asked, "alt_min_ft"), _figure(name, asked, "alt_max_ft")
    if lower is not None and upper is not None and lower > upper:
        raise _refused(f"site {name!r} has an alt_min_ft above its alt_max_ft")
    reference = asked.get("alt_reference") or Reference.SAME.value
    if reference not in {each.value for each in Reference}:
        raise _refused(f"site {name!r} has an alt_reference other than W84, MSL, AGL, FL")
    return Band(lower, upper, Reference(reference))


def _parts(name: str, shape: Node, depth: int) -> Iterator[Part]:
    kind, corners = shape.get("type"), shape.get("coordinates")
    if kind == "GeometryCollection" and depth < DEPTH_MAX:
        for each in _list(name, shape.get("geometries")):
            yield from _parts(name, _node(each, f"geometry of {name!r}"), depth + 1)
    elif kind in SINGLE:
        yield _part(name, SINGLE[kind], corners)
    elif kind in SEVERAL:
        yield from (_part(name, SEVERAL[kind], each) for each in _list(name, corners))
    else:
        raise _refused(f"site {name!r} has a geometry of the type {str(kind)[:40]!r}")


SINGLE: Final = {"Point": PartKind.POINT, "LineString": PartKind.LINE, "Polygon": PartKind.POLYGON}
SEVERAL: Final = {f"Multi{kind}": part for kind, part in SINGLE.items()}


def _part(name: str, kind: PartKind, corners: Any) -> Part:
    if kind is PartKind.POINT:
        north, east = _row(name, [corners])
        return point(name, float(north[0]), float(east[0]))
    if kind is PartKind.LINE:
        return line(name, *_row(name, corners))
    return polygon(name, *(_row(name, ring) for ring in _list(name, corners)))


def _row(name: str, corners: Any) -> tuple[Floats, Floats]:
    try:
        pairs = [(float(each[0]), float(each[1])) for each in _list(name, corners)]
    except (TypeError, ValueError, IndexError, KeyError, OverflowError):
        raise _refused(f"site {name!r} has coordinates that are not [longitude, latitude]") from None
    east, north = np.array(pairs, dtype=np.float64).reshape(-1, 2).T
    return north, east


def _list(name: str, value: Any) -> list[Any]:
    if not isinstance(value, list):
        raise _refused(f"site {name!r} has coordinates that are not a list")
    return cast("list[Any]", value)


def _figure(name: str, asked: Node, key: str) -> float | None:
    value = asked.get(key)
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float) or not abs(value) <= FIGURE_MAX:
        hint = "write a number, without quotes and without a unit"
        raise _refused(f"site {name!r} has a {key} that is no number: {str(value)[:40]!r}", hint)
    return float(value)


def _instant(name: str, asked: Node, key: str) -> int | None:
    value = asked.get(key)
    if value is None:
        return None
    try:
        return microseconds(str(value))
    except ValueError:
        hint = "write it like 2022-03-01T00:00:00Z; 24:00 is 00:00 of the next day"
        raise _refused(
            f"site {name!r} has a {key} that is no ISO date and time: {str(value)[:40]!r}", hint
        ) from None


def _node(value: Any, what: str) -> Node:
    if not isinstance(value, dict):
        raise _refused(f"{what} is not an object")
    return cast("Node", value)


def _refused(text: str, hint: str = "docs/proximity.md shows a file with sites") -> LocalError:
    return LocalError(f"the sites cannot be read: {text}", code="FB642", hint=hint)
