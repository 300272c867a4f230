"""Pages without script: the wallboard and public readouts, also under hostile names and texts."""

import asyncio
import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from firebreak.console.views import Board, Change
from firebreak.console.wallboard import Since, wallboard
from firebreak.core.phrase.wording import LANGUAGES
from tests.console.officers import stated
from tests.console.serving import pair, played

HOSTILE = (
    "\u202eevil\u2066",
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(2)>',
    "e" + "\u0301" * 8_000,
    "a\nb",
)
LINE = {
    "counterpart": "South", "colour": "red", "reasons": ["missed_three"], "contradictions": [],
    "closed": False, "suspended": [], "links": 0, "heard_at": None, "watches": [], "their_watches": [],
}  # fmt: skip


class Tags(HTMLParser):
    """What a browser would find."""

    def __init__(self) -> None:
        super().__init__()
        self.found: set[str] = set()
        self.named: set[str] = set()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.add(tag)
        self.named |= {name for name, value in attrs if name != "href" or not str(value).startswith("#")}


def bare(page: str) -> None:
    """No script, nothing from elsewhere, no address at all."""
    tags = Tags()
    tags.feed(page)
    assert "body" in tags.found
    assert not tags.found & {"script", "img", "link", "iframe", "object", "embed", "base", "b"}
    assert not {each for each in tags.named if each in ("src", "href", "style") or each.startswith("on")}


def test_the_wallboard_says_how_each_line_stands_in_every_language(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann", officer="north one") as ann:
            await stated(ann, tmp_path / "north", "north one", what="watch.take", desk="duty")
            await both.site.settled()
            pages = {each: await ann.get(f"/wallboard?language={each}") for each in LANGUAGES}
            assert len({each.text for each in pages.values()}) == len(LANGUAGES)
            for language, page in pages.items():
                assert page.headers["content-type"] == "text/html; charset=utf-8"
                assert "script-src" not in page.headers["content-security-policy"]
                assert "default-src 'none'" in page.headers["content-security-policy"]
                assert f'<html lang="{language}">' in page.text
                assert '<meta http-equiv="refresh" content="5">' in page.text
                assert "South" in page.text
                assert "north one" in page.text
                assert re.search(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\dZ", page.text)
                bare(page.text)

    played(work)


def test_the_wallboard_needs_a_session_or_its_token_and_the_token_opens_nothing_else(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser() as wall:
            assert (await wall.get("/wallboard")).status_code == 401
            file = both.site.console.settings.files / "wallboard.token"
            file.parent.mkdir(parents=True, exist_ok=True)
            for held, asked, status in (
                ("a-token-for-the-wall-1", "a-token-for-the-wall-1", 200),
                ("a-token-for-the-wall-1", "a-token-for-the-wall-2", 401),
                ("a-token-for-the-wall-1", "", 401),
                ("", "", 401),
                ("short", "short", 401),
            ):
                file.write_text(held)
                answer = await wall.get("/wallboard", params={"token": asked})
                assert answer.status_code == status, (held, asked)
            file.write_text("a-token-for-the-wall-1")
            for place in ("/readout", "/api/snapshot", "/api/events"):
                answer = await wall.get(place, params={"token": "a-token-for-the-wall-1"})
                assert answer.status_code == 401, place
            async with both.site.browser("root", "administrator") as root:
                assert (await root.get("/wallboard")).status_code == 403

    played(work)


@pytest.mark.parametrize("text", HOSTILE, ids=["bidi", "script", "attribute", "marks", "newline"])
def test_names_of_a_counterpart_are_nothing_but_names(text: str) -> None:
    async def work() -> str:
        board = Board(ready=True)
        watch = {"desk": text, "officer": text}
        line = {**LINE, "counterpart": text, "watches": [watch], "their_watches": [watch]}
        board.publish([Change("line", "south", "south", line)])
        since = Since(board)
        since.look()
        return wallboard(board, since, text, "en")

    page = asyncio.run(work())
    bare(page)
    assert "\u202e" not in page
    assert "\u0301" * 5 not in page
    assert len(page) < 20_000


def test_a_node_that_does_not_answer_leaves_nothing_old_on_the_wall(tmp_path: Path) -> None:
    async def work() -> str:
        board = Board(ready=True)
        board.publish([Change("line", "south", "south", LINE)])
        board.lose()
        return wallboard(board, Since(board), "North", "en")

    page = asyncio.run(work())
    assert 'role="alert"' in page
    assert "South" not in page


def test_a_public_readout_is_made_of_the_verified_record(tmp_path: Path) -> None:
    async def work() -> None:
        async with pair(tmp_path) as both, both.site.browser("ann") as ann:
            await both.north.ask("call.place", subject="<b>hidden</b>")
            form = await ann.get("/readout?language=de")
            assert "Öffentlicher Bericht" in form.text
            assert "form-action 'self'" in form.headers["content-security-policy"]
            pages = {
                each: await ann.get(f"/readout?line=south&language={each}&since=2020-01-01&until=2090-01-01")
                for each in LANGUAGES
            }
            assert len({each.text for each in pages.values()}) == len(LANGUAGES)
            for page in pages.values():
                assert page.status_code == 200, page.text
                assert "North" in page.text
                assert "<b>" not in page.text
                bare(page.text)
            assert (await ann.get("/readout?line=east")).status_code == 404
            assert (await ann.get("/readout?line=south&language=fr")).status_code == 422
            assert (await ann.get("/readout?line=south&since=2022-99-99")).status_code in (409, 422)

    played(work)
