"""The opening file, and what a neutral witness finds with it."""

import json
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import pytest

from firebreak.app.backing_up import FOLDERS
from firebreak.core.base.errors import LocalError
from firebreak.core.base.shape import Body
from firebreak.core.envelope.entry import Entry
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Draft
from firebreak.core.matching.bodies import (
    Expander,
    MatchingCommit,
    MatchingPart,
    MatchingPropose,
    Role,
    cut,
    whole_of,
)
from firebreak.core.matching.commitment import commit
from firebreak.matching.checking import check
from firebreak.matching.gathering import Found, find, gather
from firebreak.matching.opening import FOLDER as KEPT
from firebreak.matching.opening import Opening, alone, hand_over, keep, place, read
from tests.core.learning import Record
from tests.covering import covers
from tests.matching.run import NAME, SIZE, Run, site
from tests.verify.test_vectors import read as vector
from tests.verify.vectors import FOLDER

pytestmark = pytest.mark.usefixtures("library")
AGREED = MatchingPropose(
    from_desk="duty", desk="duty", from_at=1, until_at=3_600_001, grid="h3", resolution=5, reach_m=24_000,
    expander=Expander.PROPOSER, items_max=SIZE,
)  # fmt: skip
PIER, SHIP = site("Pier", 55.7, 21.2), site("Ship", 55.6, 21.1)


@pytest.fixture(scope="module")
def run() -> Run:
    return Run.of([PIER], [SHIP])


@pytest.fixture(scope="module")
def found(run: Run) -> Found:
    """What a bundle would hold of it."""
    record = Found(AGREED, b"north")
    for proposer, name, opening in ((True, "north", run.north), (False, "south", run.south)):
        record.commits[proposer] = opening.commitment
        for role in Role:
            record.parts[proposer, role] = _parts(role, run.sent[name][role.name.lower()])
    return record


LATE, EARLY = b"z" * 16, b"a" * 16
"Segments: their names are random, and say nothing of which was first."


@dataclass
class Log:
    """What one side writes, restarted or not."""

    matching: bytes = NAME
    entries: list[Entry] = field(default_factory=list[Entry])
    papers: Record = field(default_factory=Record)

    def say(self, kind: Kind, body: Body, at: int, segment: bytes = LATE) -> bytes:
        """Write it; the name of the entry."""
        draft = Draft(kind=kind, body=body)
        item = self.papers.write(draft, at=at, said_at=at, segment=segment)
        data = body.to_bytes()
        self.entries.append(Entry(item.header, b"", b"", b"", data, item.ref.hash))
        return item.ref.hash

    def bind(self, opening: Opening, at: int, segment: bytes = LATE) -> None:
        """Commit to a set."""
        body = MatchingCommit(matching=self.matching, answer=bytes(32), commitment=opening.commitment)
        self.say(Kind.MATCHING_COMMIT, body, at, segment)

    def send(self, role: Role, data: bytes, at: int, segment: bytes = LATE) -> None:
        """All parts of a message."""
        for part in _parts(role, data).values():
            self.say(Kind.MATCHING_PART, replace(part, matching=self.matching), at, segment)


def _parts(role: Role, data: bytes) -> dict[int, MatchingPart]:
    pieces = cut(data)
    return {
        at: MatchingPart(matching=NAME, role=role, number=at, of=len(pieces), whole=whole_of(data), data=each)
        for at, each in enumerate(pieces, 1)
    }


def kept(folder: Path, opening: Opening) -> Path:
    path = place(folder, NAME)
    with alone(folder):
        keep(path, opening)
    return path


def checks(opening: Opening, found: Found) -> dict[str, bool | None]:
    return {each.name: each.good for each in check(opening, found)}


def test_it_is_kept_for_its_owner_alone_where_no_backup_looks(tmp_path: Path, run: Run) -> None:
    path = kept(tmp_path, run.north)
    assert (path.stat().st_mode & 0o777, path.parent.stat().st_mode & 0o777) == (0o600, 0o700)
    assert KEPT not in FOLDERS
    assert read(path) == replace(run.north, items=tuple(run.north.items))
    assert read(path).commitment == run.north.commitment
    keep(path, replace(run.north, common=(5,)))
    assert read(path).common == (5,)
    path.chmod(0o644)
    with pytest.raises(LocalError):
        read(path)


def test_the_commitment_is_the_one_of_the_specification(run: Run) -> None:
    own = run.north
    assert own.commitment == commit(NAME, own.salt, sorted(own.items), proposer=True)
    assert own.commitment != replace(own, proposer=False).commitment


def test_nothing_secret_of_it_is_ever_shown(run: Run) -> None:
    shown = repr(run.north)
    assert run.north.salt.hex() not in shown and "Pier" not in shown and repr(run.north.salt) not in shown
    assert "1234567" not in repr(replace(run.north, common=(1234567,)))


def test_what_is_handed_over_names_none_of_our_sites_and_overwrites_nothing(tmp_path: Path, run: Run) -> None:
    path = tmp_path / "opening.json"
    hand_over(path, run.north)
    assert "Pier" not in path.read_text()
    path.chmod(0o644)
    assert read(path, private=False).commitment == run.north.commitment
    with pytest.raises(LocalError):
        hand_over(path, run.north)


@pytest.mark.parametrize(
    "bend",
    [
        lambda held: {**held, "format": "another"},
        lambda held: {**held, "salt": "00"},
        lambda held: {**held, "salt": "xx" * 32},
        lambda held: {**held, "proposer": 1},
        lambda held: {**held, "client_key": "00" * 32},
        lambda held: {**held, "server_key": "ff" * 32},
        lambda held: {**held, "items": []},
        lambda held: {**held, "items": held["items"][:1] * 2},
        lambda held: {**held, "items": ["0011"]},
        lambda held: {**held, "names": {"zz": []}},
        lambda held: {**held, "names": 5},
        lambda held: {key: value for key, value in held.items() if key != "client_key"},
        lambda held: [held],
        lambda held: 7,
    ],
)  # fmt: skip
def test_a_file_that_is_none_is_refused(tmp_path: Path, run: Run, bend: Callable[[Any], Any]) -> None:
    path = kept(tmp_path, run.north)
    path.write_text(json.dumps(bend(json.loads(path.read_text()))))
    with pytest.raises(LocalError) as refused:
        read(path)
    assert refused.value.code == "FB699"


def test_everything_is_right_with_an_honest_file_of_either_side(run: Run, found: Found) -> None:
    for opening in (run.north, run.south):
        assert set(checks(opening, found).values()) == {True}


def test_another_set_does_not_open_the_commitment_nor_give_the_messages(run: Run, found: Found) -> None:
    own = run.north
    other = replace(own, items=(b"\1" * 32, *own.items[1:]))
    assert checks(other, found) == {
        "commitment": False, "once": True, "set": True, "request": False, "setup": False, "response": True,
    }  # fmt: skip
    assert checks(replace(own, salt=bytes(32)), found)["commitment"] is False


def test_a_set_with_a_cell_of_another_size_is_named(run: Run, found: Found) -> None:
    coarse = (0x841F73FFFFFFFFF).to_bytes(8, "big")
    other = replace(run.north, items=(coarse, *run.north.items[1:]))
    assert checks(other, found)["set"] is False
    assert checks(replace(run.north, items=run.north.items[1:]), found)["set"] is False


def test_a_side_that_sent_another_set_than_it_committed_to_is_found_out(run: Run, found: Found) -> None:
    parts = {**found.parts, (True, Role.REQUEST): _parts(Role.REQUEST, run.sent["south"]["request"])}
    said = replace(found, parts=parts)
    assert checks(run.north, said)["request"] is False


@covers("MATCHING-006")
def test_a_second_commitment_is_found_out_whatever_the_names_of_the_segments_are(run: Run) -> None:
    """A side that searched binds itself once more after the run, to a set that it would like to show."""
    log = Log()
    log.matching = log.say(Kind.MATCHING_PROPOSED, AGREED, 1)
    innocent = replace(run.north, items=(b"\1" * 32, *run.north.items[1:]))
    log.bind(run.north, 2)
    log.send(Role.REQUEST, run.sent["north"]["request"], 3)
    honest = gather(log.entries, log.matching)
    assert checks(run.north, honest)["once"] is True
    log.bind(innocent, 4, EARLY)
    found = gather(reversed(log.entries), log.matching)
    assert (checks(innocent, found)["commitment"], checks(innocent, found)["once"]) == (False, False)
    assert checks(run.north, found)["commitment"] is True


@covers("MATCHING-014")
def test_a_message_that_was_sent_twice_is_found_out(run: Run) -> None:
    log = Log()
    log.matching = log.say(Kind.MATCHING_PROPOSED, AGREED, 1)
    log.bind(run.north, 2)
    for at, segment in ((3, LATE), (4, EARLY)):
        log.send(Role.SETUP, run.sent["north"]["setup"], at, segment)
    assert checks(run.north, gather(log.entries, log.matching))["once"] is True
    log.send(Role.SETUP, run.sent["south"]["setup"], 5, EARLY)
    found = gather(log.entries, log.matching)
    assert checks(run.north, found)["once"] is False
    assert found.message(Role.SETUP, proposer=True) == run.sent["north"]["setup"]


def test_a_bundle_of_another_line_or_none_at_all_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "other.fbundle"
    vectors = (vector(each) for each in sorted(FOLDER.glob("*.txt")))
    other.write_bytes(next(data for header, data in vectors if header["expect"] == "ok"))
    for bundle, code in ((other, "FB699"), (tmp_path / "none", "FB350")):
        with pytest.raises(LocalError) as refused:
            find(bundle, NAME)
        assert refused.value.code == code


def test_what_the_bundle_lacks_is_neither_right_nor_wrong(run: Run, found: Found) -> None:
    bare = Found(found.proposal, found.proposer)
    assert checks(run.north, bare) == {
        "commitment": None, "once": None, "set": True, "request": None, "setup": None, "response": None,
    }  # fmt: skip
