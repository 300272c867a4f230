"""The commitment to a set: what a side writes into the record before it learns anything.

It binds its side to one set for one matching, hides that set behind 32 random bytes, and can be opened to a
neutral person later by showing those bytes and the set.
"""

from collections.abc import Iterable
from typing import Final

from firebreak.core.base.cbor import Value, encode
from firebreak.core.base.errors import LocalError
from firebreak.core.base.purposes import MATCHING, digest

SALT_BYTES: Final = 32
NAME_BYTES: Final = 32
ITEM_BYTES_MAX: Final = 64  # a cell and a bucket as text are some thirty


def commit(matching: bytes, salt: bytes, items: Iterable[bytes], *, proposer: bool) -> bytes:
    """32 bytes that bind to these items, in whatever order they are given. Raises LocalError.

    The name of the matching and the side are part of it, so that nobody shows the other's as its own or one
    of another day.
    """
    listed = sorted(items)
    if len(matching) != NAME_BYTES or len(salt) != SALT_BYTES:
        raise _unfit("the name of a matching and the salt have 32 bytes each")
    if len(set(listed)) != len(listed):
        raise _unfit("an item stands in the set twice")
    if not all(0 < len(each) <= ITEM_BYTES_MAX for each in listed):
        raise _unfit(f"an item has 1 to {ITEM_BYTES_MAX} bytes")
    held: list[Value] = [matching, proposer, salt, list[Value](listed)]
    return digest(MATCHING, encode(held))


def _unfit(text: str) -> LocalError:
    return LocalError(text, code="FB693", hint="make the set anew: `firebreak matching run`")
