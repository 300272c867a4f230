"""What our own side may send, receipt, read, acknowledge and refuse."""

import pytest

from firebreak.core.base.errors import LocalError
from firebreak.core.base.instants import HOUR, Instant
from firebreak.core.base.shape import BadShape
from firebreak.core.envelope.kinds import Kind, Precedence
from firebreak.core.envelope.said import SaidPhrase
from firebreak.core.message.bodies import Message, Relation
from firebreak.core.message.messages import Messages
from firebreak.core.message.receipts import SHOWN_MAX, ReceiptDesk, RefusalReason
from tests.core.learning import names
from tests.core.message.letters import Post, T, by_officer, letter
from tests.covering import covers

NOW = Instant(T)


@pytest.fixture
def post() -> Post:
    return Post()


@pytest.fixture
def messages() -> Messages:
    return Messages()


def refused(code: str, call: object, *args: object, **fields: object) -> str:
    with pytest.raises(LocalError) as raised:
        call(*args, **fields)  # type: ignore[operator]
    assert raised.value.code == code
    assert raised.value.hint
    return str(raised.value)


@covers("MESSAGE-040")
def test_a_message_carries_text_or_phrase_to_at_least_one_desk(messages: Messages) -> None:
    phrase = SaidPhrase(
        book=bytes(16), phrase="corridor.closed", parameters=(7, "air", (500_000_000, 360_000_000))
    )
    body = Message(to=("air", "harbour"), from_desk="air", phrase=phrase)
    draft = messages.send(body, precedence=Precedence.FLASH, now=NOW)
    assert (draft.kind, draft.precedence, draft.refs) == (Kind.MESSAGE, Precedence.FLASH, ())
    assert Message.from_bytes(draft.body.to_bytes()) == body
    for wrong in ({"to": ()}, {"text": ""}):
        with pytest.raises(ValueError, match=r"names no desk|says nothing"):
            letter(**wrong)  # type: ignore[arg-type]


@covers("MESSAGE-040")
@pytest.mark.parametrize("parameters", [[True], [None], [[1]], [[1, 2, 3]], ["x" * 65], [b"x"], [0] * 9, 5])
def test_a_phrase_with_other_parameters_is_refused(parameters: object) -> None:
    with pytest.raises(BadShape):
        SaidPhrase.from_map({1: bytes(16), 2: "a", 3: parameters})  # type: ignore[dict-item]


@covers("MESSAGE-041")
def test_a_text_that_misleads_or_is_too_long_is_refused_while_it_is_on_the_screen(messages: Messages) -> None:
    refused("FB106", messages.send, letter("fire\u202ewon"), precedence=Precedence.ROUTINE, now=NOW)
    refused("FB105", messages.send, letter("x" * 8_001), precedence=Precedence.ROUTINE, now=NOW)
    refused("FB104", messages.send, letter("\U00010380" * 8_000), precedence=Precedence.ROUTINE, now=NOW)


@covers("MESSAGE-042")
def test_instants_that_are_past_are_refused(messages: Messages) -> None:
    for field in ("answer_by", "expires_at"):
        body = letter(**{field: T})  # type: ignore[arg-type]
        assert "2022-04-15" in refused("FB161", messages.send, body, precedence=Precedence.ROUTINE, now=NOW)


@covers("MESSAGE-043")
def test_our_own_relations_are_checked_before_anything_is_signed(post: Post, messages: Messages) -> None:
    ours, theirs = post.message(), post.message(ours=False)
    messages.learn(ours)
    messages.learn(theirs)
    correct = letter(relation=Relation.CORRECT)
    send = messages.send
    assert send(correct, precedence=Precedence.ROUTINE, now=NOW, about=ours.ref.hash).refs == (ours.ref,)
    refused("FB162", send, correct, precedence=Precedence.ROUTINE, now=NOW)
    refused("FB162", send, letter(), precedence=Precedence.ROUTINE, now=NOW, about=ours.ref.hash)
    refused("FB162", send, correct, precedence=Precedence.ROUTINE, now=NOW, about=theirs.ref.hash)
    refused("FB160", send, correct, precedence=Precedence.ROUTINE, now=NOW, about=bytes(32))
    newer = post.message(relation=Relation.CORRECT, about=ours.ref)
    messages.learn(newer)
    text = refused("FB162", send, correct, precedence=Precedence.ROUTINE, now=NOW, about=ours.ref.hash)
    assert "superseded" in text


@covers("MESSAGE-044", "I6")
def test_a_desk_receipts_what_it_shows_once_with_the_precedence_of_the_message(
    post: Post, messages: Messages
) -> None:
    items = [post.message(ours=False, precedence=each) for each in (Precedence.ROUTINE, Precedence.FLASH)]
    ours = post.message()
    for item in [*items, ours]:
        messages.learn(item)
    hashes = [each.ref.hash for each in [*items, ours, items[0]]]
    made = messages.shown("air", hashes, consoles=2)
    assert [(each.precedence, each.body) for each in made] == [
        (Precedence.FLASH, ReceiptDesk(entries=(items[1].ref.hash,), desk="air", consoles=2)),
        (Precedence.ROUTINE, ReceiptDesk(entries=(items[0].ref.hash,), desk="air", consoles=2)),
    ]
    for draft in made:
        assert names(messages.learn(post.record.write(draft, at=T))) == ["MessagesShown"]
    assert messages.shown("air", hashes) == []
    assert len(messages.shown("harbour", hashes)) == 2, "another desk receipts for itself"


@covers("MESSAGE-044")
def test_many_messages_on_one_screen_make_few_receipts(post: Post, messages: Messages) -> None:
    items = [post.message(ours=False) for _ in range(SHOWN_MAX + 1)]
    for item in items:
        messages.learn(item)
    made = messages.shown("air", [item.ref.hash for item in items])
    assert [len(each.body.to_map()[1]) for each in made] == [SHOWN_MAX, 1]  # type: ignore[arg-type]


@covers("MESSAGE-045", "I15")
def test_reading_acknowledging_and_refusing_need_the_officers_word_on_this_text(
    post: Post, messages: Messages
) -> None:
    theirs, ours = post.message(ours=False), post.message(text="Another text.")
    messages.learn(theirs)
    messages.learn(ours)
    name = theirs.ref.hash
    bodies = [
        messages.prepare_read(name, "air"),
        messages.prepare_acknowledge(name, "air", "Closed from twelve."),
        messages.prepare_refuse(name, "air", RefusalReason.WRONG_LEVEL),
    ]
    kinds = [Kind.RECEIPT_READ, Kind.RECEIPT_ACKNOWLEDGE, Kind.RECEIPT_REFUSE]
    for kind, body in zip(kinds, bodies, strict=True):
        refused("FB164", messages.state, body)
        refused("FB164", messages.state, by_officer(body, ours))
        draft = messages.state(by_officer(body, theirs))
        assert (draft.kind, draft.refs) == (kind, (theirs.ref,))
        messages.learn(post.record.write(draft, at=T))
        refused("FB165", messages.state, by_officer(body, theirs))
        assert messages.state(by_officer(body, theirs, "Weiss")), "another officer may say so too"
    refused("FB163", messages.prepare_read, ours.ref.hash, "air")
    refused("FB160", messages.prepare_read, bytes(32), "air")


@covers("MESSAGE-046", "I20")
def test_a_message_expires_by_our_own_clock_and_is_reported_once(post: Post, messages: Messages) -> None:
    item = post.message(ours=False, expires_at=T + HOUR)
    messages.learn(item)
    assert messages.deadline == T + HOUR
    assert messages.tick(Instant(T + HOUR - 1)) == []
    assert names(messages.tick(Instant(T + HOUR))) == ["MessageExpired"]
    assert messages.tick(Instant(T + HOUR)) == []
    assert messages.trace(item.ref.hash).expired(Instant(T + HOUR))


@covers("MESSAGE-046")
def test_what_expired_while_the_node_was_down_is_marked_and_not_reported_again(
    post: Post, messages: Messages
) -> None:
    item = post.message(ours=False, expires_at=T + HOUR)
    messages.learn(item)
    assert messages.resume(Instant(T + 2 * HOUR)) == []
    assert messages.trace(item.ref.hash).expired(Instant(T + 2 * HOUR))
