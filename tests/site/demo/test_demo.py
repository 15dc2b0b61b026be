from datetime import date, timedelta
from decimal import Decimal
from io import StringIO

import pytest
from django.contrib.auth import authenticate
from django.core.management import CommandError, call_command
from django.utils import timezone
from wagtail.models import Page, Revision, Site

from pages.centre.models import Centre
from pages.pictures.models import Picture
from pages.places.models import Place, Room, RoomPage
from pages.services.models import ServicePage
from pages.topics.models import Audience
from tests.make.demo import CENTRE, service, tiny_demo
from tests.make.pictures import drawing

pytestmark = pytest.mark.django_db


def demo(folder, *words):
    """What `manage.py demo` says when it loads this folder."""
    said = StringIO()
    call_command("demo", *words, folder=folder, stdout=said)
    return said.getvalue()


def test_the_demo_is_a_published_website(tmp_path, client):
    demo(tiny_demo(tmp_path))

    html = client.get("/de/rat/miete/").content.decode()

    assert "Erst zum" in html
    assert 'href="/de/rat/"' in html
    assert "Bis bald!" in html
    assert "Kim Weber" in html


def test_the_first_reader_need_not_wait_for_pictures_to_be_drawn(tmp_path):
    folder = tiny_demo(tmp_path)
    (folder / "pictures/haus.png").write_bytes(drawing((900, 600)))
    demo(folder)

    drawn = [path.name.split(".")[2] for path in (tmp_path / "var/media/images").glob("*.avif")]

    assert "width-480" in drawn
    assert "width-800" not in drawn


def test_a_second_run_changes_nothing(tmp_path):
    folder = tiny_demo(tmp_path)
    first = demo(folder)
    before = (Revision.objects.count(), set(Page.objects.values_list("pk", "latest_revision_created_at")))

    second = demo(folder)

    assert (
        Revision.objects.count(),
        set(Page.objects.values_list("pk", "latest_revision_created_at")),
    ) == before
    assert second in first


def test_what_people_changed_in_the_demo_stays(tmp_path):
    folder = tiny_demo(tmp_path)
    demo(folder)
    Page.objects.filter(slug="rat").update(title="Guter Rat")

    demo(folder)

    assert Page.objects.filter(title="Guter Rat").exists()


def test_a_house_that_is_lived_in_is_left_alone(tmp_path, home):
    with pytest.raises(CommandError, match=r"holds other content \(1 pages\) and is left alone"):
        demo(tiny_demo(tmp_path))

    assert list(Page.objects.filter(depth__gt=1)) == [home.page_ptr]


def test_pictures_alone_are_other_content_too(tmp_path):
    Picture.objects.create(title="Fest", file="fest.png", width=1, height=1)

    with pytest.raises(CommandError, match="1 pictures"):
        demo(tiny_demo(tmp_path))


def test_rooms_and_places_alone_are_other_content_too(tmp_path):
    Room.objects.create(name="Saal", place=Place.objects.create(name="Haus"))

    with pytest.raises(CommandError, match="1 rooms, 1 places"):
        demo(tiny_demo(tmp_path))


def test_even_a_reset_leaves_another_house_alone(tmp_path, home):
    with pytest.raises(CommandError, match="is left alone"):
        demo(tiny_demo(tmp_path), "--reset", "--noinput")

    assert Page.objects.filter(pk=home.pk).exists()


def test_a_reset_builds_the_demo_anew(tmp_path, django_capture_on_commit_callbacks):
    folder = tiny_demo(tmp_path)
    demo(folder)
    Page.objects.filter(slug="rat").update(title="Verbastelt")

    with django_capture_on_commit_callbacks(execute=True):
        demo(folder, "--reset", "--noinput")

    assert set(Page.objects.filter(depth__gt=1).values_list("title", flat=True)) == {
        "Haus am Park",
        "Rat",
        "Miete",
    }
    assert len(list((tmp_path / "var/media/original_images").iterdir())) == 1


def test_a_reset_takes_rooms_places_and_audiences_along(tmp_path):
    offers = service(room="saal", audiences=["alle"], partner="/partner/stiftung/")
    rooms = {"type": "places.RoomIndexPage", "title": "Räume"}
    hall = {"type": "places.RoomPage", "title": "Saal", "room": "saal"}
    folder = tiny_demo(tmp_path, **offers, data__pages__raeume=rooms, data__pages__raeume__saal=hall)
    demo(folder)
    Audience.objects.create(name="Später dazugekommen", slug="spaeter")

    demo(folder, "--reset", "--noinput")

    counts = [model.objects.count() for model in (Place, Room, RoomPage, Audience, ServicePage)]
    assert counts == [1, 1, 1, 1, 1]


def test_a_reset_asks_first(tmp_path, monkeypatch):
    folder = tiny_demo(tmp_path)
    demo(folder)
    monkeypatch.setattr("builtins.input", lambda question: "no")

    with pytest.raises(CommandError, match="Nothing was deleted"):
        demo(folder, "--reset")

    assert Page.objects.filter(slug="rat").exists()


def test_passwords_are_made_here_kept_for_the_owner_and_work(tmp_path):
    said = demo(tiny_demo(tmp_path))

    kept = tmp_path / "var/demo-logins"
    names = dict(line.split() for line in kept.read_text().splitlines())
    assert kept.stat().st_mode & 0o777 == 0o600
    assert list(names) == ["admin", "rita", "vera"]
    assert len(set(names.values())) == 3
    for name, password in names.items():
        assert password in said
        assert authenticate(username=name, password=password)


def test_lost_passwords_are_made_anew(tmp_path):
    folder = tiny_demo(tmp_path)
    demo(folder)
    (tmp_path / "var/demo-logins").unlink()

    demo(folder)

    name, password = (tmp_path / "var/demo-logins").read_text().splitlines()[1].split()
    assert authenticate(username=name, password=password)


def test_somebody_who_was_there_before_keeps_the_account(tmp_path, django_user_model):
    django_user_model.objects.create_user("rita", password="geheim")

    with pytest.raises(CommandError, match="there is a user “rita” already"):
        demo(tiny_demo(tmp_path))

    assert authenticate(username="rita", password="geheim")


def test_a_mistake_in_the_data_leaves_nothing_behind(tmp_path):
    folder = tiny_demo(tmp_path, data__centre={"name": "Haus", "logo": "gibt-es-nicht"})

    with pytest.raises(CommandError, match=r"centre.yaml → logo: there is no picture “gibt-es-nicht”"):
        demo(folder)

    assert not Page.objects.filter(depth__gt=2).exists()
    assert not Picture.objects.exists()
    assert list((tmp_path / "var/media/original_images").iterdir()) == []


def test_days_count_from_the_day_of_loading(tmp_path):
    closures = [{"first_day": "today+14d", "last_day": "2099-01-02", "reason": "Ausflug"}]
    demo(tiny_demo(tmp_path, data__centre={**CENTRE["data/centre.yaml"], "closures": closures}))

    closed = Centre.objects.get().closures.get()

    assert closed.first_day == timezone.localdate() + timedelta(days=14)
    assert closed.last_day == date(2099, 1, 2)


def test_the_site_answers_at_the_address_of_today(tmp_path, settings):
    folder = tiny_demo(tmp_path)
    demo(folder)
    settings.SITE_URL = "http://127.0.0.1:8123"

    demo(folder)

    assert Site.objects.get().root_url == "http://127.0.0.1:8123"


def test_pages_stand_in_the_order_of_the_data_and_opened_one_after_the_other(tmp_path):
    second = {"type": "standard.StandardPage", "title": "Später", "order": 2}
    first = {"type": "standard.StandardPage", "title": "Zuerst", "order": 1}
    demo(tiny_demo(tmp_path, data__pages__a=second, data__pages__b=first))

    children = Site.objects.get().root_page.get_children()

    assert [page.title for page in children] == ["Rat", "Zuerst", "Später"]
    opened = [page.first_published_at for page in children]
    assert opened == sorted(opened)
    assert opened[0] < timezone.now() - timedelta(days=30)


def test_a_picture_keeps_in_view_what_matters(tmp_path):
    demo(tiny_demo(tmp_path))

    focal = Picture.objects.get().get_focal_point()

    assert (focal.left, focal.top, focal.right, focal.bottom) == (10, 10, 30, 30)


def test_a_page_names_pages_that_stand_behind_it(tmp_path):
    demo(
        tiny_demo(
            tmp_path,
            **service(
                registration="form",
                registration_form="/anmeldung/",
                partner="/partner/stiftung/",
                fundings=[
                    ["/partner/stiftung/"],
                    {"funder": "/partner/stiftung/", "first_day": "today-9d", "last_day": "today+20d"},
                ],
            ),
        )
    )

    sewing = ServicePage.objects.get()

    assert sewing.registration_form.title == "Anmeldung"
    assert sewing.partner.title == "Stiftung"
    today = timezone.localdate()
    assert [(each.funder.title, each.first_day, each.last_day) for each in sewing.fundings.all()] == [
        ("Stiftung", None, None),
        ("Stiftung", today - timedelta(days=9), today + timedelta(days=20)),
    ]
    assert sewing.latest_revision.content["partner"] == sewing.partner.pk


def test_times_audiences_and_rooms_are_written_short(tmp_path):
    times = [[4, "15:00", "18:00"], [6, "10:00", "12:00", {"de": "im Winter", "en": "in winter"}]]
    demo(tiny_demo(tmp_path, **service(times=times, audiences=["alle"], room="saal", languages=["de", "ar"])))

    sewing = ServicePage.objects.get()

    assert [str(time) for time in sewing.times.all()] == ["Donnerstag 15:00–18:00", "Samstag 10:00–12:00"]
    assert sewing.times.last().note == {"de": "im Winter", "en": "in winter"}
    assert [str(each) for each in sewing.audiences.all()] == ["Alle"]
    assert sewing.languages == ["de", "ar"]
    assert sewing.room.is_step_free
    assert [(str(each), each.price, each.unit) for each in sewing.room.tariffs.all()] == [
        ("Vereine", Decimal("12.50"), "hour"),
        ("Firmen", 90, "day"),
    ]
