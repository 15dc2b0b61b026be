"""What every feed does, whatever it tells of."""

from pages.feeds.atom import told
from pages.feeds.names import absolute, tag


def test_what_no_xml_may_contain_is_left_out():
    assert told("Fest\0 am\x07 See\r\nmorgen\u2028früh\ud800") == "Fest am See\nmorgen\nfrüh"


def test_addresses_are_whole_and_those_of_others_stay(settings):
    settings.SITE_URL = "https://haus.example"

    assert absolute("/de/") == "https://haus.example/de/"
    assert absolute("https://woanders.example/x") == "https://woanders.example/x"


def test_a_name_does_not_depend_on_the_address(settings):
    settings.SITE_URL = "https://haus.example:8000"

    assert tag("abc/1") == "tag:haus.example,2026:abc/1"
