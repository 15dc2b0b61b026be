"""A volunteer says what is urgent: at once, in all languages, once, and not for ever."""

import pytest
import time_machine
from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model
from django.urls import reverse
from wagtail.models import PageLogEntry, PageViewRestriction

from pages.announcements.choices import Kind, Sentence, Shown
from pages.announcements.models import AnnouncementPage, NewsPage
from quartier.languages.errands import do_waiting
from quartier.languages.models import Errand
from quartier.settings.machine import machine
from tests.make.announcements import announcement
from tests.make.editing import volunteer
from tests.make.events import at
from tests.make.places import room
from tests.make.translator import Translator
from tests.site.announcing.conftest import URGENT

pytestmark = pytest.mark.django_db


def test_three_answers_and_it_stands_on_every_page(desk, vera, made, read_banners):
    desk.send(sentence="closed")

    page = made()[0]
    assert (page.title, page.live, page.owner) == ("Das Haus ist heute geschlossen", True, vera)
    assert (page.kind, page.shown, page.ends) == (Kind.CLOSURE, Shown.EVERYWHERE, at("2026-12-04 00:00"))
    assert read_banners() == ["Geschlossen: Das Haus ist heute geschlossen"]
    assert "The house is closed today" in read_banners("/en/")[0]


def test_own_words_stand_there_in_german_everywhere(desk, vera, read_banners):
    desk.send(sentence="own", words="Wasserrohrbruch: Café zu", until="tomorrow")

    assert read_banners() == ["Warnung: Wasserrohrbruch: Café zu bis morgen"]
    assert "Wasserrohrbruch: Café zu" in read_banners("/ar/")[0]


@pytest.mark.parametrize(
    ("answers", "ends"),
    [
        ({"until": "tonight"}, "2026-12-04 00:00"),
        ({"until": "tomorrow"}, "2026-12-05 00:00"),
        ({"until": "week"}, "2026-12-11 00:00"),
        ({"until": "moment", "day": "2026-12-03", "time": "18:00"}, "2026-12-03 18:00"),
        ({"until": "moment", "day": "2026-12-08"}, "2026-12-09 00:00"),
    ],
)
def test_it_ends_when_that_was_said(desk, vera, made, answers, ends):
    desk.send(sentence="lift", **answers)

    assert made()[0].ends == at(ends)


def test_who_has_time_says_more(client, desk, vera, made, read_banners):
    hall = room("Saal", floor=0)
    desk.send(sentence="power", more="Im <b>Keller</b>\n\nKerzen helfen", room=hall.pk, kind="emergency")

    page = made()[0]
    html = client.get(page.url).content.decode()
    assert read_banners() == ["Notfall: Im Haus gibt es keinen Strom heute , Saal, Erdgeschoss"]
    assert "Im &lt;b&gt;Keller&lt;/b&gt;" in html
    assert 'Gilt bis <time datetime="2026-12-04T00:00:00+01:00">heute</time>, Saal, Erdgeschoss' in html
    assert '<p dir="auto">Kerzen helfen</p>' in html


def test_before_it_is_published_one_sees_it_in_all_languages(desk, vera, made):
    said = desk.read(desk.send("look", sentence="lift"))

    assert "Englisch Warning: The lift is out of order today" in said
    assert "Noch ist nichts veröffentlicht." in said
    assert made() == []


def test_one_is_told_where_own_words_stay_german(desk, vera):
    said = desk.read(desk.send("look", sentence="own", words="Rohrbruch"))

    assert said.count("Nur auf Deutsch: Wer es liest, sieht es als Deutsch gekennzeichnet.") == 8
    assert said.count("In Alltagssprache, so wie Sie es geschrieben haben.") == 1


def test_a_form_that_is_sent_twice_makes_one(client, desk, vera, made):
    form = desk.form(sentence="lift", publish="")

    for _press in range(2):
        assert client.post(URGENT, form).status_code == 302

    assert len(made()) == 1


@pytest.mark.parametrize(
    ("answers", "field", "words"),
    [
        ({"sentence": None}, "urgent_sentence_field", "Bitte wählen Sie einen Satz oder eigene Worte."),
        ({"sentence": "own"}, "urgent_words_field", "Bitte schreiben Sie einen kurzen Satz."),
        ({"words": "Oh"}, "urgent_words_field", "Oben ist ein anderer Satz gewählt."),
        ({"sentence": "own", "words": "x" * 121}, "urgent_words_field", "120"),
        ({"sentence": "own", "words": "\0"}, "urgent_words_field", "Null"),
        ({"sentence": "cancelled"}, "urgent_sentence_field", "cancelled"),
        ({"until": "never"}, "urgent_until_field", "never"),
        ({"until": "moment"}, "urgent_day_field", "an welchem Tag"),
        ({"until": "moment", "day": "2026-12-02"}, "urgent_day_field", "schon vorbei"),
        ({"until": "moment", "day": "2026-12-03", "time": "14:00"}, "urgent_time_field", "schon vorbei"),
        ({"until": "moment", "day": "2028-12-03"}, "urgent_day_field", "höchstens ein Jahr"),
        ({"until": "moment", "day": "9999-12-31"}, "urgent_day_field", "Jahr"),
        ({"until": "moment", "day": "0001-01-01"}, "urgent_day_field", "Jahr"),
        ({"until": "moment", "day": "2027-03-28", "time": "02:30"}, "urgent_time_field", "2:30"),
        ({"sentence": "closed", "until": "week"}, "urgent_until_field", "In diesem Satz steht „heute“."),
        ({"more": "x" * 1001}, "urgent_more_field", "1000"),
        ({"room": "77777777777777777777"}, "urgent_room_field", ""),
        ({"shown": "nowhere"}, "urgent_shown_field", "nowhere"),
        ({"kind": "\0"}, "urgent_kind_field", ""),
    ],
)
def test_every_mistake_is_told_at_its_field(desk, vera, made, answers, field, words):
    response = desk.send(**{"sentence": "lift", **answers})

    assert response.status_code == 200
    assert words in desk.errors(response)[field]
    assert made() == []


@pytest.mark.parametrize("key", ["", "nonsense", "\0", "0f1d3c2e-4a5b-4c6d-8e7f-000000000001"])
def test_a_form_that_is_none_of_ours_makes_nothing(client, desk, vera, made, key):
    response = client.post(URGENT, {**desk.form(sentence="lift"), "page_to_be": key, "publish": ""})

    assert response.status_code == 200
    assert made() == []


def test_nothing_typed_breaks_out_of_anything(client, desk, vera, made):
    evil = "<script>alert(1)</script>\"'><img src=x>"
    answers = {"sentence": "own", "words": evil, "more": evil}
    seen = desk.send("look", **answers), desk.send(**answers), client.get("/de/"), client.get(made()[0].url)

    for response in seen:
        html = response.content.decode()
        assert "<script>alert" not in html
        assert "<img src=x" not in html


def test_enough_of_it_ends_it_at_once(client, desk, vera, made, read_banners):
    desk.send(sentence="lift")
    page = made()[0]

    client.post(reverse("urgent_end", args=[page.pk]))

    assert read_banners() == []
    assert made()[0].live
    actions = {"wagtail.create", "announcements.urgent", "wagtail.publish", "announcements.urgent.end"}
    assert actions <= set(PageLogEntry.objects.filter(page=page.pk).values_list("action", flat=True))


def test_it_can_take_longer(client, desk, vera, made):
    desk.send(sentence="lift")

    client.post(reverse("urgent_prolong", args=[made()[0].pk]), {"until": "week"})
    client.post(reverse("urgent_prolong", args=[made()[0].pk]), {"until": "moment", "day": "2020-01-01"})

    assert made()[0].ends == at("2026-12-11 00:00")


def test_what_an_editor_drafts_meanwhile_stays_a_draft(client, desk, vera, made):
    desk.send(sentence="lift")
    page = made()[0]
    page.title = "Noch nicht fertig"
    page.save_revision()

    client.post(reverse("urgent_end", args=[page.pk]))

    page = made()[0]
    draft = page.get_latest_revision_as_object()
    assert page.title == "Der Aufzug ist außer Betrieb"
    assert (draft.title, draft.ends) == ("Noch nicht fertig", page.ends)
    assert page.has_unpublished_changes


def test_any_volunteer_ends_what_another_wrote_in_a_hurry(client, desk, vera, made):
    desk.send(sentence="lift")
    client.force_login(volunteer("otto"))

    assert "Schluss damit" in desk.read(client.get(URGENT))
    client.post(reverse("urgent_end", args=[made()[0].pk]))

    assert made()[0].ends < at("2026-12-03 15:00")


@pytest.mark.parametrize("name", ["urgent_end", "urgent_prolong"])
def test_a_volunteer_does_not_touch_what_an_editor_planned(client, desk, vera, aktuelles, name):
    page = announcement(aktuelles, "Sommerfest", shown=Shown.EVERYWHERE, hours=(-1, 48))
    before = page.ends

    said = desk.read(client.get(URGENT))
    client.post(reverse(name, args=[page.pk]), {"until": "tonight"})

    assert "Sommerfest" in said
    assert "Schluss damit" not in said
    page.refresh_from_db()
    assert page.ends == before


def test_the_form_is_the_only_way_in_which_a_volunteer_publishes(client, desk, vera, made):
    desk.send(sentence="lift")

    html = client.get(reverse("wagtailadmin_pages:edit", args=[made()[0].pk])).content.decode()

    assert 'name="action-publish"' not in html


ADDRESSES = [
    ("urgent", [], "get"),
    ("urgent", [], "post"),
    ("urgent_end", [1], "post"),
    ("urgent_prolong", [1], "post"),
    ("urgent_date", [1, "2026-12-03-1815"], "post"),
]


@pytest.mark.parametrize(("name", "numbers", "method"), ADDRESSES)
def test_nobody_else_gets_in(client, aktuelles, made, name, numbers, method):
    page = announcement(aktuelles, "Geheim", shown=Shown.EVERYWHERE, hours=(-1, 48))
    address = reverse(name, args=[page.pk if number == 1 else number for number in numbers])
    other = get_user_model().objects.create_user("fremd", password=None)

    for user in (None, other):
        if user:
            client.force_login(user)
        answer = getattr(client, method)(address, {"sentence": "lift", "until": "tonight"})
        assert answer.status_code in (302, 403, 404)
        assert "Geheim" not in answer.content.decode()

    assert [each.ends for each in made()] == [page.ends]


@pytest.mark.parametrize("name", ["urgent_end", "urgent_prolong", "urgent_date"])
def test_a_link_alone_changes_nothing(client, desk, vera, made, name):
    desk.send(sentence="lift")
    numbers = [made()[0].pk, *(["2026-12-03-1815"] if name == "urgent_date" else [])]

    assert client.get(reverse(name, args=numbers)).status_code == 405


def test_where_there_is_no_list_of_news_that_is_said_at_once(client, desk, rita, vera):
    NewsPage.objects.all().delete()

    told = desk.read(client.get(URGENT))
    client.force_login(rita)
    html = BeautifulSoup(client.get(URGENT).content, "html.parser")

    assert "Bitte fragen Sie die Redaktion danach." in told or "Legen Sie eine an" in told
    assert html.find("a", string="Legen Sie eine an: Ein Titel genügt.")["href"].startswith(
        "/admin/pages/add/announcements/newspage/"
    )
    assert client.post(URGENT, {"sentence": "lift", "until": "tonight"}).status_code == 200


def test_a_private_list_of_news_is_none(client, desk, vera, aktuelles):
    PageViewRestriction.objects.create(page=aktuelles, restriction_type="login")

    assert "Es gibt noch keine Liste" in desk.read(client.get(URGENT))


def test_the_way_there_stands_on_the_first_screen_and_in_the_menu(client, vera):
    html = client.get(reverse("wagtailadmin_home")).content.decode()

    assert html.count(f'"{URGENT}"') == 2
    assert "Dringende Meldung" in html


@pytest.fixture
def translator(settings):
    translator = Translator()
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = machine("", translator.url, "")
    yield translator
    translator.stop()


def test_a_machine_translates_own_words_if_there_is_one(
    desk, vera, translator, read_banners, django_capture_on_commit_callbacks
):
    seen = desk.read(desk.send("look", sentence="own", words="Rohrbruch"))
    with django_capture_on_commit_callbacks(execute=True):
        desk.send(sentence="own", words="Rohrbruch")
        do_waiting()

    assert "Eine Maschine übersetzt es in wenigen Minuten." in seen
    assert Errand.objects.exclude(state=Errand.DONE).count() == 0
    assert "ROHRBRUCH" in read_banners("/en/")[0]
    assert "Rohrbruch" in read_banners("/de-simple/")[0]


def test_a_standard_sentence_needs_no_machine(desk, vera, translator):
    desk.send(sentence="lift")

    assert AnnouncementPage.objects.get().sentence == Sentence.LIFT
    assert not Errand.objects.exists()


def test_a_notice_vanishes_by_itself(desk, vera, read_banners):
    desk.send(sentence="lift", until="moment", day="2026-12-03", time="18:00")

    with time_machine.travel("2026-12-03 17:59:30+01:00"):
        before = read_banners()
    with time_machine.travel("2026-12-03 18:00:01+01:00"):
        after = read_banners()

    assert (before, after) == (["Warnung: Der Aufzug ist außer Betrieb bis heute, 18 Uhr"], [])
