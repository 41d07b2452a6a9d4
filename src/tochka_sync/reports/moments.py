"""Moments and deadlines as a person of the plan's place says them."""

from datetime import datetime
from zoneinfo import ZoneInfo

from tochka_sync.result import PlanFacts, Result


def moment(value: datetime, plan: PlanFacts) -> str:
    """Return a moment as the clock on the plan's wall shows it."""
    return f"{value.astimezone(ZoneInfo(plan.timezone)):%d.%m.%Y %H:%M}"


def deadline(result: Result) -> tuple[str, dict[str, object]]:
    """Return which sentence says how far off the deadline is, and its facts, counted in days."""
    plan = result.plan
    zone = ZoneInfo(plan.timezone)
    due, now = plan.events_due.astimezone(zone), result.as_of.astimezone(zone)
    days = abs((due.date() - now.date()).days)
    key = "overdue" if now > due else "due"
    facts: dict[str, object] = {"due": moment(due, plan), "n": days}
    return (key if days else f"{key}-today"), facts
