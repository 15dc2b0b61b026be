"""Who runs a service, and whom to ask.

Of a person's ways to be reached the phone is told and the mail address is not: on the pages it is veiled from
those who harvest, and it shall not be had here for the asking. Letters go to the house or to the partner.
"""

from django.conf import settings

from pages.services.export import identity, said
from pages.services.export.plain import without_gaps


def centre(house):
    key = identity.of("centre")
    return without_gaps(
        {
            "id": key,
            "name": house.name,
            "description": str(house.claim) or house.name,
            "email": house.mail,
            "website": f"{settings.SITE_URL}/",
            "phones": [phone(key, house.phone)] if house.phone else [],
        }
    )


def partner(page):
    key, facts = page.translation_key, page.chosen
    return without_gaps(
        {
            "id": str(key),
            "name": said.filled(page.title),
            "description": said.filled(page.summary) or said.filled(page.title),
            "email": facts.mail,
            "website": facts.link,
            "phones": [phone(key, facts.phone)] if facts.phone else [],
        }
    )


def contact(person):
    key = identity.of("person", person.pk)
    return without_gaps(
        {
            "id": key,
            "name": person.name,
            "title": str(person.role),
            "phones": [phone(key, person.phone)] if person.phone else [],
        }
    )


def phone(owner, number):
    return {"id": identity.part(owner, "phone"), "number": number, "type": "voice"}
