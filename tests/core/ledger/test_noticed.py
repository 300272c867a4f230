"""Notices in the contact ledger: counted as notices, no further than what is signed shows."""

from firebreak.core.base.instants import DAY
from firebreak.core.envelope.kinds import Kind as EntryKind
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.ledger.entries import Names, facts_of_entries
from firebreak.core.ledger.facts import Evidence, Kind, Outcome
from firebreak.core.message.receipts import ReceiptNode
from firebreak.core.notice.speaking import KINDS
from firebreak.core.record.bodies import Named
from tests.core.learning import Record, statement_on
from tests.core.notice.two_sides import START, answer, firing
from tests.covering import covers

NAMES = Names("North", "South")


def issued(record: Record, *, ours: bool = True) -> Learnt:
    body = firing(4 * DAY)
    return record.note(EntryKind.NOTICE, body.stated(statement_on(body)), at=START, ours=ours)


@covers("LEDGER-010")
def test_a_notice_is_a_fact_of_its_own_kind_in_the_class_that_its_entries_show() -> None:
    record = Record()
    lost, seen, named, answered = (issued(record) for _ in range(4))
    theirs = issued(record, ours=False)
    word = answer(answered.ref.hash)
    about = statement_on(word, entry=answered.ref.hash, commitment=answered.header.commitment)
    items = [lost, seen, named, answered, theirs]
    items.append(record.note(KINDS[type(word)], word.stated(about), at=START, ours=False))
    facts, left_out = facts_of_entries(items, NAMES)
    assert not left_out
    assert {each.kind for each in facts} == {Kind.NOTICE}
    assert [each.evidence for each in facts if each.from_party == "North"] == [Evidence.E0] * 3 + [
        Evidence.E5
    ]
    ahead = ReceiptNode(ahead=(Named(segment=named.ref.segment, seq=named.ref.seq, hash=named.ref.hash),))
    items.append(record.note(EntryKind.RECEIPT_NODE, ahead, at=START, ours=False, seen=seen.ref))
    facts, _ = facts_of_entries(items, NAMES)
    told = {each.ref: (each.evidence, each.outcome) for each in facts}
    assert told[str(lost.ref)] == told[str(seen.ref)] == (Evidence.E3, Outcome.DELIVERED)
    assert told[str(named.ref)] == (Evidence.E3, Outcome.DELIVERED)
    assert told[str(answered.ref)] == (Evidence.E5, Outcome.DELIVERED)
    assert told[str(theirs.ref)] == (Evidence.E0, Outcome.OTHER)
