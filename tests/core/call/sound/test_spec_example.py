"""The examples of `spec/sound.md`, byte for byte, and the diagram of `docs/call.md`."""

import hashlib
import re

from firebreak.core.call.bodies import Part
from firebreak.core.call.sound.bodies import CallMedia, CallSecured, Sdp
from firebreak.core.call.sound.description import fault_of
from firebreak.core.call.sound.legs import diagram
from tools.tree import ROOT

ID = bytes.fromhex("7f3a0c5be1d24f6688a90b1c2d3e4f50")
PAGE = (ROOT / "spec" / "sound.md").read_text(encoding="utf-8")
BYTES = [bytes.fromhex(text) for text in re.findall(r"^```text\n([0-9a-f]+)\n```$", PAGE, re.MULTILINE)]
NORTH, SOUTH = (hashlib.sha256(desk).digest() for desk in (b"EUCOM watch", b"NDMC duty"))


def test_the_bytes_of_the_example_are_those_of_the_bodies() -> None:
    lines = ["v=0", "o=- 0 0 IN IP4 0.0.0.0", "s=-", "t=0 0"]
    description = "\r\n".join([*lines, f"a=fingerprint:sha-256 {NORTH.hex(':').upper()}", ""])
    media = CallMedia(
        call=ID,
        by=Part.CALLER,
        sdp=Sdp.OFFER,
        fingerprint=NORTH,
        description=description,
        desk="EUCOM watch",
    )
    secured = CallSecured(call=ID, by=Part.CALLER, ours=NORTH, theirs=SOUTH)
    assert [media.to_bytes(), secured.to_bytes()] == BYTES
    assert not fault_of(media.description, media.fingerprint)
    assert f"`{media.detail().hex()[:8]}…{media.detail().hex()[-8:]}`" in PAGE


def test_the_page_on_calls_holds_the_diagram_that_the_table_of_legs_prints() -> None:
    assert f"```mermaid\n{diagram()}\n```" in (ROOT / "docs" / "call.md").read_text(encoding="utf-8")
