"""A leg to a real SIP agent on the other end: what becomes of it, and what is never said of it."""

import asyncio
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from firebreak.console.alerts.phone import MEANINGS, Inferred, PhoneOutcome
from firebreak.console.alerts.settings import AlarmSettings
from firebreak.console.alerts.sip import SipLeg, can_phone
from firebreak.console.alerts.tones import frames
from tests.console.serving import until
from tests.plays.paired import free_port

SIPP = shutil.which("sipp")
BARESIP = shutil.which("baresip")

HEADERS = "[last_Via:]\n[last_From:]\n[last_To:];tag=[call_number]\n[last_Call-ID:]\n[last_CSeq:]"


def scenario(*steps: str) -> str:
    body = "\n".join(steps)
    return f'<?xml version="1.0" encoding="ISO-8859-1" ?>\n<scenario name="phone">\n{body}\n</scenario>\n'


def says(code: int, reason: str, *, again: bool = False) -> str:
    again_text = ' retrans="500"' if again else ""
    text = f"SIP/2.0 {code} {reason}\n{HEADERS}\nServer: test\nContent-Length: 0"
    return f"<send{again_text}><![CDATA[\n{text}\n\n]]></send>"


INVITE = '<recv request="INVITE"/>'
ACK = '<recv request="ACK" timeout="5000"/>'
PAUSE = '<pause milliseconds="100"/>'


@contextmanager
def phone(folder: Path, text: str = "") -> Iterator[tuple[int, "subprocess.Popen[bytes]"]]:
    """A phone that plays a scenario, or takes the call; it ends with 0 when all came as it should."""
    port = free_port()
    file = folder / "phone.xml"
    file.write_text(text)
    assert SIPP is not None
    plays = ["-sf", str(file)] if text else ["-sn", "uas"]
    command = [SIPP, *plays, "-p", str(port), "-i", "127.0.0.1", "-m", "1", "-timeout", "20", "-nostdin"]
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, cwd=folder)
    try:
        yield port, process
    finally:
        process.kill()
        process.wait()


async def listens(port: int) -> None:
    """Until somebody has bound that port."""
    await until(lambda: f":{port:04X} " in Path("/proc/net/udp").read_text())


async def rung(port: int, seconds: float = 8.0) -> PhoneOutcome:
    await listens(port)
    leg = SipLeg(AlarmSettings(), f"sip:120@127.0.0.1:{port}", tone_seconds=0.2)
    return await leg.place(seconds)


needs_sipp = pytest.mark.skipif(SIPP is None or not can_phone(), reason="sipp or the extra `sip` is missing")


@needs_sipp
@pytest.mark.parametrize(
    ("code", "reason", "inferred"),
    [
        (486, "Busy Here", Inferred.UNCLEAR),
        (603, "Decline", Inferred.TURNED_AWAY),
        (480, "Unavailable", Inferred.NOBODY),
        (404, "Not Found", Inferred.UNREACHABLE),
        (699, "Own", Inferred.UNKNOWN),
    ],
)
def test_a_refusal_is_kept_with_its_code_acknowledged_and_never_called_declined(
    tmp_path: Path, code: int, reason: str, inferred: Inferred
) -> None:
    steps = scenario(INVITE, says(180, "Ringing"), PAUSE, says(code, reason, again=True), ACK)
    with phone(tmp_path, steps) as (port, process):
        outcome = asyncio.run(rung(port))
        assert (outcome.code, outcome.reason, outcome.inferred) == (code, reason, inferred)
        assert outcome.rang_ms >= 50 and outcome.agent == "test" and not outcome.answered
        assert process.wait(10) == 0, "it had its ACK"


@needs_sipp
def test_a_phone_that_is_lifted_gets_the_tones_and_is_hung_up(tmp_path: Path) -> None:
    with phone(tmp_path) as (port, process):
        outcome = asyncio.run(rung(port))
        assert outcome.answered and outcome.code == 200
        assert process.wait(10) == 0, "it had its BYE"


@needs_sipp
def test_a_phone_at_which_nobody_comes_is_given_up(tmp_path: Path) -> None:
    cancelled = '<recv request="CANCEL" timeout="5000"/>'
    steps = scenario(INVITE, says(180, "Ringing"), cancelled, says(200, "OK"))
    with phone(tmp_path, steps) as (port, process):
        outcome = asyncio.run(rung(port, 0.8))
        assert outcome.inferred is Inferred.NOBODY and not outcome.answered
        assert process.wait(10) == 0, "it had its CANCEL"


CONFIG = """sip_listen 127.0.0.1:{port}
audio_player aubridge,nil
audio_source aubridge,nil
audio_alert aubridge,nil
module_path /usr/lib/baresip/modules
module g711.so
module aubridge.so
module_app account.so
module_app menu.so
"""


@pytest.mark.skipif(BARESIP is None or not can_phone(), reason="baresip or the extra `sip` is missing")
def test_the_tones_reach_a_softphone(tmp_path: Path) -> None:
    assert BARESIP is not None
    port = free_port()
    (tmp_path / "config").write_text(CONFIG.format(port=port))
    (tmp_path / "accounts").write_text(f"<sip:120@127.0.0.1:{port}>;regint=0;answermode=auto\n")
    (tmp_path / "contacts").touch()
    with (tmp_path / "log").open("wb") as log:
        command = [BARESIP, "-f", str(tmp_path)]
        with subprocess.Popen(command, stdout=log, stderr=log, stdin=subprocess.PIPE) as process:
            asyncio.run(until(lambda: b"baresip is ready" in (tmp_path / "log").read_bytes()))
            outcome = asyncio.run(rung(port))
            process.terminate()
    assert outcome.answered and "baresip" in outcome.agent
    assert b"incoming rtp for 'audio' established" in (tmp_path / "log").read_bytes()


def test_a_phone_that_is_not_there_is_unreachable() -> None:
    if not can_phone():
        pytest.skip("the extra `sip` is missing")
    leg = SipLeg(AlarmSettings(), f"sip:120@127.0.0.1:{free_port()}")
    assert asyncio.run(leg.place(0.5)).inferred is Inferred.UNREACHABLE


def test_nothing_that_is_said_of_a_phone_claims_that_somebody_declined() -> None:
    assert {*MEANINGS.values()} < {*Inferred}
    assert not [each for each in Inferred if "declin" in each.value]


def test_the_tones_last_as_long_as_they_should_and_stay_within_bounds() -> None:
    found = list(frames(1.0))
    assert len(found) == 50 and {len(each) for each in found} == {320}
    assert any(any(each) for each in found)
