"""Pages read aloud: with a voice of this device, sentence by sentence, and never without one."""

import json

import pytest

from tests.browser import checks
from tests.browser.kinds import KINDS

pytestmark = pytest.mark.browser

GERMAN = {"lang": "de-DE", "localService": True, "default": True, "name": "Anna"}
TURKISH = {"lang": "tr_TR", "localService": True, "default": False, "name": "Yelda"}
ELSEWHERE = {"lang": "de-DE", "localService": False, "default": True, "name": "From far away"}
EVENT = KINDS["event, once"]
BUTTON = "[data-aloud] button >> nth=0"
STOP = "[data-aloud] button >> nth=1"

SYNTHESIS = """
(() => {
  const voices = VOICES, spoken = window.spoken = [];
  const synth = {
    voices: LATE ? [] : voices,
    getVoices() { return this.voices; },
    speak(utterance) {
      spoken.push({ text: utterance.text, voice: utterance.voice.name });
      this.now = utterance;
      if (!window.slow) setTimeout(() => this.end(), 1);
    },
    end() { const last = this.now; this.now = null; last?.onend?.({}); },
    cancel() { const last = this.now; this.now = null; last?.onerror?.({ error: "canceled" }); },
    arrive() { this.voices = voices; this.onvoiceschanged?.(); },
  };
  Object.defineProperty(window, "speechSynthesis", { value: synth });
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text; } };
  window.slow = SLOW;
  if (!MARKS) delete window.Highlight;
})();
"""


@pytest.fixture
def listener(new_context, demo_site):
    """Opens a page in a browser that has these voices; `slow` ones end a sentence when they are told to."""

    def listener(*voices, path=EVENT, slow=False, late=False, marks=True, **options):
        values = {"VOICES": voices, "SLOW": slow, "LATE": late, "MARKS": marks}
        script = SYNTHESIS
        for name, value in values.items():
            script = script.replace(name, json.dumps(value))
        context = new_context(**options)
        context.add_init_script(script)
        page = context.new_page()
        page.goto(f"{demo_site.url}{path}")
        return page

    return listener


def spoken(page):
    return [each["text"] for each in page.evaluate("spoken")]


def listened_to(page):
    """All that is said after the button was pressed."""
    page.click(BUTTON)
    page.wait_for_selector(STOP, state="hidden")
    return spoken(page)


def test_there_is_a_button_where_a_voice_lives_on_the_device(listener):
    assert listener(GERMAN).is_visible(BUTTON)


@pytest.mark.parametrize("voices", [[], [ELSEWHERE], [TURKISH]], ids=["none", "remote", "another language"])
def test_there_is_no_button_without_a_voice_of_the_device_for_the_language(listener, voices):
    page = listener(*voices)

    assert page.is_hidden("[data-aloud]")


def test_there_is_no_button_without_script(visitor):
    page = visitor(EVENT, java_script_enabled=False).page

    assert page.is_hidden("[data-aloud]")


def test_the_button_appears_once_the_voices_have_arrived(listener):
    page = listener(GERMAN, late=True)
    before = page.is_visible("[data-aloud]")

    page.evaluate("speechSynthesis.arrive()")

    assert not before
    assert page.is_visible(BUTTON)


@pytest.mark.parametrize("kind", ["finder", "calendar", "form", "search, found", "home page", "partners"])
def test_lists_and_forms_are_not_read(listener, kind):
    page = listener(GERMAN, path=KINDS[kind])

    assert page.locator("[data-aloud]").count() == 0


def test_reads_title_and_lead_then_the_facts_then_the_text(listener):
    said = listened_to(listener(GERMAN))

    order = [
        "Konzert der Lindenstimmen: Was uns zusammenhält",
        "Auf einen Blick",
        "Wann",
        "Der Saal hat eine Rampe zur Bühne und vier Plätze für Rollstühle.",
    ]
    assert [words for words in said if words in order] == order


def test_reads_no_navigation_no_buttons_and_nothing_hidden(listener):
    page = listener(GERMAN)
    page.evaluate(
        """document.querySelector(".lead").outerHTML = `<nav>Weiter</nav><button>Knopf</button>
           <p hidden>Geheim</p><p aria-hidden="true">Zierde</p><img alt="Bild">
           <script type="text/plain">Befehl</script>
           <details><summary>Mehr</summary><p>Gefaltet</p></details>` """
    )

    said = listened_to(page)

    known = {"Weiter", "Knopf", "Geheim", "Zierde", "Bild", "Befehl", "Mehr", "Gefaltet", "Vorlesen"}
    assert known & {*said} == {"Mehr"}


def test_reads_each_sentence_by_itself_and_no_day_in_two(listener):
    page = listener(GERMAN)
    page.evaluate(
        """document.querySelector(".lead").textContent = "Am 14. Mai, abends. Wer kommt? Alle, z. B. Sie!" """
    )

    said = listened_to(page)

    assert {"Am 14. Mai, abends.", "Wer kommt?", "Alle, z. B. Sie!"} <= {*said}


def test_a_long_sentence_is_read_in_parts(listener):
    page = listener(GERMAN)
    page.evaluate("document.querySelector('.lead').textContent = 'Und dann kam noch jemand, '.repeat(40)")

    said = listened_to(page)

    assert max(map(len, said)) <= 220
    assert " ".join(said).count("Und dann kam noch jemand,") == 40


def test_words_in_another_language_have_its_voice_or_are_left_out(listener):
    words = """document.querySelector(".lead").innerHTML = 'Wir sagen <i lang="tr">hoş geldiniz</i> dazu.'"""
    with_voice, without = listener(GERMAN, TURKISH), listener(GERMAN)
    with_voice.evaluate(words)
    without.evaluate(words)

    said = listened_to(without)
    listened_to(with_voice)

    assert {"text": "hoş geldiniz", "voice": "Yelda"} in with_voice.evaluate("spoken")
    assert "Wir sagen" in said
    assert "hoş geldiniz" not in said


def test_reading_can_be_paused_and_goes_on_with_the_sentence_it_stopped_in(listener):
    page = listener(GERMAN, slow=True)

    page.click(BUTTON)
    page.evaluate("speechSynthesis.end()")
    reading = page.inner_text(BUTTON)
    page.click(BUTTON)
    paused = page.inner_text(BUTTON)
    page.click(BUTTON)

    first, second, again = spoken(page)
    assert first != second == again
    assert (reading, paused) == ("Vorlesen anhalten", "Weiter vorlesen")


def test_the_keyboard_starts_and_stops_it_and_is_not_lost(listener):
    page = listener(GERMAN, slow=True)
    page.focus(BUTTON)

    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Space")

    assert page.evaluate("speechSynthesis.now") is None
    assert page.inner_text(BUTTON) == "Vorlesen"
    assert page.evaluate("document.activeElement.matches('[data-aloud] button:first-child')")


def test_the_sentence_that_is_read_is_marked(listener):
    page = listener(GERMAN, slow=True)
    marked = "[...(CSS.highlights.get('aloud') ?? [])].map(String).join('')"

    page.click(BUTTON)
    first = page.evaluate(marked)
    page.evaluate("speechSynthesis.end()")
    second = page.evaluate(marked)
    page.click(STOP)

    assert [first.strip(), second.strip()] == spoken(page)
    assert page.evaluate(marked) == ""


def test_a_browser_that_marks_no_sentences_marks_the_paragraph(listener):
    page = listener(GERMAN, slow=True, marks=False)

    page.click(BUTTON)

    assert page.inner_text(".aloud-here") == spoken(page)[0]


@pytest.mark.parametrize(("motion", "follows"), [("no-preference", True), ("reduce", False)])
def test_the_page_follows_only_who_does_not_mind_motion(listener, motion, follows):
    page = listener(GERMAN, slow=True, reduced_motion=motion, viewport={"width": 320, "height": 480})

    page.click(BUTTON)
    for _sentence in range(12):
        page.evaluate("speechSynthesis.end()")

    where = page.evaluate("[...CSS.highlights.get('aloud')][0].getBoundingClientRect().top")
    assert (0 <= where < 480) == follows


def test_it_falls_silent_when_the_page_is_left(listener):
    page = listener(GERMAN, slow=True)
    page.click(BUTTON)

    page.evaluate("dispatchEvent(new PageTransitionEvent('pagehide'))")

    assert page.evaluate("speechSynthesis.now") is None
    assert page.is_hidden(STOP)


@pytest.mark.parametrize("width", [320, 1280])
def test_the_buttons_keep_the_rules_of_the_house(listener, width):
    page = listener(GERMAN, slow=True, viewport={"width": width, "height": 800}, reduced_motion="reduce")

    page.click(BUTTON)

    assert checks.breaks_accessibility_rules(page) == []
    assert checks.overflows(page) == []
    assert checks.small_targets(page) == []
