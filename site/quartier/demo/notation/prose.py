"""Links in running text, as data files write them and as Wagtail keeps them."""

import re

from wagtail.documents import get_document_model
from wagtail.models import Page

from quartier.demo.notation.faults import Fault

LINK = re.compile(r'<a\s+href="([^"]*)"\s*>')
ELSEWHERE = ("https://", "http://", "mailto:", "tel:")


def prose(html, shelf):
    """Rich text whose links to "/pages/" and "doc:files" follow their goal when it moves."""
    if not html:
        return ""
    if not isinstance(html, str) or not html.lstrip().startswith("<"):
        raise Fault("running text has to begin with a paragraph or a list: <p>…</p>")
    if html.count("<a") - html.count("<abbr") != len(LINK.findall(html)):
        raise Fault('links have to be written as <a href="…">')
    return LINK.sub(lambda link: f"<a {_goal(link[1], shelf)}>", " ".join(html.split()))


def _goal(address, shelf):
    if address.startswith("/"):
        return f'linktype="page" id="{shelf.get(Page, address).pk}"'
    if address.startswith("doc:"):
        return f'linktype="document" id="{shelf.get(get_document_model(), address.removeprefix("doc:")).pk}"'
    if address.startswith(ELSEWHERE):
        return f'href="{address}"'
    raise Fault(f"a link cannot lead to “{address}”")
