"""Corrections, replacements, recalls: later messages never overwrite earlier ones."""

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firebreak.core.envelope.header import Ref
from firebreak.core.envelope.kinds import Kind
from firebreak.core.envelope.learnt import Learnt
from firebreak.core.message.bodies import Relation
from firebreak.core.message.events import MessageDoubted, MessageFollowed
from firebreak.core.message.messages import Messages
from firebreak.core.message.receipts import ReceiptNode
from firebreak.core.message.relations import CHAIN_MAX, current, superseded
from tests.core.message.letters import Post, T
from tests.covering import covers


@pytest.fixture
def post() -> Post:
    return Post()


def learn(*items: Learnt) -> tuple[Messages, list[object]]:
    messages = Messages()
    return messages, [each for item in items for each in messages.learn(item)]


def findings(said: Sequence[object]) -> list[str]:
    return [each.finding.code for each in said if isinstance(each, MessageDoubted)]


@covers("MESSAGE-030")
def test_a_correction_is_shown_with_what_it_corrects_and_overwrites_nothing(post: Post) -> None:
    first = post.message()
    second = post.message(relation=Relation.CORRECT, about=first.ref)
    third = post.message(relation=Relation.CORRECT, about=second.ref)
    messages, said = learn(first, second, third)
    assert [each.entry for each in said if isinstance(each, MessageFollowed)] == [
        first.ref.hash,
        second.ref.hash,
    ]
    trace = messages.trace(first.ref.hash)
    assert superseded(trace)
    assert [each.ref for each in current(trace)] == [third.ref]
    assert len(messages.traces) == 3


@covers("MESSAGE-030")
def test_two_corrections_of_one_message_are_both_shown(post: Post) -> None:
    first = post.message()
    items = [post.message(relation=Relation.REPLACE, about=first.ref) for _ in range(2)]
    messages, _ = learn(first, *items)
    assert {each.ref for each in current(messages.trace(first.ref.hash))} == {item.ref for item in items}


@covers("MESSAGE-031")
@pytest.mark.parametrize("relation", [Relation.CORRECT, Relation.REPLACE, Relation.RECALL, Relation.UPDATE])
def test_only_the_author_corrects_replaces_or_recalls(post: Post, relation: Relation) -> None:
    ours = post.message()
    messages, said = learn(ours, post.message(ours=False, relation=relation, about=ours.ref))
    assert findings(said) == ["relation-foreign"]
    assert not superseded(messages.trace(ours.ref.hash))
    assert not messages.trace(ours.ref.hash).recalled
    assert len(messages.traces) == 2, "the message itself stays valid"


@covers("MESSAGE-031")
def test_the_other_side_may_answer_and_relate(post: Post) -> None:
    ours = post.message()
    messages, said = learn(ours, post.message(ours=False, relation=Relation.ANSWER, about=ours.ref))
    assert findings(said) == []
    assert messages.trace(ours.ref.hash).answered


@covers("MESSAGE-031")
def test_our_own_answer_to_ourselves_is_no_answer(post: Post) -> None:
    ours = post.message()
    messages, _ = learn(ours, post.message(relation=Relation.ANSWER, about=ours.ref))
    assert not messages.trace(ours.ref.hash).answered


@covers("MESSAGE-030")
def test_a_recalled_message_stays_and_is_marked(post: Post) -> None:
    ours = post.message()
    messages, _ = learn(ours, post.message(relation=Relation.RECALL, about=ours.ref))
    trace = messages.trace(ours.ref.hash)
    assert trace.recalled
    assert not superseded(trace)


@covers("MESSAGE-032")
def test_a_relation_to_an_entry_that_is_no_message_is_a_finding(post: Post) -> None:
    receipt = post.record.note(Kind.RECEIPT_NODE, ReceiptNode(), at=T)
    _, said = learn(post.message(relation=Relation.CORRECT, about=receipt.ref), receipt)
    assert findings(said) == ["relation-foreign"]


@covers("MESSAGE-032")
def test_a_relation_without_an_earlier_message_is_a_finding(post: Post) -> None:
    _, said = learn(post.message(relation=Relation.CORRECT))
    assert findings(said) == ["relation-nowhere"]


@covers("MESSAGE-032")
def test_messages_that_correct_each_other_in_a_circle_are_a_finding(post: Post) -> None:
    ghost = Ref(b"ours".ljust(16, b"."), 9, b"\x01" * 32)
    first = post.message(relation=Relation.CORRECT, about=ghost)
    second = post.message(relation=Relation.CORRECT, about=first.ref)
    third = post.message(relation=Relation.CORRECT, about=second.ref)
    third = Learnt(ghost, third.header, third.body, third.ours, third.at)
    messages, said = learn(first, second, third)
    assert findings(said) == ["relation-circular"]
    assert [each.ref for each in current(messages.trace(first.ref.hash))] == [ghost]


@covers("MESSAGE-032")
def test_an_endless_chain_of_corrections_is_a_finding_and_costs_little(post: Post) -> None:
    items = [post.message()]
    for _ in range(CHAIN_MAX + 2):
        items.append(post.message(relation=Relation.CORRECT, about=items[-1].ref))
    _, said = learn(*items)
    assert findings(said) == ["relation-long"]


@covers("MESSAGE-033", "MESSAGE-011")
@given(st.permutations(range(5)))
@settings(max_examples=40)
def test_a_chain_is_the_same_in_any_order_of_arrival(order: list[int]) -> None:
    post = Post()
    items = [post.message(ours=False)]
    for _ in range(4):
        items.append(post.message(ours=False, relation=Relation.UPDATE, about=items[-1].ref))
    messages, said = learn(*(items[each] for each in order))
    assert findings(said) == []
    assert [each.ref for each in current(messages.trace(items[0].ref.hash))] == [items[-1].ref]
