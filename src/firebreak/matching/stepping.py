"""The steps of the scheme: Diffie-Hellman private set intersection on P-256, both ways at the same time.

Each side encrypts its items once under a key as client (the *request*) and once under a key as server (the
*setup*). It encrypts the other's request again under its own server's key (the *response*), takes its
client's key off what comes back, and finds what is in common by comparing that with the other's setup. Keys
are fresh for every run. The scheme is Meadows' (IEEE Security and Privacy 1986) on a curve; the library is
openmined-psi.

It holds against a side that is curious and keeps to the rules. One that does not can leave items out, answer
wrongly, or name cells where it has nothing; a few such lies show, most do not (docs/private-matching.md).
"""

import subprocess
import sys
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from threading import Timer
from typing import Any, Final

from firebreak.core.base.cbor import decode, encode
from firebreak.core.base.errors import CounterpartError, LocalError
from firebreak.matching.extra import lacking
from firebreak.matching.limits import (
    ANSWER_BYTES_MAX,
    LIBRARY_LACKS,
    WALL_SECONDS_MAX,
    Field,
    Step,
)
from firebreak.matching.shapes import points, unusable

COMMAND: Final = (sys.executable, "-I", "-m", "firebreak.matching.worker")


@dataclass(frozen=True, slots=True)
class Keys:
    """The two secret keys of one run."""

    client: bytes = field(repr=False)
    server: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Offer:
    """What is sent of our own set."""

    keys: Keys
    request: bytes
    setup: bytes


def offer(items: Sequence[str], keys: Keys | None = None) -> Offer:
    """Encrypt our items, under fresh keys or again under those of a run. Raises LocalError."""
    asked: dict[int, Any] = {Field.ITEMS: list(items)}
    if keys:
        asked |= {Field.CLIENT_KEY: keys.client, Field.SERVER_KEY: keys.server}
    found = _step(Step.OFFER, asked)
    if found is None:
        raise LocalError("our own items could not be encrypted", code="FB698", hint="free memory, try again")
    made = Offer(
        Keys(found[Field.CLIENT_KEY], found[Field.SERVER_KEY]), found[Field.REQUEST], found[Field.SETUP]
    )
    points("request", made.request, len(items))  # what we send has the shape that we ask of theirs
    points("setup", made.setup, len(items))
    return made


def answer(keys: Keys, request: bytes, size: int) -> bytes:
    """Encrypt the other side's request again. Raises CounterpartError."""
    points("request", request, size)
    found = _step(Step.ANSWER, {Field.SERVER_KEY: keys.server, Field.REQUEST: request})
    if found is None:
        raise unusable("request", "the library refused it")
    return bytes(found[Field.RESPONSE])


def compare(keys: Keys, setup: bytes, response: bytes, size: int) -> list[int]:
    """Which of our items the other side has, by number in our order. Raises CounterpartError."""
    points("setup", setup, size)
    points("response", response, size)
    asked: dict[int, Any] = {Field.CLIENT_KEY: keys.client, Field.SETUP: setup, Field.RESPONSE: response}
    found = _step(Step.COMPARE, asked)
    common = None if found is None else found[Field.COMMON]
    if common is None or not all(isinstance(each, int) and 0 <= each < size for each in common):
        raise unusable("response", "the library refused it")
    return list(common)


def _step(step: Step, asked: dict[int, Any]) -> dict[int, Any] | None:
    """Have a process compute one step; None where it failed over what it was given. Raises LocalError."""
    try:
        code, answered = run_once(encoded(step, asked))
    except OSError as error:
        hint = "free memory and try again"
        raise LocalError(f"private matching cannot be computed: {error}", code="FB698", hint=hint) from error
    if code == LIBRARY_LACKS:
        raise lacking("openmined-psi")
    if code or len(answered) > ANSWER_BYTES_MAX:
        return None
    try:
        found = decode(answered, size_max=ANSWER_BYTES_MAX)
    except CounterpartError:
        return None
    return found if isinstance(found, dict) else None


def encoded(step: Step, asked: dict[int, Any]) -> bytes:
    """A request to the process."""
    return encode({int(key): value for key, value in sorted({Field.STEP: int(step), **asked}.items())})


def run_once(request: bytes) -> tuple[int, bytes]:
    """Exit code and answer of a process that was given one request, and not more than so many bytes of it."""
    process = subprocess.Popen(  # noqa: S603 - our own interpreter and module
        COMMAND,
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, cwd="/", env={},
    )  # fmt: skip
    clock = Timer(WALL_SECONDS_MAX, process.kill)
    clock.start()
    try:
        answered = _talk(process, request)
        if len(answered) > ANSWER_BYTES_MAX:
            process.kill()
        return process.wait(), answered
    finally:
        clock.cancel()
        process.kill()  # it has ended, unless something was raised here
        process.wait()


def _talk(process: "subprocess.Popen[bytes]", request: bytes) -> bytes:
    assert process.stdin and process.stdout
    with process.stdout, suppress(BrokenPipeError):  # it may end early; its exit code tells why
        with process.stdin:
            process.stdin.write(request)
        return process.stdout.read(ANSWER_BYTES_MAX + 1)
    return b""
