from pages.values.models import ValuesPage


def test_each_value_has_an_address_of_its_own(home):
    page = ValuesPage(
        introduction=[("heading", {"text": "Vielfalt", "level": 2})],
        values=[("value", {"title": title}) for title in ("Vielfalt", "Offen für alle", "Offen für alle")],
    )

    names = [anchor for anchor, _value in page.sections]

    assert names == ["vielfalt-2", "offen-fuer-alle", "offen-fuer-alle-2"]


def test_a_value_can_be_linked_to(client, home):
    page = ValuesPage(title="Leitbild", slug="leitbild", values=[("value", {"title": "Offen für alle"})])
    home.add_child(instance=page)

    html = client.get("/de/leitbild/").content.decode()

    assert 'href="#offen-fuer-alle"' in html
    assert 'id="offen-fuer-alle"' in html
