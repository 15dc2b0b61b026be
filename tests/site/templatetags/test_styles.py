import pytest
from django.template import Context, Template


def test_the_rules_of_one_kind_of_page_stand_in_its_head_in_their_layer(rf):
    request = rf.get("/")

    html = Template('{% load styles %}{% own_style "home_page" %}').render(Context({"request": request}))

    assert html.startswith("<style>@layer pages{.hero{display: grid;")
    assert "/*" not in html


@pytest.mark.parametrize("shown", ["form", "form__input", "form__input form__input--text"])
def test_a_page_carries_the_rules_of_each_part_of_which_it_shows_anything(rf, shown):
    page = "{% load styles %}{% dressed %}<head></head><input class='SHOWN'>{% enddressed %}"

    html = Template(page.replace("'SHOWN'", f'"{shown}"')).render(Context({"request": rf.get("/")}))

    assert ".form__input{" in html.partition("</head>")[0]


def test_a_page_carries_no_rules_of_what_it_does_not_show(rf):
    page = '{% load styles %}{% dressed %}<head></head><p class="formal"></p>{% enddressed %}'

    html = Template(page).render(Context({"request": rf.get("/")}))

    assert "<style" not in html
