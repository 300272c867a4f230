"""Notices, questions and incidents for a person at a terminal."""

from collections.abc import Iterable, Iterator
from typing import Any

from firebreak.cli.finding_words import title, told
from firebreak.cli.terminal import instant, listed, safe, styled, table
from firebreak.cli.words import word

Facts = dict[str, Any]
HOUR_MS = 3_600_000
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


def notice_lines(notice: Facts) -> Iterator[str]:
    """One notice in a list."""
    whose = "ours" if notice["ours"] else "theirs"
    urgency = notice["precedence"].upper() + ", " if notice["precedence"] in URGENT else ""
    what = f"{urgency}{whose}, {notice['code']} {sort_text(notice['sort'])}: {_state(notice)}"
    yield styled(f"{exercise_mark(notice)}{notice['notice'][:12]}  {what}", "bold")
    yield from table(list(_when_and_where(notice)), indent="  ")
    yield from finding_lines(notice["findings"])
    yield from _clocks(notice)


def whole_lines(notice: Facts) -> Iterator[str]:
    """One notice in full."""
    yield from notice_lines(notice)
    rows = [["issued", f"{instant(notice['written'][0])} by {safe(notice['officer'])}"]]
    rows += [[f"text {safe(name)}", safe(text)] for name, text in notice["texts"].items()]
    for name in ("activity", "authority", "contact", "schedule"):
        rows += [[name, safe(notice[name])]] if notice[name] else []
    if notice["phrase"]:
        rows.append(["phrase", safe(notice["phrase"]["text"])])
    rows += [[name, _particulars(notice[name])] for name in ("movement", "approach") if notice[name]]
    yield from table(rows, indent="  ")
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


def _when_and_where(notice: Facts) -> Iterator[list[str]]:
    area = notice["area"]
    places = len(area["positions"])
    size = f", {area['radius_m']} m round it" if area["radius_m"] else ""
    name = f" {safe(area['name'])}" if area["name"] else ""
    yield ["where", f"{area['kind'].replace('_', ' ')}{name}, {places} places{size}"]
    for opens, closes in notice["windows"][:4]:
        yield ["when", f"{instant(opens)} to {instant(closes)}"]
    if len(notice["windows"]) > 4:  # noqa: PLR2004
        yield ["when", f"and {len(notice['windows']) - 4} more"]
    read = notice["read_back"]
    if read["confirmed"] or read["differing"]:
        yield ["read back", f"{len(read['confirmed'])} of {read['places']} places"]
    if notice["stance"]:
        yield ["answer", word("answer", notice["stance"], subject="notices")]


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
        what = word("answer", each["word"], subject="notices")
        yield f"  {instant(each['at'])}  {what}, {safe(each['officer'])} at {safe(each['desk'])}{late}{text}"
    for each in notice["passed"]:
        whose = "we" if each["ours"] else "they"
        yield f"  {instant(each['passed_at'])}  {whose} passed it to {safe(each['to'])}"
    if notice["ended"]:
        text = f": {safe(notice['ended']['text'])}" if notice["ended"]["text"] else ""
        yield f"  {instant(notice['ended']['at'])}  {_state(notice)} by {notice['ended']['by'][:12]}{text}"


def _source(source: Facts) -> Iterator[str]:
    who = safe(source["confirmed_by"]) or "nobody"
    yield f"  source, {safe(source['format'])}, compared by {who}:"
    yield from (f"    {safe(each)}" for each in source["text"].splitlines())
    yield from finding_lines(source["doubts"])


def _particulars(facts: Facts) -> str:
    told = {name: value for name, value in facts.items() if value not in (None, "", [])}
    return ", ".join(f"{name.replace('_', ' ')} {safe(value)}" for name, value in told.items())


def question_lines(asked: Facts, mark: str = "") -> Iterator[str]:
    """One question with its replies."""
    whose = "ours" if asked["ours"] else "theirs"
    yield styled(f"{mark}{asked['ask'][:12]}  {whose}, reply by {instant(asked['reply_by'])}", "bold")
    rows = [["asked", f"{safe(asked['question'])} ({safe(asked['officer'])})"]]
    rows += [["basis", safe(asked["basis"])]] if asked["basis"] else []
    for each in asked["replies"]:
        late = ", late" if each["late"] else ""
        rows.append([f"reply{late}", f"{safe(each['text'])} ({safe(each['officer'])})"])
    yield from table(rows, indent="  ")
    if asked["overdue"]:
        yield styled("  ! no reply has come", "red")


def incident_lines(incident: Facts, mark: str = "") -> Iterator[str]:
    """One incident: the newest version of each side."""
    yield styled(f"{mark}{incident['incident'][:12]}", "bold")
    rows: list[list[str]] = []
    for whose in ("ours", "theirs"):
        versions = incident[whose]
        if not versions:
            rows.append([whose, "nothing was said yet"])
            continue
        newest = versions[-1]
        rows.append([whose, f"{instant(newest['from_at'])} to {instant(newest['until_at'])}"])
        rows += [["", f"{safe(name)}: {safe(text)}"] for name, text in newest["texts"].items()]
        if len(versions) > 1:
            rows.append(["", f"version {len(versions)}, the earlier ones stay in the record"])
    yield from table(rows, indent="  ")
