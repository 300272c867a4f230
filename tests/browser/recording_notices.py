"""Notices, a question and an incident on two real nodes, as the console's server gives them.

    .venv/bin/python -m tests.browser.recording_notices

Writes `console/recorded-notices.json`, from which the pictures of these screens are made.
"""

import json
import tempfile
from pathlib import Path
from typing import Any, Final

from firebreak.console.reading import drafted, positioned
from tests.console.fresh import quiet, taken
from tests.console.officers import signed, stated
from tests.console.serving import Pair, pair, played

FILE: Final = Path(__file__).parents[2] / "console" / "recorded-notices.json"
HOUR: Final = 3_600_000
WARNING: Final = """ZCZC FA72
KALININGRAD NAV WARN 072/26
GUNNERY {from_} TO {until} UTC NOV IN AREA BOUNDED BY
54-45.0N 019-10.0E
55-00.0N 019-10.0E
55-00.0N 019-40.0E
54-45.0N 019-40.0E
NAVIGATION PROHIBITED
NNNN"""
DAY: Final = 24 * HOUR
SPOT: Final = {"kind": "circle", "positions": [[54.7104, 20.4522]], "radius_m": 300}
SEA: Final = {"kind": "circle", "positions": [[54.9, 20.3]], "radius_m": 18_520, "name": "Baltiysk D-17"}


async def they(both: Pair, **act: Any) -> None:
    """An act of South's officer."""
    prepared = await both.south.ask("prepare", **act)
    prepared |= {"now": (await both.south.ask("status"))["now"]}
    body = signed(both.folder / "south", "south one", prepared)
    await both.south.ask("state", kind=prepared["kind"], body=body)


def _theirs(now: int) -> dict[str, Any]:
    (draft,) = drafted(WARNING.format(from_="240600", until="241500"), "auto")
    form: dict[str, Any] = draft["form"]
    form["windows"] = [[now + 18 * HOUR, now + 27 * HOUR]]
    form["source"] |= {"confirmed_by": "south one"}
    texts = {"uk": "Стрільби. Плавання заборонено.", "en": "Gunnery. Navigation is prohibited."}
    rest = {"code": "DF2", "danger": ["ships", "aircraft"], "texts": texts, "activity": "gunnery"}
    return form | rest | {"authority": "Hydrographic service", "contact": "VHF 16"}


async def _sites(both: Pair, we: dict[str, Any], now: int) -> None:
    """The register: one overdue, one of ours due soon, one of theirs for long, one without a date."""
    for code, name, days in (("I51", "St. Mary's", -1), ("I27", "Unit 1 to 4", 40)):
        form = {"code": code, "activity": name, "area": SPOT | {"name": name}, "confirm_by": now + days * DAY}
        await they(both, what="notice.issue", form=form)
    for code, name, due in (("I52", "School № 7", {"confirm_by": now + 3 * DAY}), ("P50", "Cathedral", {})):
        form = {"code": code, "activity": name, "area": SPOT | {"name": name}, **due}
        await stated(*we.values(), what="notice.issue", form=form)
    await quiet(both, we["browser"])
    held = (await we["browser"].get("/api/lines/south/register")).json()["notices"]
    await stated(*we.values(), what="notice.passed", notice=held[0]["notice"], to="3rd brigade, fire control")


async def _played(both: Pair, browser: Any) -> None:
    now = (await both.south.ask("status"))["now"]
    north = both.folder / "north"
    named = {"code": "DF4", "area": {"kind": "named", "name": "Area R-12"}, "activity": "caution"}
    await they(both, what="notice.issue", form=named)
    await they(both, what="notice.issue", form=_theirs(now), precedence="priority")
    await quiet(both, browser)
    name = (await taken(browser))["notices"]["south"][-1]["notice"]
    we: dict[str, Any] = {"browser": browser, "house": north, "officer": "north one"}
    await stated(*we.values(), what="notice.answer", notice=name, word="confirm", places=["1=23", "2=11"])
    await stated(*we.values(), what="notice.answer", notice=name, word="acknowledge")
    await stated(*we.values(), what="notice.passed", notice=name, to="port captains, MRCC")
    convoy = {"code": "MF2", "area": {"kind": "line", "positions": [[54.7, 20.5], [54.4, 21.1]]}}
    convoy |= {"windows": [[now - HOUR, now + 5 * HOUR]], "texts": {"en": "Food and medicine."}}
    convoy |= {
        "movement": {"name": "Aid 7", "marking": "white flags", "vehicles": "6 lorries", "persons": 14}
    }
    await stated(*we.values(), what="notice.issue", form=convoy)
    await _sites(both, we, now)
    await they(both, what="explanation.ask", question="Why did the ship enter the area?", area=SEA)
    text = {"en": "A rocket fell 3 km inland."}
    await they(both, what="incident.report", from_at=now - HOUR, texts=text, area=SPOT)
    await quiet(both, browser)
    incident = (await browser.get("/api/lines/south/incidents")).json()["incidents"][0]["incident"]
    text = {"en": "Nothing was fired from our side at that hour."}
    report = {"incident": incident, "from_at": now - HOUR, "texts": text, "damage": "none"}
    await stated(*we.values(), what="incident.report", **report)
    await quiet(both, browser)


async def record() -> dict[str, Any]:
    """What a page would be given."""
    with tempfile.TemporaryDirectory() as folder:
        async with pair(Path(folder)) as both, both.site.browser("ann", officer="north one") as browser:
            await _played(both, browser)
            picture = await taken(browser)
            notices = picture["notices"]["south"]
            get = "/api/lines/south/{}".format
            form = _theirs(picture["now"])
            typed = [f"{north:.7f}° N, {east:.7f}° E" for north, east in form["area"]["positions"]]
            return {
                "now": picture["now"],
                "notices": notices,
                "whole": {
                    each["notice"]: (await browser.get(get(f"notices/{each['notice']}"))).json()
                    for each in notices
                },
                "explanations": (await browser.get(get("explanations"))).json(),
                "incidents": (await browser.get(get("incidents"))).json(),
                "register": (await browser.get(get("register"))).json(),
                "read": {"drafts": drafted(form["source"]["text"], "auto")},
                "positions": {"positions": [positioned(each) for each in typed]},
            }


def main() -> None:
    """Write the file."""

    async def work() -> None:
        FILE.write_text(json.dumps(await record(), indent=1, ensure_ascii=False) + "\n", encoding="utf-8")

    played(work)


if __name__ == "__main__":
    main()
