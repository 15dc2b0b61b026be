from django.urls import reverse

from pages.people.models import Person


def test_the_list_of_people_shows_how_to_reach_them_and_leaves_the_house_in_no_table(admin_client):
    """A spreadsheet would run a name that begins with "=" as a formula."""
    Person.objects.create(name="=1+1", phone="+49 30 123456", mail="kim@haus.example")
    address = reverse(Person.snippet_viewset.get_url_name("list"))

    page = admin_client.get(address).content.decode()
    table = b"".join(admin_client.get(address, {"export": "csv"})).decode()

    assert "+49 30 123456" in page
    assert "export=" not in page
    assert "=1+1" not in table
    assert "kim@" not in table
