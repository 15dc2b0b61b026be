"""People of the centre, in as few words as possible."""

from pages.people.models import Person


def person(name="Jonas Brandt", phone="030 5550-140", mail="raeume@haus.example", **fields):
    """Someone to turn to."""
    return Person.objects.create(name=name, phone=phone, mail=mail, **fields)
