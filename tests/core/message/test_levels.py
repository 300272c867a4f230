"""How far each message is proven to have come."""

import tracemalloc
from collections.abc import Sequence
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firebreak.core.base.instants import Instant
from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.learnt import Draft, Learnt
from firebreak.core.message.clocks import Clocks
from firebreak.core.message.events import MessageDoubted, MessagesStored
from firebreak.core.message.levels import PROOFS_MAX, Level
from firebreak.core.message.messages import Messages
from firebreak.core.message.receipts import (
    BadReason,
    ReceiptAcknowledge,
    ReceiptBad,
    ReceiptRead,
    ReceiptRefuse,
    RefusalReason,
)
from firebreak.core.record.bodies import Named, Run
from tests.core.learning import events, names
from tests.core.message.letters import Post, T, letter
from tests.covering import covers


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def messages() -> Messages:
    return Messages()


def findings(said: Sequence[object]) -> list[str]:
    return [each.finding.code for each in said if isinstance(each, MessageDoubted)]


@covers("MESSAGE-001", "MESSAGE-002")
def test_a_message_climbs_from_sent_to_acknowledged_each_step_with_its_proof(
    post: Post, messages: Messages
) -> None:
    ours = post.message()
    messages.learn(ours)
    trace = messages.trace(ours.ref.hash)
    assert trace.level is Level.SENT
    steps = [
        (Level.STORED, post.seen(ours.ref, at=T + 1)),
        (Level.SHOWN, post.shown(ours, at=T + 2)),
        (
            Level.READ,
            post.person(Kind.RECEIPT_READ, ReceiptRead(entry=ours.ref.hash, desk="air"), ours, at=T + 3),
        ),
        (
            Level.ACKNOWLEDGED,
            post.person(
                Kind.RECEIPT_ACKNOWLEDGE,
                ReceiptAcknowledge(entry=ours.ref.hash, desk="air", paraphrase="Closed from twelve."),
                ours,
                at=T + 4,
            ),
        ),
    ]
    for level, item in steps:
        messages.learn(item)
        proof = trace.proof(level)
        assert trace.level is level
        assert proof is not None and (proof.by, proof.at) == (item.ref, item.at)


@covers("MESSAGE-003")
def test_only_persons_read_acknowledge_and_refuse() -> None:
    assert [level for level in Level if level.by_person] == [Level.READ, Level.ACKNOWLEDGED, Level.REFUSED]


@covers("MESSAGE-004", "I6")
def test_a_message_that_is_learnt_twice_is_told_once(post: Post, messages: Messages) -> None:
    theirs = post.message(ours=False)
    assert names(messages.learn(theirs)) == ["MessageArrived"]
    assert messages.learn(theirs) == []


@covers("MESSAGE-004", "I6")
def test_a_receipt_that_is_learnt_twice_is_told_once(post: Post, messages: Messages) -> None:
    ours = post.message()
    messages.learn(ours)
    for item in (post.seen(ours.ref), post.shown(ours)):
        assert len(messages.learn(item)) == 1
        assert messages.learn(item) == []


@covers("MESSAGE-005")
def test_a_message_that_cannot_be_read_is_told_and_receipted_all_the_same(
    post: Post, messages: Messages
) -> None:
    item = post.message(ours=False)
    unread = Learnt(item.ref, item.header, None, ours=False, at=item.at)
    assert names(messages.learn(unread)) == ["MessageArrived"]
    assert not messages.trace(item.ref.hash).readable
    assert messages.shown("air", [item.ref.hash])
    draft = messages.bad(item.ref, BadReason.UNDECODABLE, "not a map", precedence=Precedence.ROUTINE)
    assert draft.kind is Kind.RECEIPT_BAD


@covers("MESSAGE-006")
def test_one_seen_covers_all_earlier_messages_of_its_segment_and_no_later_one(
    post: Post, messages: Messages
) -> None:
    items = [post.message() for _ in range(5)]
    for item in items:
        messages.learn(item)
    said = messages.learn(post.seen(items[2].ref))
    assert [each.entries for each in said if isinstance(each, MessagesStored)] == [
        tuple(item.ref.hash for item in items[:3])
    ]
    assert [messages.trace(item.ref.hash).level for item in items] == [Level.STORED] * 3 + [Level.SENT] * 2


@covers("MESSAGE-006")
def test_a_receipt_names_runs_and_single_entries_beyond_a_gap(post: Post, messages: Messages) -> None:
    items = [post.message() for _ in range(6)]
    for item in items:
        messages.learn(item)
    segment = items[0].ref.segment
    messages.learn(post.runs(Run(segment=segment, first=2, last=3, last_hash=items[2].ref.hash)))
    messages.learn(post.node(items[5].ref))
    stored = [messages.trace(item.ref.hash).level is Level.STORED for item in items]
    assert stored == [False, True, True, False, False, True]
    messages.learn(post.seen(items[4].ref))
    assert all(messages.trace(item.ref.hash).level is Level.STORED for item in items)


@covers("MESSAGE-007")
def test_a_receipt_with_another_hash_covers_nothing_and_is_a_finding(post: Post, messages: Messages) -> None:
    ours = post.message()
    messages.learn(ours)
    said = messages.learn(post.seen(Ref(ours.ref.segment, ours.ref.seq, bytes(32))))
    assert findings(said) == ["receipt-contradicts"]
    assert messages.trace(ours.ref.hash).level is Level.SENT


@covers("MESSAGE-008")
def test_nobody_receipts_their_own_message(post: Post, messages: Messages) -> None:
    theirs = post.message(ours=False)
    messages.learn(theirs)
    assert findings(messages.learn(post.shown(theirs))) == ["receipt-own"]
    messages.learn(post.seen(theirs.ref))
    assert messages.trace(theirs.ref.hash).level is Level.SENT


@covers("MESSAGE-007")
def test_a_receipt_with_another_hash_covers_nothing_either_when_it_comes_first(post: Post) -> None:
    ours = post.message()
    messages = Messages()
    messages.learn(post.seen(Ref(ours.ref.segment, ours.ref.seq, bytes(32))))
    messages.learn(ours)
    assert messages.trace(ours.ref.hash).level is Level.SENT


@covers("MESSAGE-008", "MESSAGE-009")
def test_receipts_that_come_first_are_held_to_the_same_rules(post: Post) -> None:
    ours, other = post.message(), post.message(text="Another.")
    read = ReceiptRead(entry=ours.ref.hash, desk="air")
    messages = Messages()
    for early in (
        post.shown(ours, ours=True),
        post.person(Kind.RECEIPT_READ, read, other),
        post.person(Kind.RECEIPT_READ, read, ours, ours=True),
    ):
        messages.learn(early)
    messages.learn(ours)
    assert messages.trace(ours.ref.hash).proofs == ()


@covers("MESSAGE-009", "I15")
def test_an_acknowledgement_without_an_officers_word_counts_for_nothing(
    post: Post, messages: Messages
) -> None:
    ours, other = post.message(), post.message(text="Another.")
    messages.learn(ours)
    messages.learn(other)
    bare = ReceiptAcknowledge(entry=ours.ref.hash, desk="air")
    assert findings(messages.learn(post.record.note(Kind.RECEIPT_ACKNOWLEDGE, bare, at=T, ours=False))) == [
        "statement-missing"
    ]
    said = messages.learn(post.person(Kind.RECEIPT_ACKNOWLEDGE, bare, other))
    assert findings(said) == ["statement-other"]
    assert messages.trace(ours.ref.hash).level is Level.SENT


@covers("MESSAGE-010")
def test_refused_and_bad_stand_beside_the_ladder(post: Post, messages: Messages) -> None:
    ours = post.message(precedence=Precedence.FLASH)
    messages.learn(ours)
    refuse = ReceiptRefuse(
        entry=ours.ref.hash, desk="air", reason=RefusalReason.WRONG_DESK, text="ask harbour"
    )
    messages.learn(post.person(Kind.RECEIPT_REFUSE, refuse, ours))
    named = Named(segment=ours.ref.segment, seq=ours.ref.seq, hash=ours.ref.hash)
    bad = ReceiptBad(entry=named, reason=BadReason.UNDECODABLE)
    messages.learn(post.record.note(Kind.RECEIPT_BAD, bad, at=T, ours=False))
    trace = messages.trace(ours.ref.hash)
    assert trace.refused and trace.bad and trace.level is Level.SENT
    assert messages.deadline is None, "nothing more is due"


@covers("MESSAGE-011", "I20")
def test_what_is_proven_does_not_depend_on_the_order_of_learning(post: Post) -> None:
    ours = post.message()
    items = [
        ours,
        post.seen(ours.ref),
        post.shown(ours),
        post.person(Kind.RECEIPT_READ, ReceiptRead(entry=ours.ref.hash, desk="air"), ours),
        post.message(ours=True, relation=1, about=ours.ref),  # type: ignore[arg-type]
    ]
    results = set()
    for order in permutations(items):
        messages = Messages()
        for item in order:
            messages.learn(item)
        trace = messages.trace(ours.ref.hash)
        results.add(
            (frozenset(trace.proofs), tuple(each.hash for each in trace.followers), messages.deadline)
        )
    assert len(results) == 1


@covers("MESSAGE-011", "I20")
def test_the_instants_that_the_counterpart_writes_change_nothing() -> None:
    def run(said_at: int) -> tuple[object, ...]:
        post, messages = Post(), Messages()
        ours = post.message()
        messages.learn(ours)
        theirs = post.record.write(Draft(kind=Kind.MESSAGE, body=letter()), at=T, ours=False, said_at=said_at)
        kinds = names(messages.learn(theirs))
        return kinds, messages.deadline, [each.at for each in messages.traces.values()]

    assert run(0) == run(1) == run(4_000_000_000_000)


@covers("MESSAGE-012")
def test_the_same_history_learnt_again_gives_the_same_traces(post: Post) -> None:
    ours, theirs = post.message(), post.message(ours=False)
    items = [ours, theirs, post.seen(ours.ref), post.shown(ours), post.seen(theirs.ref, ours=True)]
    twice = []
    for _ in range(2):
        messages = Messages()
        for item in items:
            messages.learn(item)
        twice.append({key: (trace.level, trace.proofs) for key, trace in messages.traces.items()})
    assert twice[0] == twice[1]


@covers("MESSAGE-013")
def test_five_thousand_messages_fit_into_eight_mebibytes_and_one_seen_covers_them() -> None:
    post = Post()
    items = [post.message(text="x" * 140) for _ in range(5_000)]
    tracemalloc.start()
    before = tracemalloc.get_traced_memory()[0]
    messages = Messages()
    for item in items:
        messages.learn(Learnt(Ref(*item.ref), item.header, item.body, item.ours, item.at))
    used = tracemalloc.get_traced_memory()[0] - before
    tracemalloc.stop()
    assert used < 8 << 20, used
    said = messages.learn(post.seen(items[-1].ref))
    assert len(events(said)) == 1
    assert {trace.level for trace in messages.traces.values()} == {Level.STORED}
    assert len({id(trace.proofs[0]) for trace in messages.traces.values()}) == 1, "one proof, shared"


@covers("MESSAGE-013")
def test_a_flood_of_desks_does_not_grow_one_message_without_bound(post: Post, messages: Messages) -> None:
    ours = post.message()
    messages.learn(ours)
    for number in range(PROOFS_MAX + 5):
        messages.learn(post.shown(ours, desk=f"desk {number}"))
    assert len(messages.trace(ours.ref.hash).proofs) == PROOFS_MAX


@given(st.permutations(range(8)), st.lists(st.integers(0, 7), max_size=4))
@settings(max_examples=60)
@covers("MESSAGE-006")
def test_coverage_is_the_same_for_any_order_of_arrival(order: list[int], seen: list[int]) -> None:
    post, messages = Post(), Messages(None)
    items = [post.message(ours=False) for _ in range(8)]
    receipts = [post.seen(items[each].ref, ours=True) for each in seen]
    middle = len(order) // 2
    for item in [
        *(items[each] for each in order[:middle]),
        *receipts,
        *(items[each] for each in order[middle:]),
    ]:
        messages.learn(item)
    top = max(seen, default=-1)
    levels = [messages.trace(item.ref.hash).level for item in items]
    assert levels == [Level.STORED if number <= top else Level.SENT for number in range(8)]
    assert isinstance(messages.clocks, Clocks) and messages.tick(Instant(T + 10**9)) == []
