"""Bodies of private matchings that are none: both verifiers find the same."""

from pathlib import Path
from typing import Any

from firebreak.core.base.cbor import encode
from firebreak.core.base.shape import Body
from firebreak.core.envelope.kinds import Kind
from firebreak.core.matching.bodies import (
    BUCKET_MAX,
    ITEMS_MAX,
    PART_BYTES,
    PARTS_MAX,
    MatchingAnswer,
    MatchingCommit,
    MatchingDone,
    MatchingPart,
    Result,
    Role,
    Word,
)
from tests.core.matching.two_sides import proposal
from tests.covering import covers
from tests.parties import NORTH, SOUTH
from tests.records import Record
from tests.verify.bending import opened
from tests.verify.second import first
from tests.verify.test_second_verifier import ODD, same

NAME = bytes(range(32))
PROPOSED = proposal()
FIT: dict[Kind, Body] = {
    Kind.MATCHING_PROPOSED: PROPOSED,
    Kind.MATCHING_ANSWER: MatchingAnswer(matching=NAME, word=Word.OFF, desk="duty", text="no"),
    Kind.MATCHING_COMMIT: MatchingCommit(matching=NAME, answer=NAME, commitment=NAME),
    Kind.MATCHING_PART: MatchingPart(matching=NAME, role=Role.SETUP, number=2, of=3, whole=NAME, data=b"x"),
    Kind.MATCHING_DONE: MatchingDone(matching=NAME, result=Result.HITS, desk="duty", hits=2, text="here"),
}
BOUNDS: dict[Kind, dict[int, tuple[Any, ...]]] = {
    Kind.MATCHING_PROPOSED: {
        2: ("x" * 40, "x" * 41, ""),
        5: tuple(PROPOSED.from_at + each for each in (60_000, 59_999, -1, BUCKET_MAX, BUCKET_MAX + 1)),
        6: ("s2", "x" * 17, ""),
        7: (30, 31),
        8: (0, 500_000, 500_001),
        9: (2, 3),
        11: (ITEMS_MAX, ITEMS_MAX + 1, 0),
        12: ("x" * 500, "x" * 501, ""),
        10: (1,),
    },
    Kind.MATCHING_ANSWER: {2: (bytes(31),), 3: (0, 4), 5: ("x" * 501, "")},
    Kind.MATCHING_COMMIT: {1: (bytes(33),), 2: (bytes(31),), 3: (b"",), 4: (1,)},
    Kind.MATCHING_PART: {
        2: (0, 4),
        3: (3, 4, 0),
        4: (1, PARTS_MAX, PARTS_MAX + 1),
        6: (b"", bytes(PART_BYTES), bytes(PART_BYTES + 1)),
    },
    Kind.MATCHING_DONE: {3: (2, 3, 4), 5: (0, 1, ITEMS_MAX, ITEMS_MAX + 1), 6: ("x" * 501,)},
}


def whole(record: Record) -> Record:
    """A matching as two honest nodes write it."""
    proposed = record.say(NORTH, Kind.MATCHING_PROPOSED, record.stated(NORTH, proposal()))
    body = MatchingAnswer(matching=proposed.hash, word=Word.ACCEPT, desk="duty")
    answer = record.say(SOUTH, Kind.MATCHING_ANSWER, record.stated(SOUTH, body, proposed))
    for each in (NORTH, SOUTH):
        bound = MatchingCommit(matching=proposed.hash, answer=answer.hash, commitment=NAME)
        record.say(each, Kind.MATCHING_COMMIT, bound)
    done = MatchingDone(matching=proposed.hash, result=Result.NOTHING, desk="duty")
    record.say(SOUTH, Kind.MATCHING_DONE, record.stated(SOUTH, done, proposed))
    return record


@covers("BUNDLE-072")
def test_both_verifiers_find_the_same_bodies_of_matchings_unfit(tmp_path: Path) -> None:
    record = opened()
    bodies: list[tuple[Kind, dict[int, Any]]] = []
    for kind, body in FIT.items():
        fit, bounds = body.to_map(), BOUNDS[kind]
        held = {key: (*bounds.get(key, ()), *ODD) for key in {*fit, *bounds}}
        bodies += [(kind, {**fit, key: value}) for key, values in held.items() for value in values]
        bodies += [(kind, {name: fit[name] for name in fit if name != gone}) for gone in fit]
    for kind, each in bodies:
        record.say(NORTH, kind, encode(dict(sorted(each.items()))))
    same(tmp_path, {"bent": record.bundle(), "whole": whole(opened()).bundle()})
    found = [each for each in first(record.bundle())["findings"] if "body-unreadable" in str(each)]
    assert len(bodies) > len(found) > 90
    assert first(whole(opened()).bundle())["findings"] == []


def test_an_officer_who_says_what_only_a_node_says_is_reported(tmp_path: Path) -> None:
    record = opened()
    off = FIT[Kind.MATCHING_ANSWER].to_map()
    accepted = MatchingAnswer(matching=NAME, word=Word.ACCEPT, desk="duty")
    statement = record.stated(NORTH, accepted).to_map()[1]
    record.say(NORTH, Kind.MATCHING_ANSWER, encode({1: statement, **off}))
    same(tmp_path, {"off": record.bundle()})
    assert any("body-unreadable" in str(each) for each in first(record.bundle())["findings"])
