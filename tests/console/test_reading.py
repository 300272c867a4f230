"""What the console's server reads for the notice editor, and notices in full."""

from pathlib import Path
from typing import Any, Final

from firebreak.console.reading import drafted, positioned
from tests.console.serving import pair, played
from tests.console.test_notices import AREA, FORM, notices, of_south

WARNING: Final = """ZCZC FA72
KALININGRAD NAV WARN 072/22
GUNNERY 23 MAR 0600 TO 1500 UTC IN AREA BOUNDED BY
54-45.0N 019-10.0E
55-00.0N 019-10.0E
55-00.0N 019-40.0E
54-45.0N 019-40.0E
NNNN"""


def test_a_warning_becomes_a_form_that_keeps_its_text() -> None:
    (draft,) = drafted(WARNING, "auto")
    form = draft["form"]
    assert form["area"]["kind"] == "polygon"
    assert form["area"]["positions"][0] == [54.75, 19.1666667]
    assert form["source"]["text"] == WARNING


def test_a_typed_position_comes_back_in_every_form_or_says_that_it_is_none() -> None:
    found = positioned("5445,0 С 01910,0 В")
    found = found if found["position"] else positioned("54°45,0′ С 19°10,0′ В")
    assert found["position"][0] == 54.75
    assert found["forms"]["mgrs"].startswith("34U")
    assert len(found["check"]) == 2
    nothing = positioned("somewhere at sea")
    assert nothing["position"] is None
    assert nothing["wrong"]


def test_a_notice_in_full_checks_questions_and_incidents_come_from_the_server(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann", officer="north one") as browser:
            await of_south(both, what="notice.issue", form=FORM)
            await of_south(both, what="explanation.ask", question="What was it?", desk="duty")
            report: dict[str, Any] = {"texts": {"en": "A rocket fell."}, "from_at": 1_000_000}
            await of_south(both, what="incident.report", **report)
            (held,) = await notices(both, browser)
            whole = (await browser.get(f"/api/lines/south/notices/{held['notice']}")).json()
            (place,) = whole["places"]
            assert place["forms"]["mgrs"]
            assert whole["texts"] == {"en": "Firing practice."}
            checked = await browser.post("/api/lines/south/notices/check", json={"form": FORM})
            assert {"lead-short"} <= {each["code"] for each in checked.json()["findings"]}
            wrong = {"form": FORM | {"area": AREA | {"radius_m": None}}}
            refused = await browser.post("/api/lines/south/notices/check", json=wrong)
            assert (refused.status_code, refused.json()["code"]) == (422, "FB601")
            (asked,) = (await browser.get("/api/lines/south/explanations")).json()["explanations"]
            assert asked["question"] == "What was it?"
            (incident,) = (await browser.get("/api/lines/south/incidents")).json()["incidents"]
            assert incident["theirs"][0]["texts"] == {"en": "A rocket fell."}
            read = (await browser.post("/api/notices/read", json={"text": WARNING})).json()
            assert read["drafts"][0]["form"]["area"]["kind"] == "polygon"
            missing = await browser.get(f"/api/lines/south/notices/{'0' * 64}")
            assert missing.status_code == 404

    played(work)
