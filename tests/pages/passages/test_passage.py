from pages.passages.models import Passage
from tests.make.pages import plain_page


def test_a_passage_reads_the_same_on_every_page_and_in_its_preview(client, home, rf):
    passage = Passage.objects.create(name="Spenden", body=[("text", "<p>Jeder Euro hilft.</p>")], live=True)
    plain_page(home, "Mitmachen", slug="mitmachen", body=[("passage", passage)])

    page = client.get("/de/mitmachen/").content.decode()
    preview = passage.make_preview_request().content.decode()

    assert "Jeder Euro hilft." in page
    assert "Jeder Euro hilft." in preview
    assert preview.count("<h1") == 1
