"""Forms, and what a browser would send when somebody fills one in."""

from bs4 import BeautifulSoup

from pages.enquiries.intake.posting import TICKET
from pages.enquiries.intake.ticket import Ticket
from pages.enquiries.kinds import Kind
from pages.enquiries.models import FormField, FormPage


def question(label="Ihr Name", kind=Kind.LINE, choices=(), **more):
    """One question, not yet in a form."""
    return FormField(label=label, field_type=kind, choices="\n".join(choices), **more)


def form_page(parent, *questions, title="Schreiben Sie uns", **facts):
    """A published form; without questions it asks for a mail address and what it is about."""
    page = FormPage(title=title, locale=parent.locale, **facts)
    page.form_fields = list(questions) or [
        question("Ihre E-Mail", Kind.MAIL, required=True),
        question("Worum geht es?", Kind.LINES, required=True),
    ]
    for place, field in enumerate(page.form_fields.all()):
        field.sort_order = place
    return parent.add_child(instance=page)


def answers(page, *given, **more):
    """The fields of a filled form, by the order of its questions; the form has been open for a while."""
    names = [field.clean_name for field in page.form_fields.all()]
    data = dict(zip(names, given, strict=False))
    return {TICKET: Ticket.new(page, at_once=True).signed, **data, **more}


def sent(client, page, *given, query="", **more):
    """The answer to a filled form."""
    return client.post(f"{page.url}{query}", answers(page, *given, **more))


def read(response):
    return BeautifulSoup(response.content.decode(), "html.parser")


def main(response):
    """What stands in the middle of the page, as text with single spaces."""
    return " ".join(read(response).main.get_text(" ").split())
