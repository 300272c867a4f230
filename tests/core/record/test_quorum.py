"""Counting witnesses, and what so many of them prove of a time."""

from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.instants import Instant
from firebreak.core.record.quorum import AgreedWitness, Stamp, eligible, proven
from tests.covering import covers

TRUE = Instant(1_700_000_000_000)
TIMES = st.integers(TRUE - 10**9, TRUE + 10**9).map(Instant)


def witness(name: str, operator: str, key: int) -> AgreedWitness:
    return AgreedWitness(name=name, operator=operator, ed25519=bytes([key]) * 32)


@covers("WITNESS-031")
def test_a_party_its_keys_and_a_key_listed_twice_do_not_count() -> None:
    listed = [
        witness("a", "First", 1),
        witness("b", " north ", 2),
        witness("c", "Third", 3),
        witness("d", "Fourth", 1),
        witness("e", "Fifth", 9),
    ]
    found = eligible(listed, ["North", "South"], [bytes([9]) * 32])
    assert [each.name for each in found] == ["a", "c"]


@covers("I20", "WITNESS-034")
@given(st.lists(TIMES, max_size=3), st.integers(1, 3), st.integers(1, 4), st.data())
def test_the_interval_holds_while_fewer_than_the_quorum_lie(
    lies: list[Instant], honest: int, quorum: int, data: st.DataObject
) -> None:
    lies = lies[: quorum - 1]
    stamps = [Stamp(f"l{number}", f"liar {number}", at) for number, at in enumerate(lies)]
    times = [Instant(TRUE + data.draw(st.integers(0, 5_000))) for _ in range(honest)]
    stamps += [Stamp(f"h{number}", f"honest {number}", at) for number, at in enumerate(times)]
    shown = proven(data.draw(st.permutations(stamps)), quorum)
    assert (shown is None) is (len(stamps) < quorum)
    if shown is not None:
        assert shown.latest >= TRUE, "the checkpoint existed at TRUE, when the honest ones saw it"
        assert shown.earliest <= max(times), "what names the stamps was written after the last of them"


@covers("WITNESS-031")
@given(st.lists(TIMES, min_size=1, max_size=6))
def test_one_operator_is_one_voice_however_often_it_speaks(times: list[Instant]) -> None:
    stamps = [
        Stamp(f"w{number}", "Institute" if number % 2 else "institute ", at)
        for number, at in enumerate(times)
    ]
    assert proven(stamps, 2) is None
    one = proven(stamps, 1)
    assert one is not None
    assert (one.earliest, one.latest) == (min(times), max(times))


@covers("WITNESS-034")
def test_more_stamps_never_prove_less() -> None:
    stamps = [
        Stamp(f"w{number}", f"operator {number}", Instant(TRUE + 1_000 * number)) for number in range(5)
    ]
    for count in range(2, 5):
        fewer, more = proven(stamps[:count], 2), proven(stamps[: count + 1], 2)
        assert fewer is not None
        assert more is not None
        assert more.latest <= fewer.latest
        assert more.earliest >= fewer.earliest
