"""How the files of `vectors/private-matching` are made: bodies of its kinds, and commitments."""

from collections.abc import Iterator
from typing import Any, Final

from firebreak.core.base.cbor import Value, encode
from firebreak.core.base.shape import Body
from firebreak.core.envelope.kinds import Kind
from firebreak.core.matching.bodies import (
    PART_BYTES,
    Expander,
    MatchingAnswer,
    MatchingCommit,
    MatchingDone,
    MatchingPart,
    Result,
    Role,
    Word,
    whole_of,
)
from firebreak.core.matching.commitment import commit
from tests.core.matching.two_sides import START, done, proposal
from tools.tree import ROOT

FOLDER: Final = ROOT / "vectors" / "private-matching"
NAME, ANSWER, SALT = bytes([1]) * 32, bytes([2]) * 32, bytes([7]) * 32
ITEMS = [b"cell-1", b"cell-2"]
OFF = MatchingAnswer(matching=NAME, word=Word.OFF, desk="duty")
PART = MatchingPart(matching=NAME, role=Role.SETUP, number=2, of=3, whole=whole_of(b"x"), data=b"blinded")

FIT: Final[dict[str, tuple[str, Kind, Body]]] = {
    "proposal": ("six hours, the proposer expands", Kind.MATCHING_PROPOSED, proposal()),
    "proposal-at-its-bounds": (
        "seven days, 2,000 items, the answerer expands, with a text",
        Kind.MATCHING_PROPOSED,
        proposal(hours=168, items_max=2_000, expander=Expander.ANSWERER, text="проба"),
    ),
    "acceptance": (
        "accepted; the statement is left out here",
        Kind.MATCHING_ANSWER,
        MatchingAnswer(matching=NAME, word=Word.ACCEPT, desk="duty"),
    ),
    "off": ("what a node says by itself", Kind.MATCHING_ANSWER, OFF),
    "commitment": (
        "binds to two items",
        Kind.MATCHING_COMMIT,
        MatchingCommit(matching=NAME, answer=ANSWER, commitment=commit(NAME, SALT, ITEMS, proposer=True)),
    ),
    "part": ("the second of three", Kind.MATCHING_PART, PART),
    "hits": ("two cells that both named", Kind.MATCHING_DONE, done(NAME, hits=2)),
    "not-told": (
        "a side keeps it to itself",
        Kind.MATCHING_DONE,
        MatchingDone(matching=NAME, result=Result.NOT_TOLD, desk="duty"),
    ),
}
UNFIT: Final[dict[str, tuple[str, Kind, Body, dict[int, Any]]]] = {
    "bucket-too-short": (
        "a bucket of a minute less a millisecond",
        Kind.MATCHING_PROPOSED,
        proposal(),
        {5: START + 59_999},
    ),
    "bucket-too-long": (
        "seven days and a millisecond",
        Kind.MATCHING_PROPOSED,
        proposal(),
        {5: START + 604_800_001},
    ),
    "too-many-items": ("2,001 items", Kind.MATCHING_PROPOSED, proposal(), {11: 2_001}),
    "nobody-expands": ("neither side expands", Kind.MATCHING_PROPOSED, proposal(), {9: 3}),
    "off-by-an-officer": ("a person says what a node says", Kind.MATCHING_ANSWER, OFF, {1: {}}),
    "short-commitment": (
        "31 bytes",
        Kind.MATCHING_COMMIT,
        MatchingCommit(matching=NAME, answer=ANSWER, commitment=NAME),
        {3: bytes(31)},
    ),
    "part-behind-the-last": ("the fourth of three", Kind.MATCHING_PART, PART, {3: 4}),
    "part-without-a-byte": ("no bytes", Kind.MATCHING_PART, PART, {6: b""}),
    "part-too-large": ("12,001 bytes", Kind.MATCHING_PART, PART, {6: bytes(PART_BYTES + 1)}),
    "hits-without-a-number": ("hits, and how many is not said", Kind.MATCHING_DONE, done(NAME), {3: 1}),
    "nothing-with-a-number": ("nothing, and three of it", Kind.MATCHING_DONE, done(NAME), {5: 3}),
}
BOUND: Final[dict[str, tuple[str, bytes, bool, list[bytes]]]] = {
    "bound-proposer": ("two items, in whatever order they are given", SALT, True, ITEMS),
    "bound-answerer": ("the same items of the other side", SALT, False, ITEMS),
    "bound-to-nothing": ("an empty set", SALT, True, []),
    "bound-salted-otherwise": ("another salt", bytes(32), True, ITEMS),
}


def made() -> Iterator[tuple[str, str]]:
    """Name and text of each file."""
    for name, (comment, kind, body) in FIT.items():
        yield name, f"expect: ok\ncomment: {comment}\nkind: {int(kind)}\n\n{body.to_bytes().hex()}\n"
    for name, (comment, kind, body, change) in UNFIT.items():
        data = encode({**body.to_map(), **change}).hex()
        yield name, f"expect: counterpart error\ncomment: {comment}\nkind: {int(kind)}\n\n{data}\n"
    for name, (comment, salt, proposer, items) in BOUND.items():
        found = commit(NAME, salt, items, proposer=proposer)
        head = f"expect: ok\ncomment: {comment}\nmatching: {NAME.hex()}\nproposer: {proposer}\n"
        listed = encode(list[Value](items)).hex()
        yield name, f"{head.lower()}salt: {salt.hex()}\ncommitment: {found.hex()}\n\n{listed}\n"
