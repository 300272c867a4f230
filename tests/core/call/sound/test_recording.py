"""The file of a recording: what a console saved is known again, and nothing else passes."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firebreak.core.base.errors import LocalError
from firebreak.core.call.bodies import Part
from firebreak.core.call.sound.course_bodies import chain_start, chained
from firebreak.core.call.sound.recording import MARK, read_recording
from tests.covering import covers

CALL = bytes(range(16))
CHUNKS = [b"\x1a\x45\xdf\xa3 one", b"two" * 40, b"three"]


def saved(chunks: list[bytes], **other: object) -> bytes:
    """As `console/src/sound/container.ts` writes it."""
    facts = {"call": CALL.hex(), "by": 1, "sizes": [len(each) for each in chunks]} | other
    content = MARK + json.dumps(facts).encode()
    return b"".join(chunks) + b"\xec\x01" + len(content).to_bytes(7, "big") + content


def chain(chunks: list[bytes]) -> bytes:
    last = chain_start(CALL, Part.CALLER)
    for each in chunks:
        last = chained(last, each)
    return last


@covers("SOUND-025")
def test_a_saved_file_is_what_the_record_says_whole_or_up_to_a_second() -> None:
    read = read_recording(saved(CHUNKS))
    assert (read.call, read.by, list(read.chunks())) == (CALL, Part.CALLER, CHUNKS)
    size = sum(map(len, CHUNKS))
    assert read.is_what(chunks=3, size_bytes=size, last=chain(CHUNKS))
    assert read.is_what(chunks=1, size_bytes=len(CHUNKS[0]), last=chain(CHUNKS[:1]))
    assert not read.is_what(chunks=4, size_bytes=size, last=chain(CHUNKS))
    assert not read.is_what(chunks=3, size_bytes=size + 1, last=chain(CHUNKS))


@given(st.integers(0, sum(map(len, CHUNKS)) - 1), st.integers(1, 255))
def test_no_changed_byte_of_the_sound_stays_unseen(at: int, by: int) -> None:
    data = bytearray(saved(CHUNKS))
    data[at] ^= by
    read = read_recording(bytes(data))
    assert not read.is_what(chunks=3, size_bytes=sum(map(len, CHUNKS)), last=chain(CHUNKS))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"".join(CHUNKS),
        saved(CHUNKS)[:-1],
        saved(CHUNKS)[1:],
        saved(CHUNKS) + b"more",
        saved(CHUNKS, sizes=[1, 2]),
        saved(CHUNKS, sizes=[True, -1, "x"]),
        saved(CHUNKS, by=3),
        saved(CHUNKS, call="7f3a"),
        saved(CHUNKS, sizes={}),
    ],
)
def test_anything_else_is_refused(data: bytes) -> None:
    with pytest.raises(LocalError, match="no recording that a console saved"):
        read_recording(data)


@given(st.binary())
def test_any_bytes_are_refused_or_read(data: bytes) -> None:
    with pytest.raises(LocalError):
        read_recording(data)
