from wagtail.models import Locale
from wagtail.rich_text import RichText

from pages.passages.models import Passage


def test_reusable_content_is_previewed_in_the_look_of_the_site(rf, home):
    passage = Passage(
        name="Ankommen", locale=Locale.get_default(), body=[("text", RichText("<p>Einfach klingeln.</p>"))]
    )

    response = passage.make_preview_request(rf.get("/de/"))

    html = response.render().content.decode() if not response.is_rendered else response.content.decode()
    assert "Einfach klingeln." in html
    assert '<header class="site-header' in html
