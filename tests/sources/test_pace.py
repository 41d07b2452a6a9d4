from tochka_sync.sources.pace import Pace


class Clock:
    """A clock that only moves when somebody sleeps."""

    def __init__(self):
        self.now = 0.0

    def __call__(self):
        return self.now

    def sleep(self, seconds):
        self.now += seconds


def sent(count, slow_after=None):
    """The moments at which so many requests are let through."""
    clock = Clock()
    pace = Pace(clock, clock.sleep)
    moments = []
    for number in range(count):
        if number == slow_after:
            pace.slow()
        pace.wait()
        moments.append(clock.now)
    return moments


def most_in_a_minute(moments):
    return max(sum(start <= each < start + 60 for each in moments) for start in moments)


def test_a_few_requests_wait_for_nothing():
    assert sent(296)[-1] == 0


def test_no_minute_has_more_requests_than_a_projects_quota():
    moments = sent(2300)
    assert most_in_a_minute(moments) <= 300
    assert moments[-1] < 8 * 60


def test_after_a_refusal_no_minute_has_more_than_a_persons_quota():
    moments = sent(300, slow_after=20)
    assert most_in_a_minute(moments) <= 60
