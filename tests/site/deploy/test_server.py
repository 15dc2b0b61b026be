"""Setting up a server, updating it, going back: the real scripts below another root, with a tiny program."""

import os
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.site.deploy.nginx import StandIn

DEPLOY = Path(__file__).parents[3] / "site/deploy"
TOOLS = ("git", "curl", "openssl", "envsubst", "flock")
MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]
pytestmark = pytest.mark.skipif(bool(MISSING), reason=f"{', '.join(MISSING)} not installed")

MANAGE = """
import os, sys
from pathlib import Path
release, said = Path.cwd(), " ".join(sys.argv[1:])
with open(os.environ["RECORD"], "a") as record:
    record.write(f"{(release / 'name').read_text()}: manage {said}\\n")
if said.startswith("catalogues"):
    Path(os.environ["DATA_DIR"], "cache").mkdir()
if said.startswith("restore") and (release / "unreadable").exists():
    sys.exit(1)
if said == "check" and os.environ.get("MAIL_PER_MINUTE") == "many":
    sys.exit("MAIL_PER_MINUTE is no number.")
if said == "pending":
    sys.exit(int((release / "ahead").read_text()))
if said.startswith("migrate") and (release / "broken").exists():
    sys.exit(1)
"""
SYSTEMCTL = """#!/bin/sh
echo "$(cat "$ROOT/opt/quartier/current/name" 2>/dev/null): systemctl $*" >>"$RECORD"
"""


class Ready(StandIn):
    """A web process: ready, unless the program that runs is a lame one."""

    link = None

    @property
    def status(self):
        return 503 if (self.link / "lame").exists() else 200

    @status.setter
    def status(self, value):
        pass


class Server:
    """A machine below a folder, and the source that its releases come from."""

    def __init__(self, folder):
        self.root, self.source, self.record = folder / "root", folder / "source", folder / "record"
        self.code = self.root / "opt/quartier"
        systemctl = folder / "systemctl"
        systemctl.write_text(SYSTEMCTL)
        systemctl.chmod(0o755)
        self.webs = [Ready(), Ready()]
        for web in self.webs:
            web.link = self.code / "current"
        self.environment = {
            **os.environ,
            "ROOT": str(self.root),
            "SOURCE": str(self.source),
            "VENV": sys.prefix,
            "SYSTEMCTL": str(systemctl),
            "RECORD": str(self.record),
            "WEB_PORTS": " ".join(str(web.port) for web in self.webs),
            "PATIENCE": "2",
        }
        shutil.copytree(DEPLOY, self.source / "site/deploy")
        for name in ("blocks", "pages"):
            (self.source / name).mkdir()
            (self.source / name / "__init__.py").touch()
        (self.source / "manage.py").write_text(MANAGE)
        (self.source / "requirements.txt").touch()
        (self.source / "app/migrations").mkdir(parents=True)
        self.git("init", "-q", "-b", "main")
        self.release("one", **{"app/migrations/0001_initial.py": "the first tables"})

    def git(self, *words):
        names = ("-c", "user.name=A", "-c", "user.email=a@b.example")
        subprocess.run(["git", *names, *words], cwd=self.source, check=True, capture_output=True)

    def release(self, name, *, ahead=0, **files):
        """A newer program; `ahead` is what it says of the tables."""
        for path, text in {"name": name, "ahead": str(ahead), **files}.items():
            (self.source / path).write_text(text)
        self.git("add", "-A")
        self.git("commit", "-q", "-m", name)

    def run(self, script, *words):
        """Whether the script was content, and all that it said."""
        return self._ask(DEPLOY / "server" / script, *words)

    def quartier(self, *words):
        """The same of the one command that the operator has."""
        return self._ask(self.root / "usr/local/bin/quartier", *words)

    def _ask(self, *command):
        self.record.write_text("")
        done = subprocess.run(command, env=self.environment, capture_output=True, text=True)
        return done.returncode == 0, done.stdout + done.stderr

    @property
    def runs(self):
        return (self.code / "current/name").read_text()

    def done(self):
        """Commands of releases and of systemd, in order, without those that prepare."""
        dull = ("catalogues", "collectstatic", "daemon-reload", "is-active")
        return [
            line for line in self.record.read_text().splitlines() if not any(word in line for word in dull)
        ]


@pytest.fixture
def server(tmp_path):
    server = Server(tmp_path)
    content, said = server.run("install", "www.haus.example", "haus.example")
    assert content, said
    yield server
    for web in server.webs:
        web.stop()


def test_a_server_is_set_up_with_a_key_of_its_own_and_may_be_set_up_again(server):
    settings = server.root / "etc/quartier/quartier.env"
    before = settings.read_text()

    content, said = server.run("install")

    assert content, said
    assert settings.read_text() == before
    assert settings.stat().st_mode & 0o777 == 0o640
    assert len(before.partition("SECRET_KEY=")[2].split()[0]) == 80
    assert "ALLOWED_HOSTS=www.haus.example,haus.example" in before
    nginx = (server.root / "etc/nginx/conf.d/quartier.conf").read_text()
    assert "server_name www.haus.example haus.example;" in nginx
    assert "${" not in nginx
    units = {path.name for path in (server.root / "etc/systemd/system").iterdir()}
    assert {"quartier-web@.service", "quartier-worker.service", "quartier-backup.timer"} <= units


def test_what_is_built_as_root_leaves_nothing_of_roots_among_the_data(server):
    made = [path.name for path in (server.root / "var/lib/quartier").iterdir()]

    assert "static" in made
    assert "cache" not in made


def test_an_update_migrates_and_then_restarts_one_process_after_the_other(server):
    server.release("two", ahead=2)
    first, second = (web.port for web in server.webs)

    content, said = server.run("update")

    assert content, said
    assert server.runs == "two"
    done = [line for line in server.done() if "backup" not in line]
    assert done == [
        "two: manage pending",
        "two: manage migrate --verbosity 0",
        f"two: systemctl restart quartier-web@{first}",
        f"two: systemctl restart quartier-web@{second}",
        "two: systemctl restart quartier-worker",
    ]
    assert any(line.startswith("one: manage backup") for line in server.done())


def test_a_release_that_does_not_come_up_is_taken_back(server):
    server.release("two", lame="")

    content, said = server.run("update")

    assert not content
    assert "did not become ready" in said
    assert server.runs == "one"
    restarts = [line for line in server.done() if "restart quartier-web" in line]
    assert [line.split(":")[0] for line in restarts] == ["two", "one", "one"]


def test_what_the_running_site_would_not_stand_is_not_done_behind_its_back(server):
    server.release("two", ahead=3)

    content, said = server.run("update")

    assert not content
    assert "Stop it for this update" in said
    assert server.runs == "one"
    assert server.done() == ["two: manage pending"]


def test_with_a_pause_the_site_stops_before_its_tables_change_and_the_way_back_is_a_backup(server):
    server.release("two", ahead=3)

    content, said = server.run("update", "--pause")

    assert content, said
    done = server.done()
    stop = next(place for place, line in enumerate(done) if "systemctl stop" in line)
    backup = next(place for place, line in enumerate(done) if "manage backup" in line)
    assert stop < backup < done.index("two: manage migrate --verbosity 0")
    content, said = server.run("rollback")
    assert not content
    assert "rollback --restore" in said
    assert server.runs == "two"


def test_the_way_back_from_a_pause_brings_the_tables_of_that_moment(server):
    server.release("two", ahead=3)
    server.run("update", "--pause")

    content, said = server.run("rollback", "--restore")

    assert content, said
    assert server.runs == "one"
    stopped, kept, restored, *_started = server.done()
    assert "two: systemctl stop" in stopped
    assert "two: manage backup" in kept
    assert restored.startswith("one: manage restore --replace www.haus.example ")
    again, why = server.run("rollback")
    assert not again
    assert "no release before" in why


def test_a_way_back_that_fails_leaves_the_newer_release_running(server):
    server.release("two", ahead=3)
    server.run("update", "--pause")
    (server.code / "previous/unreadable").touch()

    content, said = server.run("rollback", "--restore")

    assert not content
    assert "nothing was changed" in said
    assert server.runs == "two"
    assert "systemctl start" in server.done()[-1]


def test_after_a_pause_the_site_is_started_whatever_went_wrong(server):
    server.release("two", ahead=3)
    (server.root / "etc/nginx/conf.d/quartier.conf.new").mkdir()  # in the way of a file

    content, _said = server.run("update", "--pause")

    assert not content
    assert "systemctl start" in server.done()[-1]


def test_an_nginx_that_refuses_its_configuration_keeps_the_old_one_and_the_update_goes_on(server):
    file = server.root / "etc/nginx/conf.d/quartier.conf"
    file.write_text("# the old one\n")
    server.release("two", ahead=3)
    server.environment["NGINX"] = "false"

    content, said = server.run("update", "--pause")

    assert not content
    assert "keeps the old one" in said
    assert file.read_text() == "# the old one\n"
    assert server.runs == "two"
    assert sum("systemctl restart quartier-web" in line for line in server.done()) == 2


def test_nginx_is_left_alone_where_nothing_changes_for_it(server):
    server.environment["NGINX"] = "true"
    server.release("two")
    server.run("update")
    left_alone = server.done()
    settings = server.root / "etc/quartier/quartier.env"
    settings.write_text(settings.read_text().replace(",haus.example", ",haus.example,altes-haus.example"))

    server.run("update")

    assert not any("reload" in line for line in left_alone)
    assert any("reload-or-restart nginx" in line for line in server.done())


def test_a_release_that_is_taken_back_has_its_own_stylesheets_collected_again(server):
    server.release("two", lame="")

    server.run("update")

    collected = [line for line in server.record.read_text().splitlines() if "collectstatic" in line]
    assert [line.split(":")[0] for line in collected] == ["two", "one"]


def test_an_update_that_failed_can_be_tried_again_and_three_of_its_backups_stay(server):
    backups = server.root / "var/lib/quartier/backups"
    backups.mkdir()
    for day in range(1, 5):
        kept = backups / f"before-{day}.quartier"
        kept.touch()
        os.utime(kept, (day, day))
    server.release("two", ahead=2, broken="")

    server.run("update")

    assert {path.name for path in backups.iterdir()} == {f"before-{day}.quartier" for day in (2, 3, 4)}
    (first,) = [line for line in server.done() if "manage backup" in line]
    time.sleep(1.1)  # names tell seconds
    server.run("update")
    (second,) = [line for line in server.done() if "manage backup" in line]
    assert first != second


def test_there_is_a_folder_for_the_backup_before_an_update_wherever_the_others_lie(server):
    server.release("two", ahead=2)

    server.run("update")

    assert (server.root / "var/lib/quartier/backups").stat().st_mode & 0o777 == 0o700


def test_tables_that_cannot_be_changed_leave_the_site_as_it_was(server):
    server.release("two", ahead=3, broken="")

    content, said = server.run("update", "--pause")

    assert not content
    assert "goes on with what ran before" in said
    assert server.runs == "one"
    assert "systemctl start" in server.done()[-1]


def test_a_release_that_rewrites_old_migrations_is_refused(server):
    server.release("two", **{"app/migrations/0001_initial.py": "other tables"})

    content, said = server.run("update")

    assert not content
    assert "app/migrations/0001_initial.py" in said
    assert server.runs == "one"


def test_one_goes_back_and_forth_between_two_releases(server):
    server.release("two")
    server.run("update")

    content, said = server.run("rollback")

    assert content, said
    assert server.runs == "one"
    assert not any("migrate" in line for line in server.done())
    assert server.run("rollback")[0]
    assert server.runs == "two"


def test_the_last_three_releases_are_kept_and_a_named_one_can_be_wanted(server):
    for name in ("two", "three", "four"):
        server.release(name)
        assert server.run("update")[0]

    assert len(list((server.code / "releases").iterdir())) == 3
    assert server.run("update", "HEAD~2")[0]
    assert server.runs == "two"


def test_settings_are_read_and_never_executed(server, tmp_path):
    settings = server.root / "etc/quartier/quartier.env"
    with settings.open("a") as more:
        more.write(f'MAIL_FROM="Haus <a@b.example>"\nDKIM_SELECTORS=$(touch {tmp_path}/executed)\n')

    content, said = server.run("update")

    assert content, said
    assert not (tmp_path / "executed").exists()


def test_changed_settings_are_looked_at_first_and_then_taken_by_one_process_after_the_other(server):
    settings = server.root / "etc/quartier/quartier.env"
    right = settings.read_text()
    settings.write_text(f"{right}MAIL_PER_MINUTE= many  \n")
    refused, why = server.quartier("restart")
    restarts = [line for line in server.done() if "restart" in line]
    settings.write_text(right.replace(",haus.example", ",altes-haus.example"))

    content, said = server.quartier("restart")

    assert not refused
    assert "MAIL_PER_MINUTE is no number." in why
    assert restarts == []
    assert content, said
    restarted = [line for line in server.done() if "restart quartier" in line]
    assert [line.split("-")[1].split("@")[0] for line in restarted] == ["web", "web", "worker"]
    nginx = (server.root / "etc/nginx/conf.d/quartier.conf").read_text()
    assert "server_name www.haus.example altes-haus.example;" in nginx


def test_one_command_updates_goes_back_and_does_what_the_program_can(server):
    server.release("two")
    updated, _said = server.quartier("update")
    went_to = server.runs

    went_back, _said = server.quartier("rollback")

    assert updated
    assert went_to == "two"
    assert went_back
    assert server.runs == "one"
    assert server.quartier("doctor", "--language", "en")[0]
    assert server.done() == ["one: manage doctor --language en"]


def test_the_nightly_backup_may_write_where_the_operator_wants_it_and_the_missing_folder_is_named(server):
    unit = server.root / "etc/systemd/system/quartier-backup.service.d/backup-dir.conf"
    settings = server.root / "etc/quartier/quartier.env"
    before = settings.read_text()
    settings.write_text(f"{before}BACKUP_DIR=/mnt/100% other\n")

    _content, said = server.quartier("restart")

    assert unit.read_text() == '[Service]\nReadWritePaths="-/mnt/100%% other"\n'
    assert "There is no /mnt/100% other yet" in said
    settings.write_text(before)
    assert server.quartier("restart")[0]
    assert not unit.exists()
