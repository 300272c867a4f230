"""The file of a recording, as a console hands it to an officer, held against what a record says of it.

The file is WebM. Behind it stands one element that players skip (EBML Void, RFC 8794 §11.3.3) with the
lengths of its chunks: nothing else in the file says where a second ended. It proves nothing by itself; the
chain of SOUND-025 over the chunks, and the entry that names its end, do.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice
from typing import Any, Final, cast

from firebreak.core.base.errors import LocalError
from firebreak.core.call.bodies import CALL_ID_BYTES, Part
from firebreak.core.call.sound.course_bodies import CHUNKS_MAX, RECORDED_BYTES_MAX, chain_start, chained

MARK: Final = b"FIREBREAK/1 recording\n"
VOID: Final = b"\xec\x01"  # the element, and that its length has eight bytes
HEAD_BYTES: Final = 9
FACTS_BYTES_MAX: Final = 1 << 20  # a day of chunks, of six digits each


@dataclass(frozen=True, slots=True)
class RecordingFile:
    """What a file says of itself, and its chunks."""

    call: bytes
    by: Part
    "Whose console recorded it."
    sizes: tuple[int, ...]
    sound: bytes

    def chunks(self) -> Iterator[bytes]:
        """The seconds of it."""
        at = 0
        for size in self.sizes:
            yield self.sound[at : at + size]
            at += size

    def chain(self, count: int) -> bytes:
        """The chain after so many chunks."""
        last = chain_start(self.call, self.by)
        for each in islice(self.chunks(), count):
            last = chained(last, each)
        return last

    def is_what(self, *, chunks: int, size_bytes: int, last: bytes) -> bool:
        """Whether a `call.recorded` with these values was said of this file, or of its beginning."""
        known = chunks <= len(self.sizes) and size_bytes == sum(self.sizes[:chunks])
        return known and self.chain(chunks) == last


def read_recording(data: bytes) -> RecordingFile:
    """The file, taken apart. Raises LocalError for one that no console of Firebreak saved."""
    at = data.rfind(MARK) - HEAD_BYTES
    length = int.from_bytes(data[at + 2 : at + HEAD_BYTES], "big") if at >= 0 else -1
    if (
        at < 0
        or data[at : at + 2] != VOID
        or at + HEAD_BYTES + length != len(data)
        or length > FACTS_BYTES_MAX
    ):
        raise _not_ours("the lengths of its chunks do not stand at its end")
    try:
        facts = json.loads(data[at + HEAD_BYTES + len(MARK) :])
        call, by, sizes = bytes.fromhex(facts["call"]), Part(facts["by"]), _sizes(facts["sizes"])
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _not_ours("what stands at its end cannot be read") from error
    if len(call) != CALL_ID_BYTES or sum(sizes) != at:
        raise _not_ours("the lengths of its chunks are not those of the file")
    return RecordingFile(call, by, sizes, data[:at])


def _sizes(value: Any) -> tuple[int, ...]:
    if not isinstance(value, list) or len(cast("list[Any]", value)) > CHUNKS_MAX:
        raise ValueError("no list of lengths")
    sizes = tuple(cast("list[Any]", value))
    if not all(type(each) is int and 0 < each <= RECORDED_BYTES_MAX for each in sizes):
        raise ValueError("a length that cannot be")
    return sizes


def _not_ours(why: str) -> LocalError:
    return LocalError(
        f"this is no recording that a console saved, or it was cut: {why}",
        code="FB548",
        hint="take the file as the console saved it; a player or a converter may have written it anew",
    )
