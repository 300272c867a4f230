"""The example of `spec/call.md`, byte for byte and step by step."""

import re

from firebreak.core.call.bodies import CallDecline, CallOffer, Reason
from firebreak.core.call.events import Outcome
from firebreak.core.call.evidence import Evidence, Word
from tests.core.call.wire import Pair, signed
from tools.tree import ROOT

ID = bytes.fromhex("7f3a0c5be1d24f6688a90b1c2d3e4f50")
PAGE = (ROOT / "spec" / "call.md").read_text(encoding="utf-8")
BYTES = [bytes.fromhex(text) for text in re.findall(r"^```text\n([0-9a-f]+)\n```$", PAGE, re.MULTILINE)]


def test_the_bytes_of_the_example_are_those_of_the_bodies() -> None:
    offer = CallOffer(call=ID, desk="NDMC duty", from_desk="EUCOM watch", subject="Yavoriv")
    decline = CallDecline(call=ID, desk="NDMC duty", reason=Reason.NOT_NOW, call_back_at=1_648_058_400_000)
    assert [offer.to_bytes(), decline.to_bytes()] == BYTES
    assert f"`{decline.detail().hex()[:8]}…{decline.detail().hex()[-8:]}`" in PAGE


def test_the_example_goes_as_the_page_says(pair: Pair) -> None:
    north, south = pair.sides
    draft = north.calls.place(desk="NDMC duty", from_desk="EUCOM watch", call_id=ID, now=pair.now)
    north.write(draft, pair.now)
    assert [(each.outcome, each.evidence) for each in north.calls.all()] == [(Outcome.PLACED, Evidence.E0)]
    pair.settle()
    assert [(each.outcome, each.evidence) for each in north.calls.all()] == [(Outcome.RINGING, Evidence.E4)]
    prepared = south.calls.prepare_decline(ID, reason=Reason.NOT_NOW, call_back_at=1_648_058_400_000)
    south.write(south.calls.decline(signed(prepared)), pair.now)
    north.write(north.calls.cancel(ID), pair.now)
    pair.settle()
    for side in pair.sides:
        (view,) = side.calls.all()
        assert (view.outcome, view.evidence) == (Outcome.DECLINED, Evidence.E5)
        assert view.words == {Word.ATTEMPTED, Word.REACHED_NODE, Word.RANG, Word.DECLINED}
