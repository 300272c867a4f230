"""Facts at random, close together in time so that they meet, touch and overlap."""

from datetime import date, timedelta

from hypothesis import strategies as st

from firebreak.core.ledger.days import Days, Window
from firebreak.core.ledger.facts import ContactFact, Evidence, Kind, Outcome

FIRST = date(2022, 2, 1)
SPAN = 40
COUNTABLE = [outcome for outcome in Outcome if outcome is not Outcome.DOUBTFUL]


def day(number: int) -> date:
    return FIRST + timedelta(days=number)


@st.composite
def some_days(draw: st.DrawFn) -> Days:
    start = draw(st.integers(0, SPAN))
    length = draw(st.sampled_from([0, 0, 0, 1, 3, 10, 25]))
    return Days(day(start), day(start + length))


@st.composite
def one_fact(draw: st.DrawFn, ref: str, *, mixed: bool = False) -> ContactFact:
    least = draw(st.integers(1, 5))
    most = draw(st.one_of(st.none(), st.integers(least, 9)))
    parties = draw(
        st.sampled_from([("North", "South"), ("South", "North")] if mixed else [("North", "South")])
    )
    return ContactFact(
        ref=ref,
        from_party=parties[0],
        to_party=parties[1],
        channel=draw(st.sampled_from(["minister", "line"])) if mixed else "minister",
        kind=draw(st.sampled_from([Kind.CALL, Kind.CHECK, Kind.REQUEST])) if mixed else Kind.CALL,
        days=draw(some_days()),
        minute=draw(st.sampled_from([None, None, 540, 1020])),
        zone="UTC",
        attempts_min=least,
        attempts_max=most,
        outcome=draw(st.sampled_from(COUNTABLE)),
        doubtful=draw(st.sampled_from([(), (), ("outcome",), ("date_start",)])),
        evidence=draw(st.sampled_from([Evidence.SOURCE, Evidence.E4])),
    )


@st.composite
def facts(draw: st.DrawFn, *, size_max: int = 12, mixed: bool = False) -> list[ContactFact]:
    size = draw(st.integers(0, size_max))
    return [draw(one_fact(f"F-{number}", mixed=mixed)) for number in range(size)]


@st.composite
def windows(draw: st.DrawFn) -> Window:
    since = draw(st.one_of(st.none(), st.integers(0, SPAN)))
    until = draw(st.one_of(st.none(), st.integers(since or 0, SPAN + 30)))
    return Window(None if since is None else day(since), None if until is None else day(until))
