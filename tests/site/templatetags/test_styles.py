from django.template import Context, Template


def test_the_rules_of_one_kind_of_page_stand_in_its_head_in_their_layer(rf):
    request = rf.get("/")
    request.csp_nonce = "abc"

    html = Template('{% load styles %}{% own_style "home_page" %}').render(Context({"request": request}))

    assert html.startswith('<style nonce="abc">@layer pages{.hero{display: grid;')
    assert "/*" not in html
