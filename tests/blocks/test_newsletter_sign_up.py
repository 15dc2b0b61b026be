from django.utils import translation
from wagtail.models import PageViewRestriction

from pages.enquiries.intake.posting import TICKET, TRAP
from pages.subscribers.models import Wish
from tests.make.bricks import shown, words
from tests.make.subscribers import sign_up_page
from tests.make.translations import translated


def test_it_asks_for_the_address_and_says_what_becomes_of_it(home):
    page = sign_up_page(home)

    brick = shown(("newsletter_sign_up", {"title": ""}))

    assert brick.h2.text == "Unser Newsletter"
    assert brick.form["action"] == page.url
    assert {each["name"] for each in brick.find_all("input")} == {"mail", TICKET, TRAP}
    assert "Dafür speichern wir Ihre E-Mail-Adresse" in words(brick)


def test_what_it_holds_is_enough_to_sign_up(client, home):
    sign_up_page(home)
    form = shown(("newsletter_sign_up", {"title": ""})).form
    typed = {each["name"]: each.get("value", "") for each in form.find_all("input")}

    response = client.post(form["action"], {**typed, "mail": "mina@post.example"})

    assert response["Location"] == "/de/newsletter/?danke"
    assert Wish.objects.get().language == "de"


def test_it_leads_to_the_page_in_the_language_that_is_read(client, home):
    translated(sign_up_page(home), "ar", title="النشرة", slug="newsletter")

    with translation.override("ar"):
        form = shown(("newsletter_sign_up", {"title": ""})).form
    typed = {each["name"]: each.get("value", "") for each in form.find_all("input")}
    client.post(form["action"], {**typed, "mail": "mina@post.example"})

    assert form["action"] == "/ar/newsletter/"
    assert Wish.objects.get().language == "ar"


def test_without_a_page_to_sign_up_on_there_is_nothing(home):
    assert words(shown(("newsletter_sign_up", {"title": "Post"}))) == ""


def test_a_page_that_not_everybody_may_read_is_none(home):
    PageViewRestriction.objects.create(page=sign_up_page(home), restriction_type="login")

    assert words(shown(("newsletter_sign_up", {"title": "Post"}))) == ""


def test_twice_on_a_page_no_two_fields_have_the_same_name(home):
    sign_up_page(home)

    page = shown(*[("newsletter_sign_up", {"title": ""})] * 3)

    names = [each["id"] for each in page.find_all(id=True)]
    assert len(names) == len(set(names)) == 6


def test_its_bytes_stay_the_same_all_day(home):
    sign_up_page(home)

    assert str(shown(("newsletter_sign_up", {}))) == str(shown(("newsletter_sign_up", {})))
