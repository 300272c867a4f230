"""Shapes of bodies: bounded fields, one encoding, extensions kept."""

import contextlib
from dataclasses import dataclass, replace
from enum import IntEnum

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.cbor import NotStrict, encode
from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.core.base.shape import (
    BODY_BYTES_MAX,
    BadShape,
    Body,
    Choice,
    Flag,
    Inside,
    Number,
    Octets,
    Several,
    Text,
    item,
)
from tests.covering import covers


class Colour(IntEnum):
    RED = 1
    AMBER = 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Inner(Body):
    count: int = item(1, Number(most=9))


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample(Body):
    name: str = item(1, Text(most=8, least=1))
    colour: Colour = item(2, Choice(Colour))
    token: bytes = item(3, Octets(exactly=4))
    done: bool = item(4, Flag(), default=False)
    inner: tuple[Inner, ...] = item(5, Several(Inside(Inner), most=2), default=())


WHOLE = Sample(name="duty", colour=Colour.AMBER, token=b"abcd", done=True, inner=(Inner(count=3),))


@given(
    st.builds(
        Sample,
        name=st.text(min_size=1, max_size=8),
        colour=st.sampled_from(Colour),
        token=st.binary(min_size=4, max_size=4),
        done=st.booleans(),
        inner=st.lists(st.builds(Inner, count=st.integers(0, 9)), max_size=2).map(tuple),
        extensions=st.dictionaries(st.integers(32, 90), st.integers(), max_size=2).map(
            lambda found: tuple(sorted(found.items()))
        ),
    )
)
@covers("I21", "CBOR-006")
def test_a_body_reads_back_with_its_extensions(body: Sample) -> None:
    try:
        data = body.to_bytes()
    except (UnicodeEncodeError, OverflowError):
        return
    try:
        assert Sample.from_bytes(data) == body
        assert Sample.from_bytes(data).to_bytes() == data
    except NotStrict:
        assert any(abs(int(value)) >= 1 << 63 for _, value in body.extensions)  # type: ignore[arg-type]


@covers("CBOR-005")
def test_a_default_that_is_written_is_refused() -> None:
    fields = WHOLE.to_map() | {4: False}
    with pytest.raises(BadShape, match="done is written although it is the default"):
        Sample.from_map(fields)
    assert 4 not in replace(WHOLE, done=False).to_map()


@covers("CBOR-006")
@pytest.mark.parametrize(
    ("change", "why"),
    [
        ({9: 0}, "unknown key 9"),
        ({1: ""}, "name has 0 characters"),
        ({1: "ninechars"}, "name has 9 characters"),
        ({2: 7}, "7 is not a valid Colour"),
        ({3: b"abc"}, "token has 3 bytes"),
        ({4: 1}, "done is not true or false"),
        ({5: [{1: 10}]}, "count is 10"),
        ({5: [{1: 1}] * 3}, "inner has 3 items"),
        ({5: [7]}, "Inner: the body is not a map"),
    ],
)
def test_what_does_not_fit_is_refused_by_name(change: dict[int, object], why: str) -> None:
    with pytest.raises(BadShape, match=why):
        Sample.from_bytes(encode(WHOLE.to_map() | change))  # type: ignore[arg-type]


def test_our_own_wrong_value_is_our_own_error() -> None:
    with pytest.raises(LocalError, match="token has 3 bytes"):
        replace(WHOLE, token=b"abc").to_bytes()


@covers("CBOR-007")
def test_a_body_is_bounded_both_ways() -> None:
    @dataclass(frozen=True, slots=True, kw_only=True)
    class Long(Body):
        text: str = item(1, Text(most=99_999))

    with pytest.raises(LocalError, match="at most"):
        Long(text="x" * BODY_BYTES_MAX).to_bytes()
    with pytest.raises(NotStrict):
        Long.from_bytes(encode({1: "x" * BODY_BYTES_MAX}))


@given(st.binary(max_size=60))
@covers("I22")
def test_any_bytes_give_a_body_or_a_counterpart_error(data: bytes) -> None:
    with contextlib.suppress(CounterpartError):
        Sample.from_bytes(data)
