"""Bodies about notices that are none: both verifiers find the same."""

from pathlib import Path
from struct import pack
from typing import Any

from firebreak.core.base.cbor import encode
from firebreak.core.envelope.kinds import Kind
from firebreak.core.notice.bodies import Doubt, Source
from tests.core.notice.two_sides import AREA, firing
from tests.covering import covers
from tests.parties import NORTH
from tests.verify.bending import opened
from tests.verify.second import first
from tests.verify.test_second_verifier import same

AREA_MAP = AREA.to_map()
BENT_AREAS: tuple[dict[int, Any], ...] = (
    *({**AREA_MAP, 1: kind} for kind in (0, 1, 2, 4, 5, 6, 7, 8, True, "3", None)),
    *({**AREA_MAP, 2: rings} for rings in ([], [b""], [bytes(24)], [bytes(7)], [b"\x7f" * 8] * 3, b"", [1])),
    *({**AREA_MAP, key: value} for key in (3, 4, 5) for value in (0, 1, -1, 6_000_000, None, "x")),
    *({**AREA_MAP, 6: {1: low, 2: high, 3: 2}} for low, high in ((1, 2), (2, 1), (None, 1), (1, 1 << 40))),
    *({**AREA_MAP, 6: each} for each in ({3: 1}, {3: 5}, {}, None, {1: -11_000, 3: 4, 40: 1})),
    *({**AREA_MAP, 7: name} for name in ("", "B-17", "x" * 121, 7)),
    {**AREA_MAP, 8: 1}, {**AREA_MAP, 40: 1}, {1: 0}, {1: 7, 7: "B"}, {1: 7, 2: [b""], 7: "B"},
    {1: 2, 2: [bytes(8)], 3: 9},
    {1: 6, 2: [bytes(8) + b"\0\0\0\1" * 2], 4: 5}, {1: 5, 2: [bytes(16)]}, {1: 1, 2: [bytes(16)]},
    {1: 5, 2: [bytes(8) + pack(">ii", 0, -1_800_000_000)]},
    {1: 5, 2: [bytes(8) + pack(">ii", 0, 1_800_000_000)]},
    {1: 5, 2: [bytes(8) + pack(">ii", 900_000_001, 0)]}, {1: 4, 2: [AREA_MAP[2][0]] * 2}, {},  # type: ignore[index]
)  # fmt: skip
SOURCE_MAP = Source.of("navwarn", "ЖД 54-54N", (Doubt(code="window"),)).to_map()
BENT_SOURCES: tuple[Any, ...] = (
    SOURCE_MAP, {**SOURCE_MAP, 2: "x"}, {**SOURCE_MAP, 2: ""}, {**SOURCE_MAP, 3: bytes(31)},
    {**SOURCE_MAP, 4: []},
    {**SOURCE_MAP, 4: [{1: ""}]}, {**SOURCE_MAP, 5: "Berg"}, {**SOURCE_MAP, 5: ""}, {**SOURCE_MAP, 9: 1},
    None, b"",
)  # fmt: skip


@covers("BUNDLE-070")
def test_both_verifiers_find_the_same_bodies_about_notices_unfit(tmp_path: Path) -> None:
    record = opened()
    fit = firing().to_map()
    bodies: list[tuple[int, dict[int, Any]]] = [
        *((Kind.NOTICE, {**fit, 5: each}) for each in BENT_AREAS),
        *((Kind.INCIDENT, {5: each}) for each in BENT_AREAS[::3]),
        *((Kind.NOTICE, {**fit, 19: each}) for each in BENT_SOURCES),
        *((Kind.NOTICE, {**fit, 4: code}) for code in ("DF2", "df2", "DF2\n", "XF2", "D1", 4, None)),
        *((kind, {2: name}) for kind in (*range(80, 84), 85) for name in (bytes(32), bytes(31), None, "x")),
    ]
    for kind, body in bodies:
        record.say(NORTH, kind, encode(dict(sorted(body.items()))))
    same(tmp_path, {"notices": record.bundle()})
    found = [each for each in first(record.bundle())["findings"] if "body-unreadable" in str(each)]
    assert len(bodies) > len(found) > 60
