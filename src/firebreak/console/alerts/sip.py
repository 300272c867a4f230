"""A leg to a telephone by SIP over UDP (RFC 3261), by `aiosipua` and `aiortp`: the extra `sip`.

Neither speaks TLS or SRTP: this is for a telephone system on one's own premises, and nothing that is said on
it is worth hearing. What the libraries leave out is done here: INVITE is sent again while nothing answers, a
final refusal is acknowledged and kept with its code even after a CANCEL, and a BYE of the phone is answered.
"""

import asyncio
import contextlib
from dataclasses import dataclass, field
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Final

from firebreak.console.alerts.phone import MEANINGS, Inferred, LegState, PhoneOutcome
from firebreak.console.alerts.settings import AlarmSettings, secret_of
from firebreak.console.alerts.sip_transport import Transport, address_of, free_port, own_address
from firebreak.core.base.errors import LocalError

if TYPE_CHECKING:
    from aiosipua import SipRequest, SipResponse
    from aiosipua.outgoing_call import OutgoingCall
    from aiosipua.uac import SipUAC

AGAIN_SECONDS: Final = (0.5, 1.0, 2.0, 4.0)  # RFC 3261, timer A: over UDP anything may be lost
AFTER_CANCEL_SECONDS: Final = 2.0  # for the 487
TONE_SECONDS: Final = 8.0
OK: Final = 200
FINAL: Final = 200
RINGING: Final = (180, 183)


def can_phone() -> bool:
    """Whether the extra `sip` is installed."""
    return all(find_spec(each) is not None for each in ("aiosipua", "aiortp"))


@dataclass(slots=True)
class SipLeg:
    """One call to one phone; a fresh one for each."""

    settings: AlarmSettings
    phone: str
    "`sip:USER@HOST[:PORT]`."
    tone_seconds: float = TONE_SECONDS
    state: LegState = LegState.IDLE
    code: int | None = None
    reason: str = ""
    agent: str = ""
    _call: "OutgoingCall | None" = None
    _uac: "SipUAC | None" = None
    _rang_at: float | None = None
    _heard: asyncio.Event = field(default_factory=asyncio.Event)
    "Something at all came back."
    _final: asyncio.Event = field(default_factory=asyncio.Event)
    _over: asyncio.Event = field(default_factory=asyncio.Event)
    "The phone hung up."

    async def place(self, seconds: float) -> PhoneOutcome:
        """Ring for so long; when it is taken, sound the alarm tones and hang up. Raises LocalError."""
        if not can_phone():
            hint = "install Firebreak with its extra `sip`"
            raise LocalError("phones need packages that are not installed", code="FB565", hint=hint)
        clock = asyncio.get_running_loop().time
        begun = clock()
        there = await address_of(self.phone)
        if there is None:
            self.state = LegState.ENDED
            return PhoneOutcome(phone=self.phone, inferred=Inferred.UNREACHABLE)
        own = own_address(there)
        transport = Transport(local_addr=(own, 0))
        await transport.start()
        try:
            rtp = free_port(own)
            await self._ring(transport, there, rtp, seconds)
            rang = 0 if self._rang_at is None else int((clock() - max(begun, self._rang_at)) * 1_000)
            if self.state is LegState.ANSWERED:
                await self._speak((own, rtp))
            await self.hang_up()
        finally:
            self.state = LegState.ENDED
            if self._uac is not None:
                self._uac.close()
            await transport.stop()
        return self._outcome(rang)

    async def hang_up(self) -> None:
        """Give it up, or end it."""
        call, uac = self._call, self._uac
        if call is None or uac is None:
            return
        if self.state is LegState.ANSWERED:
            if not self._over.is_set():
                call.hangup(uac)
            await asyncio.sleep(0)
        elif not self._final.is_set() and self._heard.is_set():
            call.cancel(uac)
            with contextlib.suppress(TimeoutError):
                await asyncio.wait_for(self._final.wait(), AFTER_CANCEL_SECONDS)
        self.state = LegState.ENDED

    def _outcome(self, rang_ms: int) -> PhoneOutcome:
        if self.code is None:
            inferred = Inferred.NOBODY if self._rang_at is not None else Inferred.UNREACHABLE
        else:
            inferred = MEANINGS.get(self.code, Inferred.UNKNOWN)
            if inferred is Inferred.WITHDRAWN and self._rang_at is not None:
                inferred = Inferred.NOBODY  # our own CANCEL, after it had rung for as long as it was to
        return PhoneOutcome(
            phone=self.phone,
            inferred=inferred,
            code=self.code,
            reason=self.reason,
            rang_ms=rang_ms,
            agent=self.agent,
        )

    async def _ring(self, transport: Any, there: tuple[str, int], rtp: int, seconds: float) -> None:
        from aiosipua import SipDigestAuth
        from aiosipua.sdp import parse_sdp
        from aiosipua.uac import SipUAC

        own, port = transport.local_addr
        caller = self.settings.sip_from or f"sip:firebreak@{own}:{port}"
        password = secret_of(self.settings.sip_password_file)
        user = caller.removeprefix("sip:").partition("@")[0]
        self._uac = SipUAC(transport)
        transport.on_message = self._came
        self._call = self._uac.send_invite(
            caller,
            self.phone,
            there,
            parse_sdp(_offer(own, rtp)),
            extra_headers={"Priority": "emergency"},
            user_agent="Firebreak",
            auth=SipDigestAuth(user, password) if password else None,
        )
        self.state = LegState.TRYING
        again = asyncio.create_task(self._again(transport, there))
        try:
            await asyncio.wait_for(self._final.wait(), seconds)
        except TimeoutError:
            pass
        finally:
            again.cancel()

    async def _again(self, transport: Any, there: tuple[str, int]) -> None:
        for pause in AGAIN_SECONDS:
            await asyncio.sleep(pause)
            if self._heard.is_set():
                return
            assert self._call is not None
            transport.send(self._call.invite, there)
        await asyncio.sleep(AGAIN_SECONDS[-1])
        if not self._heard.is_set():
            self._final.set()

    def _came(self, message: "SipRequest | SipResponse", _addr: tuple[str, int]) -> None:
        from aiosipua import SipResponse

        call, uac = self._call, self._uac
        if call is None or uac is None or message.call_id != call.call_id:
            return
        if not isinstance(message, SipResponse):
            self._asked(message, _addr)
            return
        self._heard.set()
        self.agent = (message.get_header("user-agent") or message.get_header("server") or self.agent)[:80]
        if message.cseq is None or message.cseq.method.upper() != "INVITE":
            return
        if message.status_code in RINGING and self._rang_at is None:
            self._rang_at = asyncio.get_running_loop().time()
            self.state = LegState.RINGING
        attempts = _attempts(call)
        if message.status_code == OK and (target := _target(message)):
            call.dialog.remote_target = target
        uac.handle_response(message, _addr)
        if message.status_code > FINAL and message.status_code != OK:
            _confirm(uac, call, message)
        if message.status_code >= FINAL and _attempts(call) == attempts:
            self._ended(message)

    def _ended(self, message: "SipResponse") -> None:
        if self._final.is_set():
            return
        self.code, self.reason = message.status_code, (message.reason_phrase or "")[:80]
        if self.code == OK:
            self.state = LegState.ANSWERED
        self._final.set()

    def _asked(self, request: "SipRequest", addr: tuple[str, int]) -> None:
        """The phone asks something within the call: to end it."""
        from aiosipua import SipResponse

        assert self._call is not None and self._call.transport is not None
        answer = SipResponse(status_code=OK, reason_phrase="OK")
        for name in ("Via", "From", "To", "Call-ID", "CSeq"):
            for value in request.headers.get(name.lower()):
                answer.headers.append(name, value)
        self._call.transport.send(answer, addr)
        if request.method.upper() == "BYE":
            self._over.set()

    async def _speak(self, own: tuple[str, int]) -> None:
        """Alarm tones for a few seconds, or until the phone hangs up."""
        from aiortp import RTPSession

        from firebreak.console.alerts.tones import frames

        assert self._call is not None
        answer = self._call.sdp_answer
        there = None if answer is None else answer.rtp_address
        if there is None or there[1] == 0:
            return
        session = await RTPSession.create(own, there, payload_type=0, paced=True)
        try:
            for frame in frames(self.tone_seconds):
                session.send_audio_pcm_auto(frame)
            playing = [asyncio.ensure_future(session.drain()), asyncio.ensure_future(self._over.wait())]
            await asyncio.wait(playing, return_when=asyncio.FIRST_COMPLETED, timeout=2 * self.tone_seconds)
            for each in playing:
                each.cancel()
        finally:
            await session.close()


def _attempts(call: "OutgoingCall") -> int:
    """How often it was asked for a password and gave it; the library has no other word for it."""
    return call._auth_attempts  # noqa: SLF001 # pyright: ignore[reportPrivateUsage]


def _confirm(uac: "SipUAC", call: "OutgoingCall", response: "SipResponse") -> None:
    """ACK of a refusal: the same transaction as its INVITE (RFC 3261 §17.1.1.3)."""
    from aiosipua import SipRequest

    invite, number = call.invite, response.cseq
    ack = SipRequest(method="ACK", uri=invite.uri)
    for name in ("Via", "From", "Call-ID"):
        ack.headers.append(name, invite.headers.get_first(name.lower()) or "")
    ack.headers.append("To", response.headers.get_first("to") or "")
    ack.headers.append("CSeq", f"{number.seq if number else 1} ACK")
    ack.headers.append("Max-Forwards", "70")
    uac.transport.send(ack, call.remote_addr)


def _target(message: "SipResponse") -> str | None:
    """Where the phone wants requests within the call."""
    contact = message.get_header("contact") or ""
    found = contact.partition("<")[2].partition(">")[0]
    return found if found.startswith("sip:") else None


def _offer(own: str, port: int) -> str:
    lines = (
        *("v=0", f"o=- 1 1 IN IP4 {own}", "s=-", f"c=IN IP4 {own}", "t=0 0"),
        *(f"m=audio {port} RTP/AVP 0", "a=rtpmap:0 PCMU/8000", "a=ptime:20", "a=sendonly"),
    )
    return "\r\n".join([*lines, ""])
