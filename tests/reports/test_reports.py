from tochka_sync.reports import WRITERS, ReportFormat


def test_every_format_has_a_writer():
    assert set(WRITERS) == set(ReportFormat)
