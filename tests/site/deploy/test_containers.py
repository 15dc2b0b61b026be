"""The containers, as far as they can be looked at without running them."""

import re
from pathlib import Path

import yaml

from quartier.settings import production

ROOT = Path(__file__).parents[3]
HERE = ROOT / "site/deploy/containers"
COMPOSE = yaml.safe_load((HERE / "compose.yaml").read_text())
SERVICES = COMPOSE["services"]
DOCKERFILE = (HERE / "Dockerfile").read_text()


def test_every_image_is_of_a_certain_version():
    images = [service["image"] for service in SERVICES.values() if "build" not in service]
    images += re.findall(r"^FROM (\S+)", DOCKERFILE, re.M)

    assert len(images) == 6
    assert [image for image in images if not re.search(r":v?\d+\.\d+", image)] == []


def test_what_is_copied_into_an_image_is_there_and_not_left_out():
    ignored = (ROOT / ".dockerignore").read_text().splitlines()

    for words in re.findall(r"^COPY (?!--from)(.*)$", DOCKERFILE, re.M):
        for path in words.split()[:-1]:
            assert (ROOT / path).exists(), path
            assert f"!{path.split('/')[0]}" in ignored


def test_only_nginx_is_reached_from_outside_and_nobody_is_root():
    assert [name for name, service in SERVICES.items() if "ports" in service] == ["nginx"]
    assert re.findall(r"^USER (.*)$", DOCKERFILE, re.M) == ["quartier", "quartier"]
    ours = [service for service in SERVICES.values() if "build" in service]
    assert len(ours) == 5
    assert all(service["read_only"] and service["cap_drop"] == ["ALL"] for service in ours)


def test_nginx_knows_the_web_processes_by_name():
    named = re.findall(r"server (\S+):8000", (HERE / "start-nginx").read_text())

    assert named == [name for name in SERVICES if name.startswith("web-")]


def test_the_example_names_all_that_must_be_said():
    needed = set(re.findall(r"\$\{([A-Z_0-9]+):\?\}", (HERE / "compose.yaml").read_text()))

    said = set(re.findall(r"^([A-Z_0-9]+)=", (HERE / "example.env").read_text(), re.M))

    assert needed <= said


def test_the_program_reads_every_setting_that_it_is_given():
    known = set(production.env.dump())

    given = set(SERVICES["web-a"]["environment"])

    assert given <= known


def test_whatever_can_be_set_reaches_the_program():
    """All but the place of its data, which is a volume. No value here means: as `.env` has it."""
    known = set(re.findall(r"^\| `([A-Z0-9_]+)` \|", (ROOT / "site/README.md").read_text(), re.M))

    given = set(SERVICES["web-a"]["environment"])

    assert len(known) > 20
    assert known - given == {"DATA_DIR"}
