"""Of several sites in one installation the same one answers as with Wagtail alone."""

from itertools import product

import pytest
from django.test import RequestFactory
from wagtail.models import Page, Site

from quartier.asked import site_of

SITES = {
    "one for all": [("haus.example", 80, True)],
    "one with a name": [("haus.example", 80, False)],
    "two": [("haus.example", 80, True), ("laden.example", 80, False)],
    "one name, two ports": [("haus.example", 80, False), ("haus.example", 8080, False)],
    "one name, two ports, and one for all": [
        *[("haus.example", 80, False), ("haus.example", 8080, False)],
        ("laden.example", 80, True),
    ],
    "none": [],
}


@pytest.mark.parametrize("sites", SITES.values(), ids=SITES)
def test_the_site_is_that_which_wagtail_finds(db, sites):
    Site.objects.all().delete()
    for host, port, is_default in sites:
        root = Page.objects.filter(depth=1).first()
        Site.objects.create(hostname=host, port=port, is_default_site=is_default, root_page=root)

    for host, port in product(["haus.example", "laden.example", "fremd.example", "x" * 300], [80, 8080, 99]):
        asked, wagtail = (RequestFactory(SERVER_NAME=host, SERVER_PORT=str(port)).get("/") for _ in range(2))
        assert site_of(asked) == Site.find_for_request(wagtail)
        assert Site.find_for_request(asked) == site_of(asked)
