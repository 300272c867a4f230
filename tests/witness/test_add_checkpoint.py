"""Our witness asked by a foreign log: every answer that tlog-witness knows."""

from collections.abc import Generator
from pathlib import Path

import pytest

from tests.covering import covers
from tests.witness.foreign import ForeignClient, ForeignLog, check_cosignatures
from tests.witness.house import HandClock, Running, running, settle

ORIGIN = "log.example/behind-the-sofa"


@pytest.fixture
def log() -> ForeignLog:
    log = ForeignLog(ORIGIN)
    log.grow(5)
    return log


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
def witness(log: ForeignLog, clock: HandClock, tmp_path: Path) -> Generator[Running]:
    with running(settle(tmp_path / "w", log.vkey), clock) as found:
        yield found


@pytest.fixture
def client(witness: Running) -> ForeignClient:
    return ForeignClient(witness.address)


@covers("WITNESS-001", "WITNESS-008", "WITNESS-009")
def test_a_log_of_others_gets_both_cosignatures_and_can_verify_them(
    log: ForeignLog, client: ForeignClient, clock: HandClock
) -> None:
    status, _, lines = client.post(log.request(0))
    assert status == 200
    assert check_cosignatures(log.text(), lines, client.keys()) == {
        4: clock.now // 1_000,
        6: clock.now // 1_000,
    }
    log.grow(8)
    clock.now += 3_600_000
    status, _, lines = client.post(log.request(5))
    assert status == 200
    assert set(check_cosignatures(log.text(), lines, client.keys()).values()) == {clock.now // 1_000}


@covers("WITNESS-002")
def test_an_unknown_log_is_not_found(client: ForeignClient) -> None:
    other = ForeignLog("log.example/other")
    other.grow(1)
    assert client.post(other.request(0))[0] == 404


@covers("WITNESS-003")
def test_a_checkpoint_without_a_true_signature_is_forbidden(log: ForeignLog, client: ForeignClient) -> None:
    impostor = ForeignLog(ORIGIN)
    impostor.grow(5)
    assert client.post(impostor.request(0))[0] == 403
    forged = log.request(0).replace(b"\n5\n", b"\n6\n")
    assert client.post(forged)[0] == 403


@covers("WITNESS-004")
def test_another_size_than_cosigned_is_a_conflict_that_names_it(
    log: ForeignLog, client: ForeignClient
) -> None:
    assert client.post(log.request(3))[1:] == ("text/x.tlog.size", b"0\n")
    client.post(log.request(0))
    log.grow(2)
    assert client.post(log.request(3)) == (409, "text/x.tlog.size", b"5\n")
    assert client.post(log.request(0)) == (409, "text/x.tlog.size", b"5\n")
    assert client.post(log.request(5))[0] == 200


@covers("WITNESS-005", "I27")
def test_another_tree_of_the_same_size_is_refused(log: ForeignLog, client: ForeignClient) -> None:
    client.post(log.request(0))
    log.leaves[2] = b"another leaf"
    assert client.post(log.request(5)) == (409, "text/x.tlog.size", b"5\n")


@covers("WITNESS-006", "I27")
def test_a_tree_that_does_not_continue_is_refused(
    log: ForeignLog, client: ForeignClient, witness: Running
) -> None:
    client.post(log.request(0))
    log.grow(3)
    honest = log.request(5)
    log.leaves[2] = b"another leaf"
    assert client.post(log.request(5))[0] == 422
    kept = witness.running.service.cosigner.database.rows("SELECT origin, request FROM refused")
    assert kept == [(ORIGIN, log.request(5))]
    assert client.post(honest)[0] == 200


@covers("WITNESS-006")
def test_a_proof_too_short_too_long_or_from_nothing_is_refused(
    log: ForeignLog, client: ForeignClient
) -> None:
    spare = b"PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n"
    assert client.post(log.request(0).replace(b"old 0\n", b"old 0\n" + spare))[0] == 422
    client.post(log.request(0))
    assert client.post(log.request(5).replace(b"old 5\n", b"old 5\n" + spare))[0] == 422
    log.grow(3)
    first, rest = log.request(5).split(b"\n", 1)
    assert client.post(first + b"\n" + rest.partition(b"\n")[2])[0] == 422
    assert client.post(first + b"\n" + spare + rest)[0] == 422


@covers("WITNESS-007")
@pytest.mark.parametrize(
    ("old", "new"),
    [
        (b"old 0\n", b"old -1\n"),
        (b"old 0\n", b"old 00\n"),
        (b"old 0\n", b"old 0 \n"),
        (b"old 0\n", b"0\n"),
        (b"old 0\n", b"old 9\n"),
        (b"old 0\n", b"old 0\n\n"),
        (b"old 0\n", b"old 0\nAAAA\n"),
        (b"old 0\n", b"old 0\n" + 64 * b"PlRNCrwHpqhGrupue0L7gxbjbMiKA9temvuZZDDpkaw=\n"),
        (b"\n\n", b"\n"),
    ],
)
def test_a_malformed_request_is_bad(log: ForeignLog, client: ForeignClient, old: bytes, new: bytes) -> None:
    assert client.post(log.request(0).replace(old, new, 1))[0] == 400


@covers("WITNESS-010", "I27")
def test_the_same_request_again_gets_the_same_answer(
    log: ForeignLog, client: ForeignClient, clock: HandClock
) -> None:
    _, _, first = client.post(log.request(0))
    clock.now += 5_000
    assert client.post(log.request(5)) == (200, "text/plain; charset=utf-8", first)
    assert client.post(log.request(5, extension="an extension\n"))[0] == 409


@covers("WITNESS-011")
def test_a_clock_set_back_gives_no_stamp(log: ForeignLog, client: ForeignClient, clock: HandClock) -> None:
    client.post(log.request(0))
    log.grow(1)
    clock.now -= 60_000
    assert client.post(log.request(5)) == (503, "text/plain; charset=utf-8", b"FB407\n")
    clock.now += 60_000
    assert client.post(log.request(5))[0] == 200


def test_health_says_how_far_it_is_and_nothing_of_any_line(log: ForeignLog, client: ForeignClient) -> None:
    client.post(log.request(0))
    health = client.get("/health").decode()
    assert "cosignatures 1" in health
    assert ORIGIN not in health
