"""The RFC 6962 tree over one party's log: what a checkpoint commits to.

A leaf is SHA-256(0x00 ‖ entry hash), a node SHA-256(0x01 ‖ left ‖ right), an empty tree SHA-256 of
nothing. `Tree` keeps the hash of every *full* subtree (2 n hashes for n entries); root and proofs of any
earlier size then hash only along that size's right edge. What the wire brings is judged by
`verify_inclusion` and `verify_consistency`, which know nothing of any tree.
"""

from collections.abc import Iterable, Sequence
from hashlib import sha256
from typing import Final

from firebreak.core.base.errors import CounterpartError, LocalError

HASH_BYTES: Final = 32
TREE_SIZE_MAX: Final = 2**63 - 1  # what the other tools of this format keep in a signed 64-bit number
EMPTY_ROOT: Final = sha256(b"").digest()

Proof = tuple[bytes, ...]


def leaf_hash(entry_hash: bytes) -> bytes:
    """What stands in the tree for an entry."""
    assert len(entry_hash) == HASH_BYTES, len(entry_hash)
    return sha256(b"\x00" + entry_hash).digest()


def node_hash(left: bytes, right: bytes) -> bytes:
    """The parent of two subtrees."""
    return sha256(b"\x01" + left + right).digest()


class Tree:
    """A tree that only grows. `append` costs at most log2(n) hashes, one and a bit on average."""

    def __init__(self, entry_hashes: Iterable[bytes] = ()) -> None:
        self._levels: list[bytearray] = [bytearray()]
        for entry_hash in entry_hashes:
            self.append(entry_hash)

    def __len__(self) -> int:
        return len(self._levels[0]) // HASH_BYTES

    def append(self, entry_hash: bytes) -> int:
        """Add one entry and return its index."""
        index = place = len(self)
        complete, level = leaf_hash(entry_hash), 0
        self._levels[0] += complete
        while place % 2:
            complete = node_hash(self._full(level, place - 1), complete)
            place, level = place // 2, level + 1
            if level == len(self._levels):
                self._levels.append(bytearray())
            self._levels[level] += complete
        return index

    def root(self, size: int | None = None) -> bytes:
        """The root over the first `size` entries, all of them unless told."""
        size = self._checked(size)
        return self._range(0, size) if size else EMPTY_ROOT

    def inclusion_proof(self, index: int, size: int | None = None) -> Proof:
        """The hashes that lead from the leaf at `index` to the root at `size`."""
        size = self._checked(size)
        if not 0 <= index < size:
            raise LocalError(f"there is no entry {index} among the first {size}", code="FB146")
        return tuple(self._inclusion(index, 0, size))

    def consistency_proof(self, old: int, new: int | None = None) -> Proof:
        """The hashes that show that the tree at `new` only added to the tree at `old`.

        Empty for equal sizes, and for old size 0, which is how a witness is told of a log's first
        checkpoint; nothing is proved by that one, so `verify_consistency` does not take it.
        """
        new = self._checked(new)
        if not 0 <= old <= new:
            raise LocalError(f"size {old} is not before size {new}", code="FB146")
        return () if old in (0, new) else tuple(self._consistency(old, 0, new, known=True))

    def _checked(self, size: int | None) -> int:
        if size is None:
            return len(self)
        if not 0 <= size <= len(self):
            raise LocalError(f"the log holds {len(self)} entries, not {size}", code="FB146")
        return size

    def _full(self, level: int, place: int) -> bytes:
        start = place * HASH_BYTES
        return bytes(self._levels[level][start : start + HASH_BYTES])

    def _range(self, start: int, end: int) -> bytes:
        """The hash over leaves start to end - 1; `start` is where a subtree may begin."""
        length = end - start
        if length & (length - 1) == 0:
            return self._full(length.bit_length() - 1, start // length)
        middle = start + _split(length)
        return node_hash(self._range(start, middle), self._range(middle, end))

    def _inclusion(self, index: int, start: int, end: int) -> list[bytes]:
        if end - start == 1:
            return []
        middle = start + _split(end - start)
        if index < middle:
            return [*self._inclusion(index, start, middle), self._range(middle, end)]
        return [*self._inclusion(index, middle, end), self._range(start, middle)]

    def _consistency(self, old: int, start: int, end: int, *, known: bool) -> list[bytes]:
        """`known`: the verifier holds the hash of start..old already, it is the old root."""
        if old == end:
            return [] if known else [self._range(start, end)]
        middle = start + _split(end - start)
        if old <= middle:
            return [*self._consistency(old, start, middle, known=known), self._range(middle, end)]
        return [*self._consistency(old, middle, end, known=False), self._range(start, middle)]


def verify_inclusion(leaf: bytes, index: int, size: int, proof: Sequence[bytes], root: bytes) -> None:
    """Raise `CounterpartError` unless `proof` leads from `leaf` (see `leaf_hash`) to `root`."""
    _check_hashes(leaf, root, *proof)
    if not 0 <= index < size <= TREE_SIZE_MAX:
        raise CounterpartError(f"entry {index} cannot be in a tree of {size}", code="FB145")
    place, last, reached = index, size - 1, leaf
    for step in proof:
        if last == 0:
            raise CounterpartError(f"an inclusion proof of {len(proof)} hashes is too long", code="FB145")
        if place % 2 or place == last:
            reached = node_hash(step, reached)
            place, last = _climb(place, last)
        else:
            reached = node_hash(reached, step)
        place, last = place // 2, last // 2
    _check_end(last, proof)
    _check_root(reached, root, f"entry {index} of the tree of {size}")


def verify_consistency(old: int, new: int, proof: Sequence[bytes], old_root: bytes, new_root: bytes) -> None:
    """Raise `CounterpartError` unless the tree with `new_root` begins with the one with `old_root`."""
    _check_hashes(old_root, new_root, *proof)
    if not 0 < old <= new <= TREE_SIZE_MAX:
        raise CounterpartError(f"a tree of {new} cannot be shown to continue one of {old}", code="FB145")
    if old == new:
        _check_end(len(proof), proof)
        _check_root(old_root, new_root, f"the tree of {new}")
        return
    # A tree of a power of two is itself the first hash of the path, so the proof leaves it out.
    steps = [old_root, *proof] if old & (old - 1) == 0 else list(proof)
    reached_old, reached_new = _both_roots(old, new, steps)
    _check_root(reached_old, old_root, f"the earlier tree of {old}")
    _check_root(reached_new, new_root, f"the later tree of {new}")


def _both_roots(old: int, new: int, steps: list[bytes]) -> tuple[bytes, bytes]:
    """Climb from the last full subtree of the old tree to both roots at once."""
    if not steps:
        raise CounterpartError("a consistency proof of 0 hashes is too short", code="FB145")
    place, last = old - 1, new - 1
    while place % 2:
        place, last = place // 2, last // 2
    reached_old = reached_new = steps[0]
    for step in steps[1:]:
        if last == 0:
            raise CounterpartError(f"a consistency proof of {len(steps)} steps is too long", code="FB145")
        if place % 2 or place == last:
            reached_old, reached_new = node_hash(step, reached_old), node_hash(step, reached_new)
            place, last = _climb(place, last)
        else:
            reached_new = node_hash(reached_new, step)
        place, last = place // 2, last // 2
    _check_end(last, steps)
    return reached_old, reached_new


def _split(length: int) -> int:
    """The largest power of two below `length`: how many leaves the left side takes."""
    return 1 << ((length - 1).bit_length() - 1)


def _climb(place: int, last: int) -> tuple[int, int]:
    """On the right edge: pass the levels on which this subtree has no sibling."""
    while place % 2 == 0 and place:
        place, last = place // 2, last // 2
    return place, last


def _check_hashes(*hashes: bytes) -> None:
    for one in hashes:
        if len(one) != HASH_BYTES:
            raise CounterpartError(f"a hash of {len(one)} bytes in a proof, not {HASH_BYTES}", code="FB145")


def _check_end(left: int, proof: Sequence[bytes]) -> None:
    if left:
        raise CounterpartError(f"a proof of {len(proof)} hashes does not fit these sizes", code="FB145")


def _check_root(reached: bytes, root: bytes, what: str) -> None:
    if reached != root:
        raise CounterpartError(
            f"{what}: the proof leads to {reached.hex()[:16]}…, not to {root.hex()[:16]}…",
            code="FB147",
            hint="keep both checkpoints: if both are signed, one of them is false",
        )
