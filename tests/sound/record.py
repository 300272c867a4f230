"""The record of one call as two nodes would show it to their consoles, played by a test.

It signs nothing: what an officer would have stated is marked so. `meddle` is the one in the middle.
"""

import asyncio
import json
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from tests.sound.impairer import Impairer, Weather

HOUSE_LEG = 16
End = dict[str, Any]


@dataclass(slots=True)
class Room:
    """One call. Sides: `a` calls, `b` answers, `c` interprets for `b`."""

    call: str
    delay: float = 0.0
    "Seconds that an entry takes to the other side."
    weather: Weather | None = None
    meddle: Callable[[str, list[End]], list[End]] = lambda side, ends: ends
    "What a side is shown of the ends."
    recording: bool = False
    guests: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    holders: list[dict[str, Any]] = field(default_factory=list[dict[str, Any]])
    offered: bool = False
    answered: bool = False
    ends: list[End] = field(default_factory=list[End])
    links: dict[int, Impairer] = field(default_factory=dict[int, Impairer])
    pages: dict[str, Callable[[str], None]] = field(default_factory=dict[str, Any])
    _keys: set[str] = field(default_factory=set[str])

    async def take(self, side: str, message: dict[str, Any]) -> None:
        """A page says something."""
        do = message["do"]
        if do == "offer":
            self.offered = True
        elif do == "answer":
            self.answered = True
            self._keys.add(message["key"])
        elif do == "join":
            self.guests.append({"by": "caller" if side == "a" else "callee", "leg": message["leg"]})
        elif do == "describe":
            self.ends.append(_end(side, message))
            if self.weather is not None and message["leg"] not in self.links:
                self.links[message["leg"]] = await Impairer(self.weather).open()
        elif do == "candidates":
            found = next(each for each in self.ends if each["leg"] == message["leg"] and each["side"] == side)
            found["candidates"] += message["candidates"]
            found["last"] = message["last"]
        self.tell(side)

    def tell(self, writer: str = "") -> None:
        """Show every page how it stands; the other side later, as the line takes its time."""
        for side, send in self.pages.items():
            far = (side == "a") is not (writer == "a")
            asyncio.get_running_loop().call_later(
                self.delay if far else 0, send, json.dumps(self.shown(side))
            )

    def shown(self, side: str) -> dict[str, Any]:
        ends = [each for each in self.ends if self._concerns(side, each)]
        media = {
            "ours": side == "a",
            "ends": self.meddle(side, [self._shown(side, each) for each in ends]),
            "sound": {"recording": self.recording, "guests": self.guests, "holders": self.holders},
            "inside": {"legs": [each["leg"] for each in self.ends if each["leg"] >= HOUSE_LEG]},
        }
        return {"call": self.call, "media": media if self.offered else None, "answered": self.answered}

    def _concerns(self, side: str, end: End) -> bool:
        return end["leg"] < HOUSE_LEG or side in "bc"

    def _shown(self, side: str, end: End) -> End:
        signed = end["stated"] or end["leg"] >= HOUSE_LEG or end["fingerprint"] in self._keys
        shown = {**end, "signed": signed, "candidates": list(end["candidates"])}
        link = self.links.get(end["leg"])
        if link is not None and end["side"] != side:
            replaced = (link.replaced(each, end["sdp"]) for each in end["candidates"])
            shown["candidates"] = [each for each in replaced if each is not None]
        return shown


def _end(side: str, message: dict[str, Any]) -> End:
    names = ("leg", "sdp", "fingerprint", "description", "stated")
    return {name: message[name] for name in names} | {
        "side": side,
        "by": "caller" if side == "a" else "callee",
        "desk": {"a": "EUCOM watch", "b": "NDMC duty", "c": "NDMC linguist"}[side],
        "officer": "",
        "candidates": [],
        "last": False,
    }
