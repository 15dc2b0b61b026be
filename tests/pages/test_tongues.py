import pytest
from django.core.exceptions import ValidationError
from django.utils.translation import override

from pages.people.models import Person
from pages.tongues import CODES, name_of, names_of


@pytest.mark.parametrize(
    ("language", "name"),
    [("de", "Arabisch"), ("de-simple", "Arabisch"), ("en", "Arabic"), ("tr", "Arapça"), ("ar", "العربية")],
)
def test_a_language_is_named_in_the_readers_own(language, name):
    assert name_of("ar", language) == name


@pytest.mark.parametrize("code", CODES)
def test_every_language_of_the_list_has_a_german_name(code):
    assert name_of(code, "de") != code


def test_several_are_named_in_the_order_of_the_list():
    with override("de"):
        assert names_of(["uk", "de", "tr"]) == ["Deutsch", "Türkisch", "Ukrainisch"]


def test_what_is_no_language_is_refused():
    with pytest.raises(ValidationError, match="klingon"):
        Person(name="Kim", languages=["klingon"]).clean_fields()
