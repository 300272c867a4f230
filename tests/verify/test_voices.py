"""Bodies of voice notes that are none: both verifiers find the same."""

from pathlib import Path
from typing import Any

from firebreak.core.base.cbor import encode
from firebreak.core.envelope.kinds import Kind
from firebreak.core.message.voice.bodies import NOTE_BYTES_MAX, PART_BYTES
from tests.covering import covers
from tests.parties import NORTH
from tests.verify.bending import opened
from tests.verify.second import first
from tests.verify.sounding import left, note_of
from tests.verify.test_second_verifier import ODD, same

BOUNDS: dict[int, tuple[Any, ...]] = {
    2: ("x" * 40, "x" * 41),
    4: (31_000, 31_001, -1),
    5: (2,),
    6: (PART_BYTES, NOTE_BYTES_MAX + 1),
    7: (bytes(32), bytes(31)),
    8: ([bytes(32)], [bytes(32)] * 2, [bytes(32)] * 5, [bytes(31)] * 2),
    9: ("x" * 500, "x" * 501),
    10: ("x" * 9,),
    11: (1,),
    40: (1,),
}
PARTS: tuple[dict[int, Any], ...] = (
    *({1: name, 2: 0, 3: b"x"} for name in (bytes(32), bytes(33), *ODD)),
    *({1: bytes(32), 2: index, 3: b"x"} for index in (3, 4, -1, *ODD)),
    *({1: bytes(32), 2: 0, 3: data} for data in (bytes(PART_BYTES), bytes(PART_BYTES + 1), *ODD)),
    {1: bytes(32), 2: 0},
    {1: bytes(32), 2: 0, 3: b"x", 4: 1},
)


@covers("BUNDLE-071")
def test_both_verifiers_find_the_same_voice_notes_unfit(tmp_path: Path) -> None:
    record = opened()
    fit = note_of().to_map()
    bodies: list[tuple[int, dict[int, Any]]] = [
        *((Kind.VOICE_NOTE, {**fit, key: value}) for key, held in BOUNDS.items() for value in (*held, *ODD)),
        *((Kind.VOICE_NOTE, {key: fit[key] for key in fit if key != gone}) for gone in fit),
        *((Kind.VOICE_PART, each) for each in PARTS),
    ]
    for kind, body in bodies:
        record.say(NORTH, kind, encode(dict(sorted(body.items()))))
    same(tmp_path, {"notes": record.bundle(), "left": left(opened()).bundle()})
    found = [each for each in first(record.bundle())["findings"] if "body-unreadable" in str(each)]
    assert len(bodies) > len(found) > 90
    assert first(left(opened()).bundle())["findings"] == []
