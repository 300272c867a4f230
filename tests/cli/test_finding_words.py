"""Whatever is found has a sentence in every language, with what it tells."""

import ast
import re
from collections.abc import Iterator
from contextvars import copy_context
from pathlib import Path
from typing import Final

import pytest
from hypothesis import given
from hypothesis import strategies as st

import firebreak
from firebreak.catalogue import texts
from firebreak.cli.finding_words import filled, found_form, read_in, title, told, values_of
from firebreak.cli.notice_parse import parse_one
from firebreak.core.base.errors import LocalError
from firebreak.core.notice.lead import FINDINGS
from firebreak.core.phrase.wording import LANGUAGES
from firebreak.formats.coordinates.typed import read_typed
from firebreak.formats.detect import read_text
from firebreak.formats.doubts import CODES as READ
from firebreak.formats.drafts import CODES as DRAFTED
from firebreak.formats.drafts import LOSSES
from tests.formats.test_findings_page import EXAMPLES, ISSUED, TYPED

SOURCE: Final = Path(firebreak.__file__).parent
READERS: Final = [*SOURCE.glob("formats/**/*.py"), SOURCE / "core/notice/lead.py"]
OTHERS: Final = ("de", "ru", "uk")
HELD: Final = {  # sentences that are put together elsewhere than where they are told
    "impossible-coordinate": ["x: there is no such place, it was left out; which one is meant?"],
    "maybe-swapped": ["x: three digits of latitude; are latitude and longitude swapped?"],
    "elsewhere": [
        "x does not lie in the sea that the heading names",
        "x does not lie in the sea that the heading names; with another letter it would",
    ],
    "typing-error": ["x: read in spite of a slip of the hand"],
    "hemisphere-assumed": ["x: the first is read as N", "x: read as E, as the whole Baltic is"],
    "halves-differ": [
        f"the Russian and the English text differ: {each}"
        for each in ("positions", "times", "when it is cancelled", "radius")
    ],
    "self-crossing": [
        "the outline crosses or touches itself",
        "the outline comes to the same place twice",
    ],
    "year-doubtful": ["numbered in 2024 and issued in 2026; read as of 2024"],
    "weekdays": ["only on some days of the week (MON): and no window begins on one of them"],
    "not-a-notice": ["it confirms an earlier message", "it complies with an earlier message"],
    "outline-crossing": ["has an outline that crosses itself: nobody can say what lies inside"],
    "outline-repeated": ["has an outline that crosses itself: nobody can say what lies inside"],
    "lead-short": [
        "says no beginning; 72 h are the rule",
        "had begun when it was written; 72 h are the rule",
        "was written 4.5 h before it begins; 72 h are the rule",
    ],
    "code-private": ["DF9 has no meaning here"],
    "code-unknown": ["X99 has no meaning here"],
    "not-conform": ["alert holds 'x', which CAP 1.2 has not", "info has 0 event, 1 to 1 are meant"],
    "outline-unknown": ["an area without a position", "an area without a position: EYD-17"],
    "too-many-corners": ["3000 places in 1 outlines; a notice carries 2000 in 64"],
    "outline-enclosed": ["an outline of 2 by 3 m, turned by 45 degrees: taken as the circle round it"],
}


def written() -> Iterator[tuple[str, str]]:
    """Every finding whose code and sentence stand where it is told, with `x` for each value."""
    for path in READERS:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            pair = _pair(node)
            if (
                pair
                and isinstance(pair[0], ast.Constant)
                and isinstance(pair[1], ast.Constant | ast.JoinedStr)
            ):
                yield str(pair[0].value), _sample(pair[1])


def listed() -> Iterator[tuple[str, str]]:
    """Those of tables: a code, the words before what is quoted, and what is looked for."""
    for path in READERS:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            parts = node.elts if isinstance(node, ast.Tuple) else []
            words = [each.value for each in parts if isinstance(each, ast.Constant)]
            if len(parts) == 3 and len(words) == 2 and words[0] in READ:
                yield str(words[0]), f"{words[1]}: x"


def _pair(node: ast.AST) -> tuple[ast.expr, ast.expr] | None:
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        if name in {"add", "refused"} and len(node.args) == 2:
            return node.args[0], node.args[1]
        named = {each.arg: each.value for each in node.keywords}
        return (named["code"], named["text"]) if name == "Finding" and len(named) == 2 else None
    if isinstance(node, ast.Yield) and isinstance(node.value, ast.Tuple) and len(node.value.elts) == 2:
        return node.value.elts[0], node.value.elts[1]
    return None


def _sample(text: ast.Constant | ast.JoinedStr) -> str:
    if isinstance(text, ast.Constant):
        return str(text.value)
    return "".join(str(each.value) if isinstance(each, ast.Constant) else "x" for each in text.values)


PUT_TOGETHER: Final = {  # those of HELD, as they stand in the source
    "the Russian and the English text differ: x",
    "x: read as x, as x",
    "it x an earlier message",
    "an area without a positionx",
    "only on some days of the week (x): x",
    "x; with another letter it would",
    "x; with latitude and longitude swapped it would",
}
ELSEWHERE: Final = {"unreadable", "id-missing"}  # told by what reads lines, not by what reads texts
SAID: Final = {each for each in written() if each[1] not in PUT_TOGETHER}
FOUND: Final = sorted(
    {*SAID, *listed()} | {(code, each) for code, several in HELD.items() for each in several}
)


def test_enough_is_found_in_the_readers() -> None:
    assert len(FOUND) > 150
    assert {code for code, _ in FOUND} >= READ - ELSEWHERE | set(FINDINGS)


@pytest.mark.parametrize(("code", "text"), [each for each in FOUND if each[0] not in LOSSES])
def test_every_sentence_is_told_in_every_language(code: str, text: str) -> None:
    key, values = found_form(code, text)
    assert key, f"findings.ftl of English lacks a form of {code}: {text}"
    assert told(code, text) == text
    for language in OTHERS:
        said = told(code, text, language)
        assert said != text
        assert all(each in said for each in values.values())


@pytest.mark.parametrize("code", sorted(READ | DRAFTED | LOSSES | set(FINDINGS)))
def test_every_code_has_a_title(code: str) -> None:
    assert len({title(code, each) for each in LANGUAGES} - {code.replace("-", " ")}) >= len(OTHERS)


def test_what_is_found_in_the_examples_of_the_manual_is_told() -> None:
    read = [each for _, text in EXAMPLES for each in read_text(text, ISSUED).findings]
    read += [each for _, text in TYPED for each in read_typed(text).findings]
    assert [each for each in read if not found_form(each.code, each.text)[0]] == []


def test_what_nobody_knows_stays_word_for_word() -> None:
    assert told("never-heard", "Something odd.", "de") == "never heard: Something odd."
    assert told("lone-coordinate", "<b>other words</b>", "uk") == "половина координат: <b>other words</b>"
    assert told("lone-coordinate", "other words") == "other words"
    assert told("permanent", "", "de") == "dauernd"


FORMS: Final = re.findall(r"^ +\.[a-z]+ = (.*)$", {**texts("findings")}["en"], re.MULTILINE)


@given(st.sampled_from(FORMS), st.lists(st.text("ab1 ", min_size=1, max_size=5), min_size=5, max_size=5))
def test_what_a_form_tells_is_read_back_from_it(form: str, values: list[str]) -> None:
    names = re.findall(r"\{ \$(\w+) \}", form)
    given_values = dict(zip(names, values, strict=False))
    found = values_of(form, filled(form, given_values))
    assert found is not None
    assert filled(form, found) == filled(form, given_values)


@given(st.text(max_size=300))
def test_any_words_are_told_in_some_way(text: str) -> None:
    assert told("month-assumed", text, "ru")


def test_a_command_tells_what_it_finds_in_the_language_of_its_reader(
    capsys: pytest.CaptureFixture[str],
) -> None:
    context = copy_context()
    context.run(read_in, "uk")
    context.run(parse_one, None, "WRECK IN 54-51.0N 013-54.0 REPORTED", "", as_json=False)
    assert "половина координат; де друга?" in capsys.readouterr().out
    parse_one(None, "WRECK IN 54-51.0N 013-54.0 REPORTED", "", as_json=False)
    assert "where is the other half?" in capsys.readouterr().out
    with pytest.raises(LocalError, match="no texts in 'fr'"):
        read_in("fr")
