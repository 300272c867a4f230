"""Reaching somebody: one attempt by one channel, and what became of it, in words for an alert's history."""

import asyncio
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from firebreak.console.alerts.chain import Channel, Delivery
from firebreak.console.alerts.mail import send_mail
from firebreak.console.alerts.notice import notice
from firebreak.console.alerts.phone import PhoneLeg
from firebreak.console.alerts.settings import AlarmSettings
from firebreak.console.alerts.sip import SipLeg
from firebreak.core.base.errors import LocalError

TOGETHER_SECONDS: Final = 120.0  # a notice says nothing, so one stands for all that came up around it


class Attempt(NamedTuple):
    """What became of one."""

    delivery: Delivery
    detail: str


MakeLeg = Callable[[AlarmSettings, str], PhoneLeg]


@dataclass(slots=True)
class Reach:
    """The channels that leave this machine."""

    settings: AlarmSettings | None
    environment: str
    steady: Callable[[], float]
    "Seconds."
    leg: MakeLeg = SipLeg
    failed: set[Channel] = field(default_factory=set[Channel])
    "Channels whose last attempt failed."
    _delivered: dict[Channel, float] = field(default_factory=dict[Channel, float])
    _turns: dict[Channel, asyncio.Lock] = field(default_factory=dict[Channel, asyncio.Lock])

    async def alarm(self, channel: Channel) -> Attempt:
        """Tell somebody that there is an alarm, one attempt of a channel after another."""
        async with self._turns.setdefault(channel, asyncio.Lock()):
            last = self._delivered.get(channel)
            if last is not None and self.steady() - last < TOGETHER_SECONDS:
                return Attempt(Delivery.DELIVERED, "with the notice of a moment ago")
            return await self._attempt(channel, notice(self.environment))

    async def test(self) -> dict[Channel, Attempt]:
        """Try every channel that there is, with a notice that says so."""
        found: dict[Channel, Attempt] = {}
        for channel in (Channel.PHONE, Channel.MAIL, Channel.OFFICER):
            async with self._turns.setdefault(channel, asyncio.Lock()):
                attempt = await self._attempt(channel, notice(self.environment, test=True))
            self._delivered.pop(channel, None)  # whoever was told of a test was not told of an alarm
            if attempt.delivery is not Delivery.NONE:
                found[channel] = attempt
        return found

    async def _attempt(self, channel: Channel, text: str) -> Attempt:
        ways = self._ways(channel, text)
        if not ways:
            return Attempt(Delivery.NONE, "none is configured")
        told: list[str] = []
        reached = False
        for way in ways:
            delivered, detail = await _tried(way)
            reached = reached or delivered
            told.append(detail)
            if delivered and channel is Channel.PHONE:
                break
        if reached:
            self.failed.discard(channel)
            self._delivered[channel] = self.steady()
        else:
            self.failed.add(channel)
        return Attempt(Delivery.DELIVERED if reached else Delivery.FAILED, "; ".join(told))

    def _ways(self, channel: Channel, text: str) -> "list[Way]":
        settings = self.settings
        if settings is None:
            return []
        if channel is Channel.PHONE:
            return [self._phoning(settings, each) for each in settings.phones]
        if channel is Channel.MAIL:
            return [_mailing(settings, settings.mail_to, text)] if settings.mail_to else []
        officer: list[Way] = []
        if settings.officer_phone is not None:
            officer.append(self._phoning(settings, settings.officer_phone))
        if settings.officer_mail is not None:
            officer.append(_mailing(settings, [settings.officer_mail], text))
        return officer

    def _phoning(self, settings: AlarmSettings, phone: str) -> "Way":
        async def way() -> tuple[bool, str]:
            outcome = await self.leg(settings, phone).place(settings.phone_seconds)
            return outcome.answered, outcome.text()

        return way


Way = Callable[[], Awaitable[tuple[bool, str]]]
"One phone, or one mail: whether it was delivered, and what is known of it."


def _mailing(settings: AlarmSettings, to: list[str], text: str) -> Way:
    async def way() -> tuple[bool, str]:
        return True, await send_mail(settings, to, text)

    return way


async def _tried(way: Way) -> tuple[bool, str]:
    try:
        return await way()
    except LocalError as error:
        return False, f"{error.code}: {error.text}"
    except Exception as error:  # noqa: BLE001 - a fault in one channel must not end the chain
        return False, f"fault: {type(error).__name__}"
