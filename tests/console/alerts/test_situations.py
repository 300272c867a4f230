"""What holds, read off a picture: each situation, and what is none."""

from typing import Any

from firebreak.console.alerts.situations import Facts, situations
from firebreak.console.views.picture import Picture
from firebreak.core.base.instants import DAY, MINUTE

NOW = 1_790_000_000_000
LINE: dict[str, Any] = {
    "closed": False, "overdue": [], "contradictions": [], "branches": [], "trouble": [], "signing": True,
    "key_revoked": False, "watches": [],
}  # fmt: skip


def message(name: str, **changes: Any) -> dict[str, Any]:
    value = {
        "hash": name,
        "ours": False,
        "precedence": "flash",
        "level": "shown",
        "refused": False,
        "bad": False,
    }
    return {**value, "superseded": False, "phrase": None, "at": NOW, **changes}


def call(
    name: str, outcome: str, state: str = "ended", leg: str = "secured", **changes: Any
) -> dict[str, Any]:
    value = {
        "call": name,
        "outcome": outcome,
        "state": state,
        "learnt_at": NOW,
        "sound": {"legs": [{"state": leg}]},
    }
    return {**value, **changes}


def found(facts: dict[str, Any] | None = None, **line: Any) -> dict[str, Any]:
    """Situations by kind, of one line that is as it is told."""
    lists = {sort: line.pop(sort, []) for sort in ("message", "call")}
    picture = Picture(party="North", lines={"south": LINE | line})
    for sort, name in (("message", "hash"), ("call", "call")):
        picture.lists[sort]["south"] = {each[name]: each for each in lists[sort]}
    for each in (facts or {}).pop("positions", []):
        picture.whole["position"][each["account"]] = each
    told = situations(Facts(**{"picture": picture, "now": NOW, "wall": NOW, **(facts or {})}))
    assert len({each.key for each in told}) == len(told)
    return {each.kind: each for each in told}


def test_a_sound_line_raises_nothing() -> None:
    assert found() == {}


def test_only_what_the_other_side_sent_and_nobody_took_is_unread() -> None:
    assert found(message=[message("1"), message("2")])["flash_unread"].subjects == ("1", "2")
    for taken in (
        {"ours": True}, {"level": "read"}, {"level": "acknowledged"}, {"refused": True}, {"bad": True},
        {"superseded": True}, {"precedence": "immediate"},
    ):  # fmt: skip
        assert found(message=[message("1", **taken)]) == {}
    stop = message("1", precedence="routine", phrase={"id": "stop-firing-at"})
    assert [*found(message=[stop])] == ["stop_now"]


def test_a_flood_of_messages_makes_no_flash_message_read() -> None:
    beyond = {"old": ("south", message("old"))}
    assert found({"beyond": beyond})["flash_unread"].subjects == ("old",)
    assert found({"beyond": {"old": ("south", message("old", level="read"))}}) == {}
    assert found({"beyond": {"old": ("west", message("old"))}}) == {}


def test_a_call_that_is_not_secure_alarms_and_is_over_with_the_call() -> None:
    going = found(call=[call("1", "answered", "in call", "contradicted")])["media_not_secure"]
    assert (going.subjects, going.over) == (("1",), False)
    assert found(call=[call("1", "answered", "hung up", "contradicted")])["media_not_secure"].over
    assert found(call=[call("1", "answered", "hung up", "contradicted", learnt_at=NOW - 2 * DAY)]) == {}


def test_three_calls_in_a_row_that_led_to_nobody_and_a_decline_is_contact() -> None:
    row = [call("1", "no_answer"), call("2", "unattended"), call("3", "withdrawn"), call("4", "unreachable")]
    assert found(call=row)["call_unanswered"].subjects == ("1", "2", "4")
    assert found(call=row[:3]) == {}
    for reached in ("answered", "declined", "busy"):
        assert found(call=[*row, call("5", reached)]) == {}


def test_a_silent_line_says_for_how_long_and_what_the_limit_is() -> None:
    fact = {
        "kind": "contact",
        "since": NOW - 47 * MINUTE,
        "limit": NOW - 32 * MINUTE,
        "entries": [],
        "level": None,
    }
    silent = found(overdue=[fact])["line_silent"]
    assert silent.parameters == {"minutes": 47, "limit": 15}
    late = found(overdue=[fact | {"kind": "receipt", "entries": ["b", "a"]}])
    assert [*late] == ["receipt_overdue"] and late["receipt_overdue"].subjects == ("a", "b")


def test_what_is_wrong_with_a_line_and_with_the_node() -> None:
    assert [*found(contradictions=[[{"entry": "1/2"}, {"entry": "1/2"}]])] == ["contradiction"]
    branch = {"ours": False, "after": "1/2", "parts": [1, 2]}
    assert [*found(branches=[branch])] == ["contradiction"]
    assert [*found(trouble=["link", "witness"])] == ["link_degraded", "witness_silent"]
    assert [*found(signing=False)] == [*found(key_revoked=True)] == ["not_signing"]
    assert found({"health": {"clock": {"grown_ms": 3_500}}}, trouble=["clock"])[
        "clock_offset"
    ].parameters == {"seconds": 3}
    assert [*found({"health": {"space": {"spent": True}}})] == ["disk_reserve"]
    assert found(closed=True, trouble=["link"], signing=False) == {}


def test_a_desk_that_is_held_and_cannot_be_heard() -> None:
    watched: dict[str, Any] = {"watches": [{"desk": "duty"}]}
    assert found(**watched)["no_sound"].parameters == {"desk": "duty"}
    mute = {"account": "ann", "desk": "duty", "sound": False}
    assert "no_sound" in found({"positions": [mute]})
    assert found({"positions": [mute, {"account": "ben", "desk": "duty", "sound": True}]}, **watched) == {}


def test_what_ends_within_two_weeks_and_what_this_server_knows_while_the_node_is_away() -> None:
    soon, late = NOW + 13 * DAY, NOW + 15 * DAY
    assert found({"certificate_until": late, "card_until": late}) == {}
    assert {*found({"certificate_until": soon, "card_until": soon})} == {
        "console_certificate",
        "certificate_expiring",
    }
    years_on = NOW + 1_400 * DAY
    assert {*found({"certificate_until": late, "card_until": late, "wall": years_on})} == {
        "console_certificate"
    }
    away = found({"ready": False, "failed": ("mail",), "flood": 12, "card_until": soon}, trouble=["link"])
    assert {*away} == {"node_away", "chain_failed", "flood"}


def test_a_place_read_back_otherwise_alarms_and_what_waits_beyond_its_clock_warns() -> None:
    assert found(notices={"live": 3, "differing": [], "unanswered": []}) == {}
    told = found(notices={"differing": ["a"], "unanswered": ["c", "b"], "unexplained": ["d"]})
    assert told["read_back_differs"].subjects == ("a",)
    assert told["notice_overdue"].subjects == ("b", "c", "d")


def test_a_notice_that_cannot_wait_alarms_when_it_comes_and_is_no_warning_besides() -> None:
    told = found(notices={"urgent": ["a", "b"], "unanswered": ["b", "c"]})
    assert (told["urgent_notice"].subjects, told["urgent_notice"].parameters) == (("a", "b"), {"count": 2})
    assert told["notice_overdue"].subjects == ("c",)
    assert [*found(notices={"urgent": ["a"], "unanswered": ["a"]})] == ["urgent_notice"]


def test_notices_beyond_what_a_desk_can_take_are_one_caution_whatever_their_number() -> None:
    for count in (1, 9_940):
        told = found(notices={"urgent": [], "more": {"count": count, "since": NOW}})
        assert [(each.kind, each.parameters) for each in told.values()] == [
            ("notices_more", {"count": count})
        ]
        assert not told["notices_more"].subjects, "more of them asks nobody again"
    assert found(notices={"urgent": [], "more": None}) == {}
