"""What the doctor finds in the content: links, pictures, dates, search, legal pages."""

import pytest
from allauth.mfa.models import Authenticator
from django.core.files.base import ContentFile
from wagtail.models import PageViewRestriction

from pages.events.models import Occurrence
from pages.standard.models import Purpose
from quartier.operations.doctor import typed
from quartier.operations.doctor.concerns import accounts, dates, legal, links, pictures, searching
from quartier.operations.doctor.finding import State
from quartier.operations.doctor.patience import Patience
from quartier.search.models import PlainText
from tests.make.events import calendar, event
from tests.make.pages import plain_page
from tests.make.pictures import picture

pytestmark = pytest.mark.django_db


def found(concern):
    return list(concern.look_at(Patience(30)))


def sentences(concern):
    return [one.sentence for one in found(concern)]


def linking(home, html, title="Wegweiser"):
    return plain_page(home, title, body=[("text", html)])


def to(page):
    return f'<p>Zum <a linktype="page" id="{page.pk}">Saal</a>.</p>'


def test_links_that_lead_somewhere_are_well(home):
    linking(home, to(plain_page(home, "Saal")))

    assert [one.state for one in found(links)] == [State.GOOD]


def test_a_link_to_a_withdrawn_a_closed_and_a_deleted_page_is_named_with_its_page(home):
    withdrawn, closed, deleted = (plain_page(home, name) for name in ("Saal", "Vorstand", "Küche"))
    for number, page in enumerate((withdrawn, closed, deleted)):
        linking(home, to(page), f"Wegweiser {number}")
    withdrawn.unpublish()
    PageViewRestriction.objects.create(page=closed, restriction_type="login")
    deleted.delete()

    assert sorted(sentences(links)) == [
        "„Wegweiser 0“ verweist auf „Saal“. Diese Seite ist nicht veröffentlicht oder nicht für alle.",
        "„Wegweiser 1“ verweist auf „Vorstand“. Diese Seite ist nicht veröffentlicht oder nicht für alle.",
        "„Wegweiser 2“ verweist auf eine Seite, die gelöscht wurde.",
    ]
    assert all(one.where.startswith("/admin/pages/") for one in found(links))


def test_what_nobody_reads_may_link_wherever_it_likes(home):
    gone = plain_page(home, "Saal")
    linking(home, to(gone)).unpublish()
    gone.unpublish()

    assert [one.state for one in found(links)] == [State.GOOD]


@pytest.mark.parametrize(
    ("address", "is_right"),
    [
        ("/de/saal/", True),
        ("/de/saal", True),
        ("/saal/", True),
        ("http://testserver/de/saal/#boden", True),
        ("/de/", True),
        ("/sitemap.xml", True),
        ("https://andere.example/de/keller/", True),
        ("mailto:haus@park.example", True),
        ("#boden", True),
        ("http://[kaputt", True),
        ("/de/keller/", False),
        ("/keller/", False),
        ("http://testserver/de/keller/?a=b", False),
        ("/de/saal/keller/", False),
        ("/de/%00/", False),
    ],
)
def test_addresses_of_this_site_that_were_typed_are_followed(home, address, is_right):
    plain_page(home, "Saal", slug="saal")
    linking(home, f'<p>Zum <a href="{address}">Saal</a>.</p>')

    said = sentences(links)

    expected = ["Alle Links innerhalb der Website führen an ein Ziel."]
    assert said == (expected if is_right else [f"„Wegweiser“ verweist auf {address}, und dort ist nichts."])


def test_addresses_are_read_out_of_whatever_is_stored():
    stored = '[{"value": {"address": "/a/", "text": "<p><a href=\\"/b/?x=1&amp;y\\">b</a></p>"}}]'

    assert list(typed.addresses(stored)) == ["/a/", "/b/?x=1&y"]
    assert list(typed.addresses('<a href="/c/">c</a>')) == ["/c/"]


@pytest.mark.usefixtures("own_files")
def test_a_picture_whose_file_is_gone_is_named(home):
    there, gone = picture("Fest"), picture("Garten", name="garten.png")
    there.get_rendition("width-40")
    assert [one.state for one in found(pictures)] == [State.GOOD]

    gone.file.storage.delete(gone.file.name)
    (one,) = found(pictures)

    assert one.state == State.BROKEN
    assert gone.file.name in one.sentence


@pytest.mark.usefixtures("own_files")
def test_a_smaller_version_without_a_picture_or_without_a_file_is_told(home):
    version = picture("Fest").get_rendition("width-40")
    version.file.storage.save("images/niemandes.png", ContentFile(b"niemandes"))
    version.file.storage.delete(version.file.name)

    said = sentences(pictures)

    assert said == [
        "Eine verkleinerte Fassung eines Bildes ist weg.",
        "Eine verkleinerte Fassung eines Bildes liegt nutzlos da.",
    ]


def test_a_date_too_few_is_broken(home):
    page = event(calendar(home), "Nähcafé")
    assert [one.state for one in found(dates)] == [State.GOOD]

    Occurrence.objects.filter(page=page).delete()
    (one,) = found(dates)

    assert one.state == State.BROKEN
    assert "Nähcafé" in one.sentence


def test_pages_that_the_search_has_forgotten_or_remembers_wrongly(home):
    plain_page(home, "Saal")
    old = plain_page(home, "Küche")
    assert [one.state for one in found(searching)] == [State.GOOD]

    PlainText.objects.filter(page__title="Saal").delete()
    PlainText.objects.filter(page=old.pk).update(text="früher")

    assert sentences(searching) == [
        "Eine veröffentlichte Seite findet die Suche nicht.",
        "Die Suche kennt von manchen Seiten noch den früheren Text: Küche.",
    ]


def test_pages_that_the_law_asks_for_are_missing_unfinished_or_well(home):
    plain_page(home, "Impressum", purpose=Purpose.IMPRINT, summary="Verein [[Name]] in Berlin")
    plain_page(home, "Datenschutz", purpose=Purpose.PRIVACY, live=False)
    plain_page(home, "Barrierefreiheit", purpose=Purpose.ACCESSIBILITY)

    imprint, privacy, accessibility = found(legal)

    assert (imprint.state, privacy.state, accessibility.state) == (State.LOOK, State.BROKEN, State.GOOD)
    assert "Name" in imprint.sentence


def test_passwords_of_the_demo_are_told_as_long_as_they_open(settings, tmp_path, django_user_model):
    settings.DATA_DIR = tmp_path
    (tmp_path / "demo-logins").write_text("admin abcd-efgh\n")
    admin = django_user_model.objects.create_superuser("admin", "a@haus.example", "abcd-efgh")
    assert any("Demo sind offen: admin" in said for said in sentences(accounts))

    admin.set_password("etwas anderes")
    admin.save()

    assert not any("Demo" in said for said in sentences(accounts))


def test_administrators_without_a_second_key_are_named_until_they_have_one(django_user_model):
    admin = django_user_model.objects.create_superuser("samira", "s@haus.example", "x")
    assert any(said.startswith("Ohne zweiten Schlüssel: samira.") for said in sentences(accounts))

    Authenticator.objects.create(user=admin, type=Authenticator.Type.TOTP, data={"secret": "x"})

    assert [one.state for one in found(accounts)] == [State.GOOD]
