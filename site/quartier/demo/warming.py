"""Every page is opened once, so that the first reader does not wait for pictures to be drawn in all sizes."""

from urllib.parse import urlsplit

from django.conf import settings
from django.test.client import Client
from wagtail.models import Page

from quartier.demo.notation.faults import Fault


def open_every_page(tell=lambda done, pages: None):
    """Ask for each public page as a browser would; raises Fault where the answer is not the page."""
    address = urlsplit(settings.SITE_URL)
    client = Client(headers={"host": address.netloc}, raise_request_exception=False)
    pages = Page.objects.live().public().filter(depth__gt=1).order_by("path")
    for done, page in enumerate(pages):
        tell(done, len(pages))
        answer = client.get(page.url, secure=address.scheme == "https")
        if answer.status_code != 200:
            raise Fault(f"the page answers {answer.status_code}", page.url)
    tell(len(pages), len(pages))
