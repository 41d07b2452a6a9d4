"""Results as they look when an earlier report is remembered."""

from datetime import timedelta

from tests import results
from tochka_sync.findings import Code
from tochka_sync.result import Result, Settled, Since

LAST_NIGHT = results.MORNING_AFTER - timedelta(days=1)
LONG_AGO = results.MORNING_AFTER - timedelta(days=12)


def with_news() -> Result:
    """Return the whole outcome, its date a new finding and a title found again."""
    whole = results.result()
    findings = tuple(
        each._replace(
            since=results.MORNING_AFTER
            if each.code in {Code.DATE_IMPOSSIBLE, Code.REQUIRED_MISSING}
            else LONG_AGO
        )
        for each in whole.findings
    )
    title, date = (
        next(each for each in findings if each.code is code)
        for code in (Code.REQUIRED_MISSING, Code.DATE_IMPOSSIBLE)
    )
    settled = Settled(Code.DATE_AMBIGUOUS, "sosh-8", "date", "Науку в каждый класс", LONG_AGO)
    since = Since(
        LAST_NIGHT,
        new=(date,),
        put_right=(settled,),
        open=tuple(each for each in findings if each not in (title, date)),
        reopened=(title,),
    )
    return whole._replace(findings=findings, since=since)
