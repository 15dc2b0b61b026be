"""From which number on something is worth a look, and from which it is broken."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils import timezone
from django.utils.translation import override

from pages.mailings.models import Installation
from quartier.operations.doctor.concerns import backups, certificate, disk, versions, work
from quartier.operations.doctor.finding import State

GOOD, LOOK, BROKEN = State
NOW = datetime(2026, 11, 26, 12, tzinfo=UTC)


@pytest.mark.parametrize(("free", "state"), [(50_000, GOOD), (1_999, LOOK), (299, BROKEN)])
def test_room_on_the_disk(free, state):
    assert disk.space(free).state == state


@pytest.mark.parametrize(
    ("since", "state", "says"),
    [
        (timedelta(hours=1), GOOD, "eine Stunde alt"),
        (timedelta(hours=35), GOOD, "35 Stunden alt"),
        (timedelta(days=2), LOOK, "2 Tage alt"),
        (timedelta(days=9), BROKEN, "9 Tage alt"),
    ],
)
def test_age_of_the_newest_backup(since, state, says):
    found = backups.age(since)

    assert found.state == state
    assert says in found.sentence


def test_a_backup_that_was_never_made_and_one_beside_the_data(settings, tmp_path):
    settings.DATA_DIR, settings.BACKUP_DIR = tmp_path, tmp_path / "backups"
    (missing,) = backups.look_at(None)

    settings.BACKUP_DIR.mkdir()
    (settings.BACKUP_DIR / "half-made.tar").touch()
    (settings.BACKUP_DIR / f"{datetime.now(UTC):quartier-%Y%m%dT%H%M%SZ}.tar").touch()
    fresh, beside = backups.look_at(None)

    assert (missing.state, fresh.state, beside.state) == (BROKEN, GOOD, LOOK)
    assert "auf derselben Festplatte" in beside.sentence


@pytest.mark.parametrize(("days", "state"), [(60, GOOD), (20, GOOD), (19, LOOK), (6, BROKEN), (0, BROKEN)])
def test_days_that_a_certificate_has_left(days, state):
    assert certificate.remaining(timedelta(days=days, hours=3)).state == state


@pytest.mark.parametrize(
    ("today", "state"),
    [(date(2026, 11, 26), GOOD), (date(2027, 6, 1), LOOK), (date(2027, 11, 1), BROKEN)],
)
def test_how_long_a_version_is_mended(today, state):
    found = versions.supported("Python 3.11", versions.PYTHON[3, 11], today)

    assert found.state == state
    with override("en"):
        assert "10/2027" in found.sentence


def test_every_version_that_may_run_here_is_written_down():
    assert (3, 11) in versions.PYTHON
    assert (5, 2) in versions.DJANGO
    assert versions.supported("Python 4.0", None, date(2026, 11, 26)).state == GOOD


@pytest.mark.parametrize(
    ("last", "state"),
    [(None, BROKEN), (NOW - timedelta(hours=1), BROKEN), (NOW - timedelta(minutes=3), GOOD)],
)
def test_work_that_is_done_by_itself(last, state):
    assert work.running(last, NOW).state == state


@pytest.mark.parametrize(
    ("machines", "cache", "bucket", "says"),
    [
        (1, "", "", []),
        (2, "redis://cache/0", "haus", []),
        (2, "", "haus", ["2 Maschinen"]),
        (3, "", "", ["3 Maschinen", "3 Maschinen"]),
    ],
)
def test_machines_that_share_too_little(settings, machines, cache, bucket, says):
    settings.CACHE_URL, settings.S3 = cache, {"name": bucket}

    found = list(work.together(machines))

    assert [each.sentence[:11] for each in found] == says
    assert {each.state for each in found} <= {LOOK}


@pytest.mark.django_db
def test_only_machines_that_were_at_work_lately_count(settings):
    settings.CACHE_URL, now = "", timezone.now()
    for mark, minutes in {"a": 1, "b": 15, "gone": 60}.items():
        Installation.objects.create(mark=mark, anchor=mark, seen_at=now - timedelta(minutes=minutes))

    with override("de"):
        told = " ".join(found.sentence for found in work.look_at(None))

    assert "2 Maschinen arbeiten hier" in told
