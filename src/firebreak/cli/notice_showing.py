"""Notices for a person at a terminal."""

from collections.abc import Iterable, Iterator
from typing import Any

from firebreak.cli.finding_words import title, told
from firebreak.cli.notice_where import answer, rows
from firebreak.cli.terminal import instant, listed, safe, styled, table
from firebreak.cli.words import word

Facts = dict[str, Any]
URGENT = ("flash", "immediate")


def exercise_mark(facts: Facts) -> str:
    """`EXERCISE  ` before what was signed for an exercise; whoever sees one line sees it too."""
    return "EXERCISE  " if facts["environment"] == "exercise" else ""


def sort_text(name: str) -> str:
    """What a notice is about, in words."""
    return word("sort", name, subject="notices")


def finding_lines(findings: Iterable[Facts]) -> list[str]:
    """What is doubtful: what it means, and what is said of it."""
    return [styled(f"  ? {_told(each['code'], each['text'])}", "yellow") for each in findings]


def _told(code: str, text: str) -> str:
    known, said = safe(title(code)), safe(told(code, text))
    return known if not said or known in said else f"{known}: {said}"


def notice_lines(notice: Facts, *, whole: bool = False) -> Iterator[str]:
    """One notice in a list; `whole` with every window."""
    whose = "ours" if notice["ours"] else "theirs"
    urgency = notice["precedence"].upper() + ", " if notice["precedence"] in URGENT else ""
    what = f"{urgency}{whose}, {notice['code']} {sort_text(notice['sort'])}: {_state(notice)}"
    yield styled(f"{exercise_mark(notice)}{notice['notice'][:12]}  {what}", "bold")
    yield from table(list(rows(notice, whole=whole)), indent="  ")
    yield from finding_lines(notice["findings"])
    yield from _clocks(notice)


def whole_lines(notice: Facts) -> Iterator[str]:
    """One notice in full."""
    yield from notice_lines(notice, whole=True)
    said = [["issued", f"{instant(notice['written'][0])} by {safe(notice['officer'])}"]]
    said += [["replaces", notice["replaces"][:12]]] if notice["replaces"] else []
    said += [["emergency", "lives depend on it"]] if notice["emergency"] else []
    said += [[f"text {safe(name)}", safe(text)] for name, text in notice["texts"].items()]
    for name in ("activity", "authority", "contact", "schedule"):
        said += [[name, safe(notice[name])]] if notice[name] else []
    if notice["phrase"]:
        said.append(["phrase", safe(notice["phrase"]["text"])])
    said += [[name, _particulars(notice[name])] for name in ("movement", "approach") if notice[name]]
    yield from table(said, indent="  ")
    yield from table(
        [
            [f"place {each['number']}", _digits(notice, each), each["minutes"], each["degrees"]]
            for each in notice["places"]
        ],
        indent="  ",
    )
    yield from _said(notice)
    if notice["source"]:
        yield from _source(notice["source"])


def _digits(notice: Facts, place: Facts) -> str:
    """Of a notice of theirs hidden until the place was read back: whoever reads back works them out."""
    read = notice["read_back"]
    known = notice["ours"] or place["number"] in (*read["confirmed"], *read["differing"])
    return place["check"] if known else "··"


def _state(notice: Facts) -> str:
    if notice["state"] == "issued":
        return word("state", "holding" if notice["holding"] else "issued", subject="notices")
    return word("state", notice["state"], subject="notices")


def _clocks(notice: Facts) -> Iterator[str]:
    differing = notice["read_back"]["differing"]
    if differing:
        yield styled(f"  ! places read back otherwise: {listed(map(str, differing))}", "red")
    if notice["answer_overdue"]:
        yield styled(f"  ! not answered, due {instant(notice['answer_by'])}", "red")
    if notice["confirm_overdue"]:
        yield styled(f"  ! not confirmed again, due {instant(notice['confirm_by'])}", "red")


def _said(notice: Facts) -> Iterator[str]:
    for each in notice["answers"]:
        late = ", after it had ended" if each["late"] else ""
        text = f": {safe(each['text'])}" if each["text"] else ""
        what = answer(each["word"], ours=not notice["ours"]) + _otherwise(notice, each["read_back"])
        yield f"  {instant(each['at'])}  {what}, {safe(each['officer'])} at {safe(each['desk'])}{late}{text}"
    for each in notice["passed"]:
        whose = "we" if each["ours"] else "they"
        yield f"  {instant(each['passed_at'])}  {whose} passed it to {safe(each['to'])}"
    if notice["ended"]:
        text = f": {safe(notice['ended']['text'])}" if notice["ended"]["text"] else ""
        yield f"  {instant(notice['ended']['at'])}  {_state(notice)} by {notice['ended']['by'][:12]}{text}"


def _otherwise(notice: Facts, read_back: list[Facts]) -> str:
    """Which places an answer reads back with other digits than the notice has."""
    digits = {each["number"]: each["check"] for each in notice["places"]}
    wrong = [str(each["number"]) for each in read_back if each["digits"] != digits.get(each["number"])]
    return f", otherwise: {listed(wrong)}" if wrong else ""


def _source(source: Facts) -> Iterator[str]:
    who = safe(source["confirmed_by"]) or "nobody"
    yield f"  source, {safe(source['format'])}, compared by {who}:"
    yield from (f"    {safe(each)}" for each in source["text"].splitlines())
    yield from finding_lines(source["doubts"])


def _particulars(facts: Facts) -> str:
    told = {name: value for name, value in facts.items() if value not in (None, "", [])}
    return ", ".join(f"{name.replace('_', ' ')} {safe(value)}" for name, value in told.items())
