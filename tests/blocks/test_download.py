import pytest
from django.utils.translation import override
from wagtail.documents.forms import get_document_form

from pages.pictures.models import File
from tests.make.bricks import shown
from tests.make.pictures import document


@pytest.mark.usefixtures("db", "own_files")
@pytest.mark.parametrize(
    ("code", "name"), [("tr", "Türkçe"), ("", "Deutsch"), ("zz", "zz"), ("zz-zz", "zz-zz")]
)
def test_a_file_is_offered_in_whatever_language_it_says_it_is(code, name):
    file = document(language=code)

    page = shown(("download", {"title": "Satzung", "about": "", "files": [file.pk]}))

    assert page.a["hreflang"] == (code or "de")
    assert f"Satzung, {name} (PDF" in " ".join(page.a.text.split())


@pytest.fixture
def rules():
    """The house rules in German, Arabic and Turkish."""
    german = document(title="Hausordnung", name="hausordnung.pdf", language="de")
    return {"de": german} | {
        code: document(title=code, name=f"{code}.pdf", language=code, translation_of=german)
        for code in ("ar", "tr")
    }


def offered(code, *files):
    with override(code):
        page = shown(
            ("download", {"title": "Hausordnung", "about": "", "files": [file.pk for file in files]})
        )
    return [(link["href"].split("/")[2], link["hreflang"]) for link in page.select("a")]


@pytest.mark.usefixtures("db", "own_files")
@pytest.mark.parametrize("code", ["de", "ar", "tr"])
@pytest.mark.parametrize("chosen", ["de", "ar"])
def test_readers_get_the_document_of_their_language_whichever_was_chosen(rules, code, chosen):
    assert offered(code, rules[chosen]) == [(str(rules[code].pk), code)]


@pytest.mark.usefixtures("db", "own_files")
@pytest.mark.parametrize(("code", "language"), [("uk", "de"), ("de-simple", "de")])
def test_where_there_is_none_in_their_language_it_is_named_with_its_own(rules, code, language):
    assert offered(code, rules["de"]) == [(str(rules["de"].pk), language)]


@pytest.mark.usefixtures("db", "own_files")
def test_of_several_the_readers_own_comes_first_and_none_twice(rules):
    english = document(title="Rules", name="rules.pdf", language="en")

    assert [code for _key, code in offered("tr", rules["de"], english, rules["tr"])] == ["tr", "en"]


@pytest.mark.usefixtures("db", "own_files")
def test_many_documents_in_many_languages_take_one_query(rules, django_assert_num_queries):
    keys = [file.pk for file in rules.values()]

    with django_assert_num_queries(1):
        found = File.objects.with_editions(keys)

    assert all(found[key].editions.keys() == {"de", "ar", "tr"} for key in keys)


@pytest.mark.usefixtures("db", "own_files")
@pytest.mark.parametrize(
    ("changed", "of", "fault"),
    [({"language": "ar"}, "de", True), ({"language": "fr"}, "de", False), ({"language": "de"}, "de", True)],
)
def test_there_is_one_translation_in_each_language(rules, changed, of, fault):
    file = document(title="Neu", name="neu.pdf", language="pl")
    form = get_document_form(File)
    data = {
        "title": "Neu",
        "translation_of": rules[of].pk,
        "collection": file.collection_id,
        "tags": "",
        **changed,
    }

    assert ("translation_of" in form(data, instance=file).errors) is fault


@pytest.mark.usefixtures("db", "own_files")
def test_a_translation_is_not_translated_again(rules):
    form = get_document_form(File)(instance=document(title="Neu", name="neu.pdf", language="pl"))

    assert list(form.fields["translation_of"].queryset) == [rules["de"]]
