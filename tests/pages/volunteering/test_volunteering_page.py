import time_machine
from django.db import connection
from django.test.utils import CaptureQueriesContext
from wagtail.models import PageViewRestriction

from pages.volunteering.models import VolunteerPostPage
from tests.make.bricks import shown, words
from tests.make.centre import centre
from tests.make.pages import plain_page
from tests.make.people import person
from tests.make.volunteering import post, volunteering

HOSTILE = ["seite=-1", "seite=1e308", "q=%F0%9F%98%80", "is_open=1&is_open=0", "x=" + "9" * 5000]


def test_open_posts_come_with_what_one_chooses_by_and_taken_ones_are_folded_away(home, read):
    posts = volunteering(home)
    post(posts, "Gießen", is_open=False)
    post(posts, "Vorlesen", hours="2", summary="Kindern vorlesen.")
    post(posts, "Handyhilfe", expenses="allowance")

    page = read(posts.url)

    assert page.titles("h2") == ["2 Aufgaben warten auf Sie"]
    assert page.titles() == ["Vorlesen", "Handyhilfe"]
    assert page.titles(".card:has(a[href$='vorlesen/']) li") == [
        "2 Stunden in der Woche",
        "Auslagen werden gegen Beleg erstattet",
    ]
    assert page.titles("details summary") == ["Vergebene Aufgaben"]
    assert page.titles("details a") == ["Gießen"]


def test_the_last_day_passes_by_itself(home, read):
    posts = volunteering(home)
    post(posts, "Sommerfest", until="2026-06-30")

    with time_machine.travel("2026-06-30 23:30+02:00", tick=False):
        assert read(posts.url).titles("h2") == ["1 Aufgabe wartet auf Sie"]
    with time_machine.travel("2026-07-01 00:30+02:00", tick=False):
        assert read(posts.url).titles("h2") == ["Zurzeit ist keine Aufgabe offen"]


def test_where_nothing_is_open_one_learns_whom_to_ask(home, read):
    posts = volunteering(home)
    centre(phone="030 5550-100")

    assert read(posts.url).main.select_one("a[href='tel:0305550100']")
    posts.contact = person("Jonas Brandt")
    posts.save()
    page = read(posts.url)
    assert "Zurzeit ist keine Aufgabe offen" in page.text
    assert "Wir freuen uns über Ihre Nachricht." in page.text
    assert "Jonas Brandt" in page.text


def test_a_post_that_is_not_for_everybody_is_neither_listed_nor_counted(home, read):
    posts = volunteering(home)
    post(posts, "Vorlesen")
    for title, fields in {"Marder offen": {}, "Marder vergeben": {"is_open": False}}.items():
        secret = post(posts, title, **fields)
        PageViewRestriction.objects.create(page=secret, restriction_type=PageViewRestriction.LOGIN)
    post(posts, "Marder Entwurf", live=False)

    page = read(posts.url)

    assert page.titles("h2") == ["1 Aufgabe wartet auf Sie"]
    assert "Marder" not in str(page.soup)


def test_whatever_stands_in_the_address_the_list_is_the_same(home, client):
    posts = volunteering(home)
    post(posts)
    plain = client.get(posts.url).context["page"].open_posts

    for query in HOSTILE:
        answer = client.get(f"{posts.url}?{query}")
        assert answer.status_code == 200
        assert answer.context["page"].open_posts == plain


def test_a_list_of_pages_can_hold_posts(home):
    here = plain_page(home, "Mitmachen")
    post(volunteering(home), "Vorlesen", summary="Kindern vorlesen.")
    asked = {"title": "", "topic": None, "below": None, "count": 6, "order": "tree", "look": "lines"}

    page = shown(("listing", {**asked, "kind": VolunteerPostPage._meta.label_lower}), page=here)

    assert words(page) == "Vorlesen Kindern vorlesen."


def test_a_hundred_posts_ask_the_database_no_more_than_two(home, client):
    posts = volunteering(home, contact=person())

    def queries():
        with CaptureQueriesContext(connection) as asked:
            client.get(posts.url)
        return len(asked)

    for number in range(2):
        post(posts, f"Aufgabe {number}", is_open=bool(number))
    queries()
    few = queries()
    for number in range(2, 100):
        post(posts, f"Aufgabe {number}", is_open=number % 3 != 0)

    assert queries() == few <= 25
