"""The scheme itself, with the real library in its own process."""

import os
import random
import subprocess
import sys
from collections.abc import Callable, Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.matching import stepping
from firebreak.matching.limits import LIBRARY_FAILED, Step
from firebreak.matching.sets import cell_of, padded, spoken
from firebreak.matching.shapes import message, points
from firebreak.matching.stepping import Offer, answer, compare, offer
from tests.covering import covers

pytestmark = pytest.mark.usefixtures("library")
RUN = b"a matching".ljust(32)
SIZE = 24


def side(*cells: int) -> tuple[list[bytes], Offer]:
    items = padded(cells, SIZE, os.urandom)
    return items, offer(spoken(items, RUN))


def hits(items: Sequence[bytes], found: Sequence[int]) -> list[int | None]:
    return sorted((cell_of(items[each]) for each in found), key=str)


@pytest.fixture(scope="module")
def north() -> tuple[list[bytes], Offer]:
    return side(10, 11, 12, 13)


@pytest.fixture(scope="module")
def south() -> tuple[list[bytes], Offer]:
    return side(12, 13, 14)


Side = tuple[list[bytes], Offer]


def test_both_sides_find_the_same_cells_and_no_more(north: Side, south: Side) -> None:
    to_north = answer(south[1].keys, north[1].request, SIZE)
    to_south = answer(north[1].keys, south[1].request, SIZE)
    assert hits(north[0], compare(north[1].keys, south[1].setup, to_north, SIZE)) == [12, 13]
    assert hits(south[0], compare(south[1].keys, north[1].setup, to_south, SIZE)) == [12, 13]


@covers("MATCHING-034", "MATCHING-035")
def test_what_is_sent_has_one_size_and_the_setup_tells_nothing_of_the_order(north: Side) -> None:
    items, made = north
    for role, data in (("request", made.request), ("setup", made.setup)):
        assert message(role, points(role, data, SIZE)) == data
    listed = points("setup", made.setup, SIZE)
    assert listed == sorted(listed)
    shuffled = random.Random(1).sample(items, SIZE)
    again = offer(spoken(shuffled, RUN), made.keys)
    assert again.setup == made.setup
    assert len(side(10)[1].request) == len(made.request)


@covers("MATCHING-033")
def test_the_same_keys_and_items_give_the_same_messages_so_that_a_witness_can_compute_them_again(
    north: Side, south: Side
) -> None:
    items, made = north
    assert offer(spoken(items, RUN), made.keys) == made
    assert answer(made.keys, south[1].request, SIZE) == answer(made.keys, south[1].request, SIZE)
    fresh = offer(spoken(items, RUN))
    assert fresh.keys != made.keys and fresh.request != made.request


def test_keys_are_not_shown(north: Side) -> None:
    keys = north[1].keys
    assert keys.client.hex() not in repr(north[1]) and repr(keys) == "Keys()"


def test_points_in_a_wrong_order_show_where_they_hit_a_random_item(north: Side, south: Side) -> None:
    listed = points("response", answer(south[1].keys, north[1].request, SIZE), SIZE)
    lied = message("response", listed[1:] + listed[:1])
    found = compare(north[1].keys, south[1].setup, lied, SIZE)
    assert hits(north[0], found) != [12, 13]


@covers("MATCHING-036")
@settings(max_examples=400, deadline=None)
@given(st.sampled_from(["request", "setup", "response"]), st.binary(max_size=90), st.integers(1, 3))
def test_bytes_of_another_shape_are_refused_before_any_library_sees_them(
    role: str, data: bytes, size: int
) -> None:
    with pytest.raises(CounterpartError):
        points(role, data, size)


@pytest.mark.parametrize(
    "bend",
    [
        lambda data: data[:-1],
        lambda data: data + b"\0",
        lambda data: data[:3] + b"\x05" + data[4:],
        lambda data: data[:4] + b"\x05" + data[5:],
        lambda data: data[:37] + data[2:37] + data[72:],
        lambda data: b"\x08\x00" + data[2:],
    ],
)  # fmt: skip
def test_a_message_with_a_byte_too_many_or_few_or_a_point_twice_is_refused(
    north: Side, bend: Callable[[bytes], bytes]
) -> None:
    with pytest.raises(CounterpartError) as refused:
        answer(north[1].keys, bend(north[1].request), SIZE)
    assert refused.value.code == "FB698"


def test_points_that_are_not_on_the_curve_are_refused_by_the_library_in_its_own_process(north: Side) -> None:
    nowhere = message("request", [b"\x02" + bytes([at]) * 32 for at in range(1, SIZE + 1)])
    with pytest.raises(CounterpartError) as refused:
        answer(north[1].keys, nowhere, SIZE)
    assert "the library refused it" in refused.value.text


def test_a_process_that_dies_writes_too_much_or_answers_nonsense_is_a_clear_error(
    north: Side, monkeypatch: pytest.MonkeyPatch
) -> None:
    for script in (
        "import os, signal; os.kill(os.getpid(), signal.SIGKILL)",
        "import sys; sys.stdout.write('x' * (3 << 20))",
        "print('nonsense')",
        "import sys; sys.exit(7)",
    ):
        monkeypatch.setattr(stepping, "COMMAND", (sys.executable, "-I", "-c", script))
        with pytest.raises(CounterpartError):
            answer(north[1].keys, north[1].request, SIZE)
        with pytest.raises(LocalError):
            offer(["a"])


def test_a_process_that_hangs_is_ended(north: Side, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stepping, "WALL_SECONDS_MAX", 0.3)
    monkeypatch.setattr(stepping, "COMMAND", (sys.executable, "-I", "-c", "import signal; signal.pause()"))
    with pytest.raises(CounterpartError):
        answer(north[1].keys, north[1].request, SIZE)


CONFINED = """
import socket, sys
from firebreak.matching.worker import give_up
give_up()
for deed in (lambda: open("/etc/hostname"), lambda: socket.socket(), lambda: bytearray(2 << 30)):
    try:
        deed()
    except (OSError, MemoryError):
        continue
    sys.exit("it could")
"""


def test_the_process_opens_no_file_no_connection_and_takes_no_more_memory() -> None:
    done = subprocess.run([sys.executable, "-c", CONFINED], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_a_step_without_what_it_needs_ends_with_its_own_exit_code() -> None:
    code, answered = stepping.run_once(stepping.encoded(Step.ANSWER, {}))
    assert (code, answered) == (LIBRARY_FAILED, b"")
