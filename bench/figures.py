"""One figure: its name, what was measured in each run, the goal beside it."""

from dataclasses import dataclass
from statistics import median
from typing import Any


@dataclass(frozen=True, slots=True, kw_only=True)
class Goal:
    """What the design asks for; a figure must be at most (or at least) this."""

    must: float
    moonshot: float | None = None
    at_least: bool = False

    def reached(self, value: float) -> bool:
        """Whether a value is as good as it must be."""
        return value >= self.must if self.at_least else value <= self.must

    def __str__(self) -> str:
        sign = "≥" if self.at_least else "≤"
        moonshot = "" if self.moonshot is None else f", moonshot {self.moonshot:g}"
        return f"must {sign} {self.must:g}{moonshot}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """A name, the value of each run, a unit."""

    name: str
    values: tuple[float, ...]
    unit: str
    goal: Goal | None = None
    note: str = ""

    @property
    def median(self) -> float:
        """The value that is quoted."""
        return median(self.values)

    def line(self) -> str:
        """One line for people."""
        runs = len(self.values)
        spread = f"[{_short(min(self.values))} … {_short(max(self.values))}, {runs} runs]" if runs > 1 else ""
        verdict = ""
        if self.goal:
            verdict = f"{self.goal}: {'reached' if self.goal.reached(self.median) else 'MISSED'}"
        parts = (f"{self.name:<48}", f"{_short(self.median):>9} {self.unit:<6}", f"{spread:<30}", verdict)
        return "  ".join(parts).rstrip() + (f"  ({self.note})" if self.note else "")

    def to_json(self) -> dict[str, Any]:
        """For programs."""
        return {"name": self.name, "median": self.median, "values": list(self.values), "unit": self.unit}


def percentile(values: list[float], percent: float) -> float:
    """The value below which so many percent lie."""
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(len(ordered) * percent / 100))]


def _short(value: float) -> str:
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:.2f}"
