"""A run from positions to result, with an honest other side and with others."""

import os

import h3.api.basic_int as h3
import pytest

from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.matching.bodies import PART_BYTES, message_bytes_max
from firebreak.matching.running import (
    first_messages,
    found_facts,
    in_common,
    our_answer,
    parts_of,
    prepare,
    terms_of,
)
from firebreak.matching.sets import cell_of
from firebreak.matching.shapes import message, points
from firebreak.matching.stepping import Keys, answer
from tests.covering import covers
from tests.matching.run import NAME, SIZE, Run, site, terms

pytestmark = pytest.mark.usefixtures("library")
PIER = site("Pier", 55.7, 21.2)
RADAR = site("Radar", 54.6, 19.9)
SHIP = site("Ship", 54.7, 20.1)


@pytest.fixture(scope="module")
def run() -> Run:
    return Run.of([PIER, RADAR], [SHIP, site("Far", 10, 10)])


def test_both_sides_find_the_cell_of_two_places_within_reach_and_no_other(run: Run) -> None:
    cell = h3.latlng_to_cell(54.7, 20.1, 5)
    assert run.found("north") == run.found("south") == (cell,)
    assert run.north.names[cell] == ("Radar",) and run.south.names[cell] == ("Ship",)


def test_places_beyond_reach_have_nothing_in_common() -> None:
    assert Run.of([PIER], [SHIP]).found("north") == ()


@covers("MATCHING-037")
def test_a_side_that_exchanges_points_is_found_out_by_a_random_item(run: Run) -> None:
    listed = points("response", run.sent["south"]["response"], SIZE)
    (hit,) = run.found("north")
    at = run.north.items.index(hit.to_bytes(8, "big"))
    filler = next(number for number, each in enumerate(run.north.items) if cell_of(each) is None)
    listed[at], listed[filler] = listed[filler], listed[at]
    with pytest.raises(CounterpartError, match="random item of ours") as refused:
        in_common(run.north, run.sent["south"]["setup"], message("response", listed), run.sent["north"])
    assert refused.value.code == "FB698"


@covers("MATCHING-037")
def test_a_side_that_only_throws_our_points_back_is_refused(run: Run) -> None:
    own = run.sent["north"]
    with pytest.raises(CounterpartError, match="points of our own"):
        our_answer(run.north, own["request"], own)
    with pytest.raises(CounterpartError, match="points of our own"):
        in_common(run.north, own["setup"], run.sent["south"]["response"], own)


def blinded(listed: list[bytes]) -> list[bytes]:
    """Points under a key of its own, in their order: 7 is as good as any other."""
    key = (7).to_bytes(32, "big")
    data = answer(Keys(key, key), message("request", listed), len(listed))
    return points("response", data, len(listed))


def test_our_own_points_thrown_back_under_another_key_are_found_out_by_a_random_item(run: Run) -> None:
    """Nobody needs to know a cell of ours to make it a hit; only our random items show that."""
    own = run.sent["north"]
    request = message("request", blinded(points("request", own["request"], SIZE)))
    setup = message("setup", sorted(blinded(points("setup", own["setup"], SIZE))))
    response = our_answer(run.north, request, own)
    with pytest.raises(CounterpartError, match="random item of ours"):
        in_common(run.north, setup, response, own)


def test_a_response_under_another_key_finds_nothing(run: Run) -> None:
    other = prepare(terms(proposer=False), [SHIP], os.urandom)
    lied = our_answer(other, run.sent["north"]["request"], first_messages(other))
    assert in_common(run.north, run.sent["south"]["setup"], lied, run.sent["north"]) == ()


def test_messages_fit_into_the_parts_that_the_node_takes() -> None:
    for size in (1, 60, 2_000):
        for role in ("request", "setup", "response"):
            data = message(role, [b"\2" + at.to_bytes(32, "big") for at in range(size)])
            assert len(data) <= message_bytes_max(size)
            parts = parts_of(role, data)
            assert b"".join(bytes.fromhex(each.data) for each in parts) == data
            assert all(len(each.data) <= 2 * PART_BYTES and each.of == len(parts) for each in parts)


def test_terms_that_this_side_cannot_compute_are_refused() -> None:
    facts = {
        "matching": NAME.hex(), "ours": True, "grid": "h3", "resolution": 5, "reach_m": 1, "we_expand": True,
        "items_max": 9,
    }  # fmt: skip
    assert terms_of(facts).items_max == 9
    for change in ({"grid": "s2"}, {"resolution": 16}, {"items_max": 2_001}):
        with pytest.raises(LocalError) as refused:
            prepare(terms_of({**facts, **change}), [SHIP], os.urandom)
        assert refused.value.code == "FB697"


def test_what_is_told_of_a_run_names_our_own_sites_only(run: Run) -> None:
    facts = found_facts(run.north)
    assert (facts["common"], facts["own_cells"]) == (None, len(run.north.names))
