"""Which logs a witness knows: lines by offers and cards, others by verifier keys."""

from pathlib import Path
from typing import Any

import pytest

from firebreak.core.base.errors import CounterpartError, FirebreakError, LocalError
from firebreak.core.base.purposes import Environment
from firebreak.core.envelope.card import SignedCard, card_bytes_to_sign, card_context
from firebreak.core.envelope.pairing import Offer, line_id
from firebreak.core.record.checkpoint import Origin
from firebreak.core.record.vkey import VerifierKey
from firebreak.witness.known import Known, add_card, add_line
from firebreak.witness.settings import read_settings
from tests.covering import covers
from tests.parties import NORTH, SOUTH, Party, public
from tests.witness.foreign import ForeignLog
from tests.witness.house import know, settle

EXERCISE = Environment.EXERCISE
OFFERS = (Offer(NORTH.signed(), bytes([1]) * 32), Offer(SOUTH.signed(), bytes([2]) * 32))
LINE = line_id(EXERCISE, *OFFERS)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, offer in zip("ab", OFFERS, strict=True):
        (tmp_path / name).write_bytes(offer.to_bytes())
    return tmp_path


def origin(party: Party, segment: bytes = bytes(16), line: bytes = LINE) -> str:
    return str(Origin(line, party.card().party, segment))


def test_a_line_is_known_by_both_offers_without_a_restart(folder: Path) -> None:
    known = Known(folder / "lines", EXERCISE)
    assert known.keys(origin(NORTH)) == []
    assert add_line(folder / "lines", EXERCISE, folder / "a", folder / "b") == LINE
    assert known.keys(origin(NORTH)) == [NORTH.card().log_key]
    assert known.keys(origin(SOUTH, b"s" * 16)) == [SOUTH.card().log_key]
    assert known.keys(origin(SOUTH, line=bytes(32))) == []


@covers("WITNESS-015")
def test_a_newer_card_brings_its_key_and_the_third_last_goes(folder: Path) -> None:
    lines = folder / "lines"
    add_line(lines, EXERCISE, folder / "a", folder / "b")
    cards = [NORTH.signed()]
    for role in ("second", "third"):
        cards.append(NORTH.next_card(cards[-1], log_key=public(NORTH.key(role))))
        (folder / role).write_bytes(cards[-1].to_bytes())
        assert add_card(lines, EXERCISE, folder / role) == cards[-1].card
    keys = [each.card.log_key for each in cards]
    assert Known(lines, EXERCISE).keys(origin(NORTH)) == [keys[2], keys[1]]


@covers("WITNESS-049")
def test_a_card_by_other_root_keys_than_those_known_or_announced_is_not_taken(folder: Path) -> None:
    lines = folder / "lines"
    add_line(lines, EXERCISE, folder / "a", folder / "b")
    own = NORTH.card()
    forger = Party("North", salt="forger").card()
    changes = {
        "serial": 1_000,
        "log_key": forger.log_key,
        "next_root": forger.next_root,
    }
    forged = Party("North", salt="forger").signed(party=own.party, **changes)
    other_next = NORTH.signed(**changes)
    older = NORTH.signed(log_key=public(NORTH.key("second")))
    for wrong, code in ((forged, "FB135"), (other_next, "FB439"), (older, "FB127")):
        (folder / "card").write_bytes(wrong.to_bytes())
        with pytest.raises(CounterpartError) as caught:
            add_card(lines, EXERCISE, folder / "card")
        assert caught.value.code == code
    (folder / "offer").write_bytes(Offer(forged, OFFERS[0].nonce).to_bytes())
    with pytest.raises(CounterpartError) as caught:
        add_line(lines, EXERCISE, folder / "offer", folder / "b")
    assert caught.value.code == "FB135"
    assert Known(lines, EXERCISE).keys(origin(NORTH)) == [own.log_key]


@covers("WITNESS-049")
def test_a_card_of_the_announced_root_keys_is_taken_although_others_lie_between_and_again(
    folder: Path,
) -> None:
    lines = folder / "lines"
    add_line(lines, EXERCISE, folder / "a", folder / "b")
    taken_over = by_next_root(serial=1_000, log_key=public(NORTH.key("second")), next_root=bytes(32))
    (folder / "card").write_bytes(taken_over.to_bytes())
    for _ in range(2):
        assert add_card(lines, EXERCISE, folder / "card") == taken_over.card
    assert Known(lines, EXERCISE).keys(origin(NORTH))[0] == taken_over.card.log_key
    (folder / "card").write_bytes(NORTH.signed(serial=1_001).to_bytes())
    with pytest.raises(CounterpartError, match="root keys of the card"):
        add_card(lines, EXERCISE, folder / "card")


def by_next_root(**changes: Any) -> SignedCard:
    """A card of North by the root keys that its first card announced."""
    edwards, lattice = NORTH.next_roots
    card = NORTH.card(root_ed25519=public(edwards), root_mldsa65=public(lattice), **changes)
    message = card_bytes_to_sign(card.to_bytes(), EXERCISE)
    return SignedCard(
        card, card.to_bytes(), edwards.sign(message), lattice.sign(message, card_context(EXERCISE))
    )


@covers("WITNESS-015")
def test_what_is_not_signed_or_not_of_this_witness_is_not_taken(folder: Path) -> None:
    lines = folder / "lines"
    forged = NORTH.signed()
    forged = type(forged)(forged.card, forged.payload, bytes(64), forged.signature_mldsa65)
    (folder / "forged").write_bytes(Offer(forged, bytes(32)).to_bytes())
    (folder / "card").write_bytes(SOUTH.signed().to_bytes())
    refusals: list[tuple[str, type[FirebreakError]]] = [
        ("forged", CounterpartError),
        ("a", LocalError),
        ("card", CounterpartError),
        ("missing", LocalError),
    ]
    for other, error in refusals:
        with pytest.raises(error):
            add_line(lines, EXERCISE, folder / "a", folder / other)
    with pytest.raises(LocalError, match="other environment"):
        add_line(lines, Environment.REAL, folder / "a", folder / "b")
    with pytest.raises(LocalError, match="not a party"):
        add_card(lines, EXERCISE, folder / "card")
    assert Known(lines, EXERCISE).keys(origin(NORTH)) == []


def test_a_damaged_file_is_named_and_the_others_still_count(folder: Path) -> None:
    lines = folder / "lines"
    add_line(lines, EXERCISE, folder / "a", folder / "b")
    (lines / "x.fbcard").write_bytes(b"junk")
    (lines / "x.fbcard").chmod(0o600)
    known = Known(lines, EXERCISE)
    assert known.keys(origin(NORTH))
    assert [each.partition(":")[0] for each in known.problems] == ["x.fbcard"]


def test_a_verifier_key_reads_back_and_a_wrong_one_does_not() -> None:
    log = ForeignLog("log.example/a")
    key = VerifierKey.parse(log.vkey)
    assert (key.name, key.public, str(key)) == (log.origin, log.public, log.vkey)
    name, _, rest = log.vkey.split("+", 2)
    for wrong in (f"{name}+00000000+{rest}", f"{name}+{rest}", log.vkey[:-4], f"a b+{key.hash.hex()}+{rest}"):
        with pytest.raises(CounterpartError):
            VerifierKey.parse(wrong)


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('environment = "exercise"', 'environment = "play"'),
        ('name = "witness.example/w1"', 'name = "a witness"'),
        ("[witness]", "[witnesses]"),
        ("listen = ", "listens = "),
        ('operator = "Example Institute"', "operator = 3"),
        ("[witness]", '[witness]\ncertificate = "c.pem"'),
        ("[witness]", "[witness"),
    ],
)
def test_a_wrong_setting_is_named(tmp_path: Path, old: str, new: str) -> None:
    file = settle(tmp_path).directory / "witness.toml"
    file.write_text(file.read_text().replace(old, new))
    with pytest.raises(LocalError) as caught:
        read_settings(tmp_path)
    assert caught.value.code == "FB400"


def test_a_key_of_a_witness_is_not_the_key_of_a_log(tmp_path: Path) -> None:
    settle(tmp_path)
    know(tmp_path, str(VerifierKey("w.example", b"\x04", public(NORTH.key("log")))))
    with pytest.raises(LocalError, match="not that of a log"):
        read_settings(tmp_path)
