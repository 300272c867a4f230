"""The readout as one HTML page that loads nothing and believes nothing."""

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from html.parser import HTMLParser

import pytest

from firebreak.core.ledger.facts import Evidence, Outcome
from firebreak.core.readout.material import Detail
from firebreak.reports.web import render_html
from tests.core.readout.making import LANGUAGES, exercise_of, read_out, shipped, signed_fact
from tests.covering import covers

HOSTILE = "<script>alert(1)</script>\" onload='x' &amp; \u202e"


class Tags(HTMLParser):
    """Every tag with its attributes."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append((tag, dict(attrs)))


@covers("READOUT-032")
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_loads_nothing_and_runs_nothing(language: str) -> None:
    tags = Tags(render_html(read_out(shipped()), language)).found
    names = {name for name, _ in tags}
    assert not names & {"script", "link", "img", "iframe", "object", "embed", "form", "base"}
    assert not [
        name for _, given in tags for name in given if name.startswith("on") or name in ("style", "src")
    ]
    links = {given["href"] for name, given in tags if name == "a"}
    assert all(link and link.startswith(("#r-", "https://", "http://")) for link in links)
    assert dict(tags)["html"] == {"lang": language}


@covers("READOUT-032")
def test_the_policy_bars_everything_but_the_style_it_names() -> None:
    page = render_html(read_out(shipped()), "en")
    style = re.search(r"<style>(.*?)</style>", page, re.DOTALL)
    assert style
    digest = b64encode(sha256(style[1].encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'" in page
    assert "url(" not in style[1]
    assert "@import" not in style[1]


@covers("READOUT-032")
def test_hostile_names_stay_text() -> None:
    fact = signed_fact("5f/1", Outcome.DECLINED, Evidence.E5, channel=HOSTILE)
    detail = Detail(to_desk=HOSTILE, from_desk=HOSTILE, officer=HOSTILE, reason=HOSTILE)
    page = render_html(
        replace(exercise_of([fact], {"5f/1": detail}), title=HOSTILE, drawn_from=HOSTILE), "en"
    )
    assert "script" not in {name for name, _ in Tags(page).found}
    assert "\u202e" not in page
    assert "⟦U+202E⟧" in page


def test_every_link_inside_the_page_leads_somewhere() -> None:
    tags = Tags(render_html(read_out(shipped()), "uk")).found
    targets = {given["id"] for _, given in tags if given.get("id")}
    inside = {
        link[1:] for name, given in tags if name == "a" and (link := given["href"] or "").startswith("#")
    }
    assert inside
    assert inside <= targets


@covers("READOUT-026")
def test_an_exercise_says_so_in_title_and_banner() -> None:
    page = render_html(read_out(shipped(), exercise=True), "de")
    assert "<title>ÜBUNG: " in page
    assert '<p class="exercise" role="note"><strong>ÜBUNG</strong>' in page
    assert "ÜBUNG" not in render_html(read_out(shipped()), "de")


@covers("READOUT-035")
def test_the_same_facts_give_the_same_page() -> None:
    assert render_html(read_out(shipped()), "ru") == render_html(read_out(shipped()), "ru")
