"""The commitment binds a side to one set for one matching, whatever the order of its items."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import LocalError
from firebreak.core.matching.commitment import commit
from tests.covering import covers
from tools.tree import ROOT

NAME, SALT = bytes([1]) * 32, bytes([7]) * 32
ITEMS = st.lists(st.binary(min_size=1, max_size=64), unique=True, max_size=20)


@covers("MATCHING-010")
def test_the_example_of_the_spec_is_what_comes_out() -> None:
    found = commit(NAME, SALT, [b"cell-2", b"cell-1"], proposer=True)
    assert found.hex() in (ROOT / "spec" / "private-matching.md").read_text(encoding="utf-8")


@covers("MATCHING-010")
@given(ITEMS, ITEMS, st.randoms())
def test_the_order_does_not_matter_and_everything_else_does(
    items: list[bytes], others: list[bytes], chance: Random
) -> None:
    shuffled = list(items)
    chance.shuffle(shuffled)
    found = commit(NAME, SALT, items, proposer=True)
    assert commit(NAME, SALT, shuffled, proposer=True) == found
    assert (commit(NAME, SALT, others, proposer=True) == found) == (set(items) == set(others))
    assert commit(NAME, SALT, items, proposer=False) != found
    assert commit(SALT, SALT, items, proposer=True) != found
    assert commit(NAME, NAME, items, proposer=True) != found


@pytest.mark.parametrize(
    ("name", "salt", "items"),
    [
        (b"", SALT, []),
        (NAME, b"x", []),
        (NAME, SALT, [b"a", b"a"]),
        (NAME, SALT, [b""]),
        (NAME, SALT, [b"x" * 65]),
    ],
)
def test_what_is_no_set_is_refused(name: bytes, salt: bytes, items: list[bytes]) -> None:
    with pytest.raises(LocalError):
        commit(name, salt, items, proposer=True)
