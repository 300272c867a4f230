"""The certificate of a card is read alike by both verifiers, and what they take a TLS library takes, too."""

import json
import ssl
import subprocess
from collections.abc import Iterator
from pathlib import Path

from firebreak.core.envelope.certificate import NotReadable, certified_key
from firebreak.keyring.certificate import self_signed
from tests.covering import covers
from tests.parties import NORTH, NOW, seed
from tests.verify.second import FOLDER, node

PLAIN = NORTH.card().certificate
EXTENDED = self_signed(seed("North", "tls"), NOW)
PRINTABLE = PLAIN.replace(b"\x0c\x0fNorth", b"\x13\x0fNorth")


def bits(der: bytes) -> Iterator[bytes]:
    """The certificate with each single bit changed."""
    for at in range(8 * len(der)):
        yield der[: at // 8] + bytes([der[at // 8] ^ 1 << at % 8]) + der[at // 8 + 1 :]


def odd_ones() -> Iterator[bytes]:
    yield from (PLAIN, EXTENDED, PRINTABLE, b"", b"0", PLAIN[:-1], PLAIN + b"\x00")
    yield b"\x30\x82\x00\xe0" + PLAIN[3:]
    yield from (each[:at] for each in (PLAIN, EXTENDED) for at in range(0, len(each), 7))
    for twice in (b"\x01\x01\xff", b"\x06\x03\x2b\x65\x70"):
        yield EXTENDED.replace(twice, twice * 2, 1)


CHANGED = [*odd_ones(), *bits(PLAIN), *bits(EXTENDED), *bits(PRINTABLE)]


def key(der: bytes) -> str | None:
    try:
        return certified_key(der).hex()
    except NotReadable:
        return None


@covers("CARD-026", "CARD-020", "BUNDLE-040")
def test_both_verifiers_read_every_changed_certificate_alike(tmp_path: Path) -> None:
    asked = tmp_path / "certificates.json"
    asked.write_text(json.dumps([each.hex() for each in CHANGED]), encoding="utf-8")
    script = (
        "import {readFileSync} from 'node:fs';"
        f"import {{certificateKey}} from {json.dumps((FOLDER / 'certificate.mjs').as_uri())};"
        f"import {{hex, unhex}} from {json.dumps((FOLDER / 'bytes.mjs').as_uri())};"
        f"const asked = JSON.parse(readFileSync({json.dumps(str(asked))}, 'utf8'));"
        "const said = asked.map((each) => certificateKey(unhex(each)));"
        "console.log(JSON.stringify(said.map((key) => key && hex(key))));"
    )
    command = [node(), "--input-type=module", "-e", script]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    ours = [key(each) for each in CHANGED]
    assert json.loads(done.stdout) == ours
    assert all(ours[:3])
    assert 0 < sum(each is None for each in ours) < len(ours)


@covers("CARD-026")
def test_what_is_read_as_a_certificate_opens_no_node_to_one_that_its_library_refuses() -> None:
    for each in CHANGED:
        if key(each):
            ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER).load_verify_locations(cadata=each)
