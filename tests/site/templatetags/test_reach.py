import pytest
from bs4 import BeautifulSoup
from django.template import Context, Template


def link(tag, value):
    return Template(f"{{% load reach %}}{{% {tag} value %}}").render(Context({"value": value}))


def test_people_read_a_mail_address_that_simple_harvesters_overlook():
    html = link("mail_link", "post@lindenplatz.example")

    seen = BeautifulSoup(html, "html.parser").a
    assert seen["href"] == "mailto:post@lindenplatz.example"
    assert seen.text == "post@lindenplatz.example"
    assert "post@" not in html
    assert "mailto:" not in html


@pytest.mark.parametrize(
    ("number", "href"),
    [("030 5550-100", "tel:0305550100"), ("+49 (0) 30 5550-100", "tel:+49305550100")],
)
def test_a_phone_number_can_be_tapped_on(number, href):
    seen = BeautifulSoup(link("phone_link", number), "html.parser").a

    assert (seen["href"], seen.text, seen["dir"]) == (href, number, "ltr")


@pytest.mark.parametrize("number", ["", "auf Anfrage", "<script>"])
def test_what_cannot_be_dialled_is_no_link(number):
    assert BeautifulSoup(link("phone_link", number), "html.parser").text == number
    assert "<" not in link("phone_link", number)
