"""/metrics: behind a token; summed up over processes, the ended ones too."""

import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import DatabaseError
from django.utils import timezone

from quartier.backups.keeping import NAME
from quartier.operations.models import JobRun
from quartier.reporting import gauges
from tests.make.mailings import mailing, subscribers

HOUSE = Path(__file__).parents[3]
COUNT = """
import sys
from quartier.reporting import figures
figures.note("page", 200, "hit", 0.002)
figures.note("page", 200, "nonsense", 0.002)
figures.note(sys.argv[1], 99999, "miss", 0.2)
if sys.argv[2:]:
    from prometheus_client import generate_latest
    from quartier.reporting.views import Told
    print(generate_latest(Told(figures.counted())).decode())
"""


def count(folder, *words):
    environment = {**os.environ, "PROMETHEUS_MULTIPROC_DIR": str(folder), "PYTHONPATH": "site:."}
    environment["DJANGO_SETTINGS_MODULE"] = "quartier.settings.test"
    begin = "import django; django.setup()" if words[1:] else ""
    command = [sys.executable, "-c", begin + COUNT, *words]
    return subprocess.run(
        command, cwd=HOUSE, env=environment, check=True, capture_output=True, text=True
    ).stdout


def test_figures_are_those_of_all_processes_and_none_is_lost_when_one_ends(tmp_path):
    count(tmp_path, "admin")
    count(tmp_path, "made of what somebody sent")
    told = count(tmp_path, "admin", "and tell")

    assert 'quartier_requests_total{kind="page",status="200"} 6.0' in told
    assert 'quartier_requests_total{kind="admin",status="0"} 2.0' in told
    assert 'quartier_requests_total{kind="other",status="0"} 1.0' in told
    assert 'quartier_copies_total{copy="hit"} 3.0' in told
    assert 'quartier_request_seconds_bucket{kind="page",le="0.0025"} 6.0' in told
    assert "somebody" not in told
    assert "nonsense" not in told
    again = count(tmp_path, "admin", "and tell")
    assert 'quartier_requests_total{kind="page",status="200"} 8.0' in again
    ended = {file.name for file in tmp_path.glob("*_ended.db")}
    assert ended == {"counter_ended.db", "histogram_ended.db"}
    assert len(list(tmp_path.glob("*.db"))) == 4  # of the last one, which nobody has asked since


@pytest.mark.parametrize("given", [None, "Bearer ", "Bearer wrong", "Basic token", "token", "Bearer tökén"])
def test_without_the_token_there_is_nothing(client, settings, given, db):
    for token in ("", "token"):
        settings.METRICS_TOKEN = token
        headers = {"Authorization": given} if given else {}

        assert client.get("/metrics", headers=headers, follow=True).status_code == 404


@pytest.mark.django_db
def test_queues_jobs_and_backups_are_told_without_naming_anybody(settings, tmp_path):
    settings.BACKUP_DIR = tmp_path
    made_at = timezone.now() - timedelta(days=2)
    (tmp_path / made_at.strftime(NAME)).touch()
    subscribers(3)
    mailing()
    JobRun.objects.create(name="send mail", trouble="OSError")

    told = {
        sample.name + str(sample.labels): sample.value
        for metric in gauges.looked_up()
        for sample in metric.samples
    }

    assert told["quartier_database_up{}"] == 1
    assert told["quartier_newsletter_mails{'state': 'queued'}"] == 3
    assert told["quartier_job_failed{'job': 'send mail'}"] == 1
    assert told["quartier_database_bytes{}"] > 0
    assert told["quartier_backup_age_seconds{}"] == pytest.approx(2 * 24 * 3600, abs=60)
    assert "@" not in str(told)


def test_without_a_database_it_is_told_that_it_is_gone(monkeypatch):
    def gone():
        raise DatabaseError

    monkeypatch.setattr(gauges, "jobs", gone)

    [up] = gauges.looked_up()
    assert up.samples[0].value == 0
