"""Every page is opened once, in its own language, with its pictures as a small screen asks for them."""

import re
from functools import partial
from urllib.parse import urlsplit

from django.conf import settings
from django.test.client import Client

from blocks.closed import open_pages
from blocks.originals import originals
from quartier.demo.notation.faults import Fault

SMALLEST_PICTURE = re.compile(r'srcset="(\S+\.avif)')


def open_every_page(tell=lambda done, pages: None):
    """Ask for each public page as a browser would; raises Fault where the answer is not what was asked for.

    Translations show the pictures of their originals. Of each picture only the first size in the first format
    is drawn: the others when somebody needs them.
    """
    address = urlsplit(settings.SITE_URL)
    client = Client(headers={"host": address.netloc}, raise_request_exception=False)
    ask = partial(_ask, client, secure=address.scheme == "https")
    drawn = set()
    pages = originals(open_pages()).filter(depth__gt=1).order_by("path")
    for done, page in enumerate(pages):
        tell(done, len(pages))
        html = ask(page.url).content.decode()
        for picture in set(SMALLEST_PICTURE.findall(html)) - drawn:
            ask(picture).close()
            drawn.add(picture)
    tell(len(pages), len(pages))


def _ask(client, url, *, secure):
    answer = client.get(url, secure=secure)
    if answer.status_code != 200:
        raise Fault(f"the answer is {answer.status_code}", url)
    return answer
