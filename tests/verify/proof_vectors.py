"""How the files of `vectors/proof` were made. One that exists is never written again.

python -m tests.verify.proof_vectors
"""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Final, NamedTuple

from firebreak.core.envelope.card import SignedCard
from firebreak.core.envelope.kinds import Kind
from firebreak.core.record.summing import proof_in
from tests.parties import NORTH, public
from tests.records import Record, body_of

FOLDER: Final = Path(__file__).parents[2] / "vectors" / "proof"


class Made(NamedTuple):
    name: str
    findings: str
    comment: str
    proof: bytes
    cards: tuple[SignedCard, ...] = ()


def made() -> Iterator[Made]:
    record = Record().opened()
    entry = record.say(NORTH, Kind.MESSAGE, body_of(k1="the road is open"))
    record.checkpoint(NORTH)
    proof = proof_in(record.pens["North"].written, entry, public(NORTH.key("log")), [])
    cards = (NORTH.signed(),)
    yield Made("with-card", "", "an entry, its checkpoint and the card of its writer", proof.render(), cards)
    yield Made(
        "without-card", "", "the same without the card: it is not shown whose key it is", proof.render()
    )
    other = replace(proof, shown=replace(proof.shown, body=body_of(k1="the road is shut")))
    yield Made(
        "another-text", "commitment", "another text than the one that was signed", other.render(), cards
    )
    moved = replace(proof, index=proof.index - 1)
    yield Made("another-place", "inclusion", "the place of another entry", moved.render(), cards)
    first = record.pens["North"].written[0]
    shown = replace(proof.shown, header=first.payload, salt=b"", body=b"")
    forged = replace(proof, shown=shown)
    yield Made(
        "another-entry", "signature inclusion", "an entry under another's signature", forged.render(), cards
    )
    yield Made("no-proof", "", "text of another form", b"c2sp.org/tlog-proof@v2\n")


def lines(data: bytes) -> str:
    text = data.hex()
    return "\n".join(text[at : at + 128] for at in range(0, len(text), 128))


def write() -> None:
    """Write those that are not there."""
    FOLDER.mkdir(exist_ok=True)
    for each in made():
        path = FOLDER / f"{each.name}.txt"
        if each.name == "no-proof":
            header = f"expect: local error\ncode: FB349\ncomment: {each.comment}"
        else:
            header = f"expect: ok\nfindings: {each.findings}\ncomment: {each.comment}"
        parts = [header, lines(each.proof), *(lines(card.to_bytes()) for card in each.cards)]
        if not path.exists():
            path.write_text("\n\n".join(parts) + "\n", encoding="utf-8")


if __name__ == "__main__":
    write()
