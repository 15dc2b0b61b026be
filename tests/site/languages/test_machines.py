import pytest
from django.urls import reverse
from wagtail_localize.models import StringSegment, StringTranslation

from pages.standard.models import StandardPage
from quartier.languages import errands
from quartier.languages.machines import DeepL, machine_for
from quartier.languages.models import Errand
from quartier.languages.noting import managed
from quartier.languages.starting import start
from quartier.languages.states import State, confirm, standing_of, state_of
from quartier.settings.machine import machine
from tests.make.editing import editor
from tests.make.languages import locale
from tests.make.pages import plain_page
from tests.make.translations import published
from tests.make.translator import Translator

BODY = [("text", '<p>Kommt <b>alle</b> zu <a href="https://example.org/">uns</a>!</p>')]


@pytest.fixture
def translator(settings):
    translator = Translator()
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = machine("", translator.url, "")
    yield translator
    translator.stop()


@pytest.fixture
def german(home):
    return published(plain_page(home, summary="Wir sind offen.", body=BODY))


@pytest.fixture
def work(django_capture_on_commit_callbacks):
    def work():
        with django_capture_on_commit_callbacks(execute=True):
            return errands.do_waiting()

    return work


def in_turkish(page):
    return StandardPage.objects.get(locale__language_code="tr", translation_key=page.translation_key)


def test_without_a_key_no_machine_translates():
    assert machine("", "", "") is None
    assert machine_for("tr") is None


def test_a_key_for_deepl_is_enough():
    chosen = machine("geheim:fx", "https://translate.example", "")

    assert chosen["CLASS"].endswith("DeepL")
    assert chosen["OPTIONS"]["AUTH_KEY"] == "geheim:fx"


def test_leichte_sprache_is_no_language_for_machines(translator):
    assert machine_for("de-simple") is None
    assert machine_for("tr").display_name == "LibreTranslate"


def test_a_machine_fills_a_draft_outside_of_the_request_and_keeps_what_is_marked(translator, german, work):
    errands.ask([german], locale("tr"), editor())
    asked_before = list(translator.asked)

    work()

    page = in_turkish(german).get_latest_revision_as_object()
    assert asked_before == []
    assert (page.live, page.title, page.summary) == (False, "ÜBER UNS", "WIR SIND OFFEN.")
    assert '<b>ALLE</b> ZU <a href="https://example.org/">UNS</a>' in page.body[0].value.source


def test_published_at_once_it_is_called_a_text_by_machine_until_confirmed(translator, german, work):
    errands.ask([german], locale("tr"), editor(), publishes=True)

    work()
    before = state_of(in_turkish(german))
    confirm(in_turkish(german))

    assert (before, state_of(in_turkish(german))) == (State.MACHINE, State.CURRENT)


def test_what_a_person_typed_is_never_written_over(translator, german, work):
    rita = editor()
    translation = managed(start(german, locale("tr"), rita))
    segment = StringSegment.objects.get(source=translation.source, context__path="summary")
    StringTranslation.objects.create(
        translation_of=segment.string,
        locale=translation.target_locale,
        context=segment.context,
        data="Kapımız açık.",
        translation_type="manual",
    )

    errands.ask([german], locale("tr"), rita)
    work()
    errands.ask([german], locale("tr"), rita)
    work()

    assert in_turkish(german).get_latest_revision_as_object().summary == "Kapımız açık."
    assert "Wir sind offen." not in [string for strings in translator.asked for string in strings]


def test_a_machine_that_is_out_of_order_is_tried_again_and_then_given_up(translator, german, work):
    errands.ask([german], locale("tr"), editor())
    translator.broken = True

    done = [work() for _time in range(errands.MOST_TRIES)]

    assert done == [0] * errands.MOST_TRIES
    assert Errand.objects.get().state == Errand.GIVEN_UP
    assert errands.progress()[0]["trouble"] == "HTTPError"


def test_work_goes_on_where_it_stopped(translator, home, german, work):
    other = published(plain_page(home, "Zweite"))
    errands.ask([german, other], locale("tr"), editor())
    translator.broken = True
    work()
    translator.broken = False

    work()

    assert errands.progress()[0]["done"] == 2


def test_long_pages_are_asked_in_parts(translator, home, work):
    body = [("text", "".join(f"<p>Satz {number}.</p>" for number in range(90)))]
    long = published(plain_page(home, body=body))

    errands.ask([long], locale("tr"), editor())
    work()

    assert max(map(len, translator.asked)) <= 40
    assert "SATZ 89" in in_turkish(long).get_latest_revision_as_object().body[0].value.source


def test_deepl_is_asked_in_its_own_way(translator, german, work, settings, monkeypatch):
    monkeypatch.setattr(DeepL, "get_api_endpoint", lambda self: translator.url)
    settings.WAGTAILLOCALIZE_MACHINE_TRANSLATOR = machine("geheim", "", "")

    errands.ask([german], locale("tr"), editor())
    work()

    assert in_turkish(german).get_latest_revision_as_object().title == "ÜBER UNS"


def test_all_that_is_missing_in_a_language_is_asked_for_in_the_overview(translator, client, german, work):
    client.force_login(editor())

    page = client.get("/admin/languages/").content.decode()
    client.post(reverse("languages:machine"), {"language": "tr", "publishes": "on"})
    waiting = client.get("/admin/languages/").content.decode()
    work()

    assert "Fehlendes von einer Maschine" in page
    assert "0 von 2" in waiting
    assert standing_of(in_turkish(german)).is_machine


@pytest.mark.parametrize("language", ["de-simple", "xx", "", "\0"])
def test_a_language_that_the_machine_does_not_know_is_answered_with_words(
    translator, client, german, language
):
    client.force_login(editor())

    answer = client.post(reverse("languages:machine"), {"language": language}, follow=True)

    assert "die die Maschine kann" in answer.content.decode()
    assert not Errand.objects.exists()


def test_the_button_of_one_translation_waits_for_no_machine(translator, client, german):
    rita = editor()
    client.force_login(rita)
    translation = managed(start(german, locale("tr"), rita))

    client.post(reverse("wagtail_localize:machine_translate", args=[translation.pk]))

    assert translator.asked == []
    assert Errand.objects.get().page_id == german.pk


def test_the_button_of_a_public_translation_changes_nothing_that_readers_see(
    translator, client, german, work
):
    rita = editor()
    client.force_login(rita)
    errands.ask([german], locale("tr"), rita, publishes=True)
    work()
    confirm(in_turkish(german))
    published(german, summary="Wir haben zu.")
    translation = managed(in_turkish(german))
    translation.source.update_from_db()

    client.post(reverse("wagtail_localize:machine_translate", args=[translation.pk]))
    work()

    assert in_turkish(german).summary == "WIR SIND OFFEN."
    assert state_of(in_turkish(german)) is State.OLDER
    assert StringTranslation.objects.filter(data="WIR HABEN ZU.").exists()


def test_what_the_button_filled_in_is_read_once_somebody_publishes_it(
    translator, client, german, work, django_capture_on_commit_callbacks
):
    rita = editor()
    client.force_login(rita)
    errands.ask([german], locale("tr"), rita, publishes=True)
    work()
    published(german, summary="Wir haben zu.")
    edit = reverse("wagtailadmin_pages:edit", args=[in_turkish(german).pk])
    client.get(edit)
    client.post(reverse("wagtail_localize:machine_translate", args=[managed(in_turkish(german)).pk]))
    work()

    with django_capture_on_commit_callbacks(execute=True):
        client.post(edit, {"action": "publish"})

    assert in_turkish(german).summary == "WIR HABEN ZU."
    assert state_of(in_turkish(german)) is State.MACHINE


def stop(client, page):
    client.post(reverse("wagtail_localize:stop_translation", args=[managed(page).pk]))


def test_stopping_a_translation_makes_no_text_by_machine_a_text_by_a_person(translator, client, german, work):
    client.force_login(editor())
    errands.ask([german], locale("tr"), editor("otto"), publishes=True)
    work()
    published(german, summary="Wir haben zu.")

    stop(client, in_turkish(german))
    published(in_turkish(german))
    as_it_was = standing_of(in_turkish(german))
    published(in_turkish(german), summary="Kapalıyız.")

    assert (as_it_was.state, as_it_was.is_machine) == (State.OLDER, True)
    assert state_of(in_turkish(german)) is State.CURRENT


def give_up(translator, work, page, **said):
    errands.ask([page], locale("tr"), editor("otto"), **said)
    translator.broken = True
    for _time in range(errands.MOST_TRIES):
        work()
    translator.broken = False
    return Errand.objects.get()


def test_what_was_given_up_is_named_with_its_page_and_can_be_tried_again(translator, client, german, work):
    client.force_login(editor())
    errand = give_up(translator, work, german)

    html = client.get("/admin/languages/").content.decode()
    client.post(reverse("languages:given-up", args=[errand.pk]))
    work()

    assert "Über uns</a> (Türkisch): HTTPError" in html
    assert Errand.objects.get().state == Errand.DONE


def test_what_was_given_up_can_be_left_alone(translator, client, german, work):
    client.force_login(editor())
    errand = give_up(translator, work, german)
    address = reverse("languages:given-up", args=[errand.pk])

    client.post(address, {"forget": "on"})

    assert not Errand.objects.exists()
    assert client.post(address, follow=True).status_code == 404
    assert client.get(address).status_code == 405


def test_who_may_not_change_a_page_takes_no_errand_from_it(
    translator, client, german, work, django_user_model
):
    errand = give_up(translator, work, german)
    client.force_login(django_user_model.objects.create_user("gast"))

    client.post(reverse("languages:given-up", args=[errand.pk]), {"forget": "on"})

    assert Errand.objects.get().state == Errand.GIVEN_UP


def test_what_waits_keeps_its_tries_and_is_published_if_that_was_asked_once(translator, german, work):
    rita = editor()
    errands.ask([german], locale("tr"), rita, publishes=True)
    translator.broken = True
    work()

    errands.ask([german], locale("tr"), rita)

    assert (Errand.objects.get().tries, Errand.objects.get().publishes) == (1, True)


def test_a_text_that_the_page_refuses_is_given_up_with_the_reason(translator, home, german, work):
    long = published(plain_page(home, "ß" * 200))

    errands.ask([long], locale("tr"), editor())
    work()

    assert "255" in Errand.objects.get().trouble
