"""Mailboxes of a witness: deposits, signed fetches, attestations, and the two words they allow."""

from collections.abc import Generator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from firebreak.core.base.errors import CounterpartError
from firebreak.core.base.instants import MINUTE, Instant
from firebreak.core.base.purposes import DEPOSIT, FETCH, Environment
from firebreak.core.record.adding import Refused, Status
from firebreak.core.record.checkpoint import SignedCheckpoint, verify_ed25519_signature
from firebreak.core.record.collecting import Word, conclude, read_attestation, told_by
from firebreak.core.record.deposits import ATTEST, RecordKind, Signed
from firebreak.core.record.merkle import Tree
from firebreak.witness.journal import A_MINUTE_MAX, ATTESTS_MAX, PACKETS_MAX
from firebreak.witness.queries import APPEND, BACK, BETWEEN, LATELY, NEXT, UP_SINCE
from tests.covering import covers
from tests.parties import NORTH, SOUTH
from tests.witness.foreign import ForeignClient, ForeignLog
from tests.witness.house import running, settle
from tests.witness.mail import PACKET, TO_SOUTH, Post, sign


@pytest.fixture
def post(tmp_path: Path) -> Generator[Post]:
    post = Post(tmp_path / "w1")
    yield post
    post.stop()


@pytest.fixture
def other(tmp_path: Path) -> Generator[Post]:
    other = Post(tmp_path / "w2", name="second.example/w", operator="Second Institute")
    yield other
    other.stop()


@covers("WITNESS-020", "WITNESS-021")
def test_a_deposit_is_stamped_handed_out_and_gone_when_it_is_held(post: Post) -> None:
    stamped = post.deposit()
    assert (stamped.kind, stamped.at, stamped.mailbox) == (RecordKind.DEPOSITED, post.now, TO_SOUTH)
    record, handed = post.fetch()
    assert [each.packet for each in handed] == [PACKET]
    assert record.upto == handed[0].number == stamped.number
    assert post.fetch()[1] == handed, "handed out again until the reader says it holds it"
    assert post.fetch(held=stamped.number)[1] == []
    assert post.fetch()[1] == []


@covers("WITNESS-020")
def test_the_same_deposit_again_gets_the_same_stamp_and_another_under_its_nonce_does_not(post: Post) -> None:
    request = post.deposit_request()
    first = post.journal.deposit(sign(NORTH, DEPOSIT, request), PACKET, post.now)
    post.clock.now += 1_000
    assert post.journal.deposit(sign(NORTH, DEPOSIT, request), PACKET, post.now) == first
    with pytest.raises(Refused) as refused:
        post.journal.deposit(sign(NORTH, DEPOSIT, replace(request, entries=())), PACKET, post.now)
    assert refused.value.status is Status.CONFLICT


@covers("WITNESS-022")
def test_only_the_writer_deposits_only_the_reader_fetches_and_only_for_this_purpose(post: Post) -> None:
    deposit, fetch = post.deposit_request(), post.fetch_request()
    attempts = [
        lambda: post.journal.deposit(sign(SOUTH, DEPOSIT, deposit), PACKET, post.now),
        lambda: post.journal.deposit(sign(NORTH, FETCH, deposit), PACKET, post.now),
        lambda: post.journal.deposit(sign(NORTH, DEPOSIT, deposit, Environment.REAL), PACKET, post.now),
        lambda: post.journal.fetch(sign(NORTH, FETCH, fetch), post.now),
        lambda: post.journal.fetch(sign(SOUTH, ATTEST, fetch), post.now),
        lambda: post.journal.fetch(sign(SOUTH, FETCH, fetch), Instant(post.now + 3 * MINUTE)),
    ]
    for attempt in attempts:
        with pytest.raises(Refused) as refused:
            attempt()
        assert refused.value.status is Status.NOT_SIGNED
    for elsewhere in (replace(fetch, mailbox=bytes(8)), replace(fetch, witness=bytes(8))):
        with pytest.raises(Refused) as refused:
            post.journal.fetch(sign(SOUTH, FETCH, elsewhere), post.now)
        assert refused.value.status is Status.UNKNOWN_ORIGIN
    assert len(post.journal.tree) == 1, "nothing but the start is in the log"


@covers("WITNESS-023")
def test_a_fetch_shown_again_is_refused(post: Post) -> None:
    signed = sign(SOUTH, FETCH, post.fetch_request())
    post.journal.fetch(signed, post.now)
    with pytest.raises(Refused) as refused:
        post.journal.fetch(signed, post.now)
    assert refused.value.status is Status.CONFLICT


def test_a_packet_that_is_not_the_named_one_is_malformed(post: Post) -> None:
    with pytest.raises(Refused) as refused:
        post.journal.deposit(sign(NORTH, DEPOSIT, post.deposit_request()), b"another", post.now)
    assert refused.value.status is Status.MALFORMED


def test_a_mailbox_takes_so_much_a_minute_and_so_much_in_all(post: Post) -> None:
    for _ in range(A_MINUTE_MAX):
        post.deposit()
    with pytest.raises(Refused, match="too many"):
        post.deposit()
    post.clock.now += 2 * MINUTE
    for _ in range(PACKETS_MAX - A_MINUTE_MAX):
        post.clock.now += 1_000
        post.deposit()
    with pytest.raises(Refused, match="full"):
        post.deposit()


@covers("WITNESS-025", "WITNESS-028")
def test_a_writer_that_deposits_without_end_does_not_keep_the_reader_from_fetching(post: Post) -> None:
    start = post.now
    for _ in range(A_MINUTE_MAX):
        post.deposit()
    fetched, handed = post.fetch()
    assert len(handed) == A_MINUTE_MAX
    heard = [(post.trusted, post.attest(start, post.now))]
    found = conclude(post.question(post.now), heard)
    assert (found.word, found.since) == (Word.COLLECTED, fetched.at)
    for _ in range(A_MINUTE_MAX - 1):
        post.fetch()
    with pytest.raises(Refused, match="too many"):
        post.fetch()


@covers("WITNESS-028")
def test_a_reader_that_fetches_without_end_does_not_keep_the_writer_from_depositing(post: Post) -> None:
    for _ in range(A_MINUTE_MAX):
        post.fetch()
    assert post.deposit().kind is RecordKind.DEPOSITED


@covers("WITNESS-028")
def test_a_party_that_asks_for_attestations_without_end_is_slowed_down_alone(post: Post) -> None:
    for _ in range(ATTESTS_MAX):
        post.attest(0, post.now)
    with pytest.raises(Refused, match="too many") as refused:
        post.attest(0, post.now)
    assert refused.value.status is Status.TOO_MUCH
    assert post.attest(0, post.now, SOUTH).records
    post.deposit()
    post.stays_up(60)
    assert post.attest(0, post.now).records


@covers("WITNESS-028")
@pytest.mark.parametrize("older", [False, True], ids=["new", "of an older version"])
def test_no_question_of_a_request_goes_through_the_whole_log(post: Post, older: bool) -> None:
    if older:
        with post.journal.database.change() as database:
            database.write("DROP INDEX log_outages")
            database.write("DROP INDEX log_by_mailbox_and_time")
            database.write("CREATE INDEX log_by_mailbox ON log (mailbox, number)")
        post.stop()
        post.start()
    database = post.journal.database
    values = {LATELY: 3, BETWEEN: 4, NEXT: 0, UP_SINCE: 1, BACK: 1}
    for query, count in values.items():
        steps = [step for *_, step in database.rows(f"EXPLAIN QUERY PLAN {query}", *[0] * count)]
        assert any("SEARCH log" in step for step in steps), query
        assert not any("SCAN log" in step for step in steps), query


@covers("WITNESS-026")
def test_an_attestation_finds_what_is_its_own_among_the_records_of_other_mailboxes(post: Post) -> None:
    start, database = post.now, post.journal.database
    stamped = post.deposit()
    with database.change():
        for number in range(2, 300):
            foreign = replace(stamped, number=number, mailbox=bytes(8)).to_bytes()
            database.write(APPEND, number, post.now, int(stamped.kind), bytes(8), None, foreign)
    post.stop()
    post.clock.now += 2 * MINUTE
    post.start()
    fetched, _ = post.fetch()
    records = post.attest(start, post.now).records
    assert [each.number for each in records] == [0, stamped.number, 300, fetched.number]
    assert len(post.journal.tree) == 302


@covers("WITNESS-024")
def test_not_collected_when_enough_witnesses_were_up_and_saw_no_fetch(post: Post, other: Post) -> None:
    start = post.now
    for each in (post, other):
        each.deposit()
        each.stays_up(600)
    heard = [(each.trusted, each.attest(start, each.now)) for each in (post, other)]
    until = start + 10 * MINUTE
    assert conclude(post.question(until, quorum=2), heard).word is Word.NOT_COLLECTED
    assert conclude(post.question(until, quorum=2), heard[:1]).word is None
    assert conclude(post.question(until, quorum=3), heard).word is None
    same = [heard[0], (replace(other.trusted, operator=post.operator), heard[1][1])]
    assert conclude(post.question(until, quorum=2), same).word is None, "two witnesses of one operator"
    twice = [heard[0], heard[0]]
    assert conclude(post.question(until, quorum=2), twice).word is None, "one witness listed twice"


@covers("WITNESS-025")
def test_collected_at_one_witness_outweighs_the_silence_of_others(post: Post, other: Post) -> None:
    start = post.now
    for each in (post, other):
        each.deposit()
        each.stays_up(300)
    fetched, _ = other.fetch()
    for each in (post, other):
        each.stays_up(300)
    heard = [(each.trusted, each.attest(start, each.now)) for each in (post, other)]
    found = conclude(post.question(start + 10 * MINUTE), heard)
    assert (found.word, found.since, found.confirmed) == (Word.COLLECTED, fetched.at, False)
    early = conclude(post.question(start + 4 * MINUTE), heard)
    assert early.word is Word.NOT_COLLECTED, "until then it was not"


@covers("WITNESS-025")
def test_a_fetch_that_says_what_is_held_confirms(post: Post) -> None:
    start, stamped = post.now, post.deposit()
    post.fetch()
    post.clock.now += 1_000
    post.fetch(held=stamped.number)
    assert conclude(post.question(post.now), [(post.trusted, post.attest(start, post.now))]).confirmed


@covers("WITNESS-024")
def test_a_witness_that_was_away_says_nothing_of_that_time(post: Post) -> None:
    start = post.now
    post.deposit()
    post.stays_up(300)
    post.stop()
    post.clock.now += 5 * MINUTE
    post.start()
    post.stays_up(60)
    attested = post.attest(start, post.now)
    assert conclude(post.question(post.now), [(post.trusted, attested)]).word is None
    assert told_by(post.trusted, attested, post.question(post.now)).down == 5 * MINUTE
    before = post.question(start + 5 * MINUTE)
    assert conclude(before, [(post.trusted, attested)]).word is Word.NOT_COLLECTED


@covers("WITNESS-024", "WITNESS-027")
@pytest.mark.parametrize("stopped", [True, False], ids=["stopped", "frozen"])
def test_a_witness_that_came_back_after_the_end_says_that_it_was_away_until_then(
    post: Post, stopped: bool
) -> None:
    start = post.now
    post.deposit()
    post.stays_up(15)
    alive = post.now
    if stopped:
        post.stop()
    post.clock.now += 30 * MINUTE
    if stopped:
        post.start()
    until = start + 20 * MINUTE
    attested = post.attest(start, until)
    told = told_by(post.trusted, attested, post.question(until))
    assert (told.down, attested.up_since) == (until - alive, post.now)
    assert conclude(post.question(until), [(post.trusted, attested)]).word is None
    post.stays_up(60)
    assert post.attest(start, until).records == attested.records


@covers("WITNESS-027")
def test_an_outage_after_the_end_is_not_told(post: Post) -> None:
    start = post.now
    post.deposit()
    post.stays_up(600)
    until = post.now
    post.clock.now += 5 * MINUTE
    post.journal.beat(post.now)
    attested = post.attest(start, until)
    assert ([each.kind for each in attested.records], attested.up_since) == ([1, 2], start)
    assert conclude(post.question(until), [(post.trusted, attested)]).word is Word.NOT_COLLECTED


@covers("WITNESS-024")
def test_an_attestation_that_does_not_reach_from_deposit_to_end_says_nothing(post: Post) -> None:
    start = post.now
    post.deposit()
    post.stays_up(600)
    question = post.question(start + 10 * MINUTE)
    for first, last in ((start + MINUTE, post.now), (start, post.now - MINUTE)):
        assert conclude(question, [(post.trusted, post.attest(first, last))]).word is None
    other_entry = replace(question, entry=bytes(32))
    assert conclude(other_entry, [(post.trusted, post.attest(start, post.now))]).word is None


@covers("WITNESS-025")
def test_an_old_fetch_moved_behind_the_deposit_is_no_fetch(post: Post) -> None:
    start = post.now
    old, _ = post.fetch()
    post.stays_up(600)
    deposited = post.deposit()
    post.stays_up(60)
    honest = post.attest(start, post.now)
    moved = replace(old, number=deposited.number + 1, at=post.now, upto=deposited.number)
    forged = replace(honest, records=(*honest.records[1:], moved))
    question = post.question(post.now)
    assert told_by(post.trusted, forged, question).collected_at is None
    assert told_by(post.trusted, honest, question).asked_at is None


@covers("WITNESS-026")
def test_an_attestation_under_another_key_or_of_another_order_is_refused(post: Post, other: Post) -> None:
    post.deposit()
    asked = post.attest(0, post.now)
    signed = Signed(payload=b"\xa0", signature=bytes(64))
    with pytest.raises(CounterpartError) as refused:
        read_attestation(signed, other.trusted, Environment.EXERCISE)
    assert refused.value.code == "FB410"
    assert asked.witness != other.trusted.id


@covers("WITNESS-026")
def test_the_log_of_the_witness_is_a_tree_that_grows_and_survives_a_restart(post: Post) -> None:
    post.deposit()
    before = post.attest(0, post.now)
    post.stop()
    post.clock.now += 1_000
    post.start()
    post.fetch()
    after = post.attest(0, post.now, SOUTH)
    tree = Tree(each.hash for each in after.records)
    assert (tree.root(before.size), tree.root(after.size)) == (before.root, after.root)
    signed = SignedCheckpoint.parse(post.journal.checkpoint())
    assert signed.checkpoint.root == after.root
    assert verify_ed25519_signature(signed, post.trusted.statements_key)


@covers("WITNESS-025")
@settings(max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.lists(st.sampled_from(["wait", "fetch", "deposit"]), min_size=3, max_size=8))
def test_more_attestations_never_take_collected_back(
    tmp_path_factory: pytest.TempPathFactory, acts: list[str]
) -> None:
    post = Post(tmp_path_factory.mktemp("w"))
    start, fetched = post.now, False
    post.deposit()
    for act in acts:
        post.clock.now += 1_000
        if act == "fetch":
            post.fetch()
            fetched = True
        elif act == "deposit":
            post.deposit()
        else:
            post.stays_up(30)
    found = conclude(post.question(post.now), [(post.trusted, post.attest(start, post.now))])
    post.stop()
    assert found.word is (Word.COLLECTED if fetched else Word.NOT_COLLECTED)


def test_over_http_the_answers_have_their_status(tmp_path: Path) -> None:
    log = ForeignLog("log.example/a")
    with running(settle(tmp_path, log.vkey)) as witness:
        client = ForeignClient(witness.address)
        for path in ("/deposit", "/fetch", "/attest"):
            assert client.post(b"junk", path)[0] == 400
        assert client.post(b"", "/elsewhere")[0] == 404
        assert client.get("/deposit") == b"this path takes POST\n"
        assert client.get("/checkpoint").startswith(b"witness.example/w1/log\n1\n")
