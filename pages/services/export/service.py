"""One service in the words of HSDS 3.1. Facts in, a tree of plain values out: no query."""

from functools import partial

from pages.offers.choices import Cost, Registration
from pages.services.export import identity, said
from pages.services.export.facts import Facts
from pages.services.export.location import location
from pages.services.export.organization import centre, contact, partner, phone
from pages.services.export.plain import absolute, without_gaps
from pages.services.export.schedule import schedules
from pages.tongues import CODES, name_of

PRICED = {Cost.FREE: 0, Cost.DONATION: 0}


def service(page, facts: Facts, now) -> dict:
    key = page.translation_key
    run_by = _run_by(page, facts)
    return without_gaps(
        {
            "id": str(key),
            "name": said.filled(page.title),
            "description": said.filled(page.summary),
            "url": absolute(page),
            "additional_urls": [*_form(page, facts)],
            "email": run_by.get("email", "") if run_by else "",
            "status": "active",
            "interpretation_services": said.interpreting(page),
            "application_process": said.registration(page, _way(page, facts)),
            "fees_description": said.cost(page),
            "eligibility_description": said.audiences(page),
            "last_modified": _moment(page.last_published_at),
            "phones": _phones(page, run_by),
            "schedules": [*schedules(page, now)],
            "service_areas": [*_areas(page, facts)],
            "service_at_locations": [*_locations(page, facts)],
            "languages": [*_languages(page)],
            "organization": run_by,
            "funding": [*_funding(page, facts)],
            "cost_options": [*_costs(page)],
            "contacts": [*_contacts(page, facts)],
            "attributes": [*_terms(page, facts), *_attributes(page)],
        }
    )


def _run_by(page, facts):
    """The house or the partner; nobody where the partner's page is not for everybody."""
    if not page.partner_id:
        return facts.once("house", lambda: centre(facts.house))
    shown = facts.partners.get(page.partner_id)
    return shown and facts.once(("partner", shown.pk), lambda: partner(shown))


def _contacts(page, facts):
    if page.contact:
        yield facts.once(("person", page.contact_id), lambda: contact(page.contact))


def _phones(page, run_by):
    if page.contact and page.contact.phone:
        return [phone(page.translation_key, page.contact.phone)]
    return [phone(page.translation_key, each["number"]) for each in (run_by or {}).get("phones", [])]


def _form(page, facts):
    form = facts.forms.get(page.registration_form_id)
    if form and page.registration == Registration.FORM:
        yield {
            "id": identity.part(page.translation_key, "registration form"),
            "label": said.filled(form.title),
            "url": absolute(form),
        }


def _way(page, facts):
    """Where one registers; a person's mail address stands on the page alone."""
    person, house = page.contact, facts.house
    form = facts.forms.get(page.registration_form_id)
    ways = {
        Registration.PHONE: (person and person.phone) or house.phone,
        Registration.MAIL: "" if person and person.mail else house.mail,
        Registration.FORM: absolute(form) if form else "",
        Registration.LINK: page.registration_link,
    }
    return ways.get(page.registration, "")


def _areas(page, facts):
    if facts.house.city:
        yield {"id": identity.part(page.translation_key, "area"), "name": facts.house.city}


def _locations(page, facts):
    place = page.room.place if page.room else page.place
    if place:
        tells = facts.rooms.get(page.room_id)
        found = facts.once(("room", page.room_id, place.pk), lambda: location(place, page.room, tells))
        yield without_gaps(
            {
                "id": identity.part(page.translation_key, f"at {found['id']}"),
                "description": str(page.access_note),
                "location": found,
            }
        )


def _languages(page):
    for code in CODES:
        if code in page.languages:
            name = name_of(code)
            yield {"id": identity.part(page.translation_key, f"speaks {code}"), "name": name, "code": code}


def _funding(page, facts):
    for funder in facts.funders.get(page.translation_key, ()):
        key = identity.part(page.translation_key, f"funded by {funder.translation_key}")
        wording = str(funder.chosen.duty_text)
        duty = [{"id": identity.part(key, "wording"), "label": "wording", "value": wording}]
        yield without_gaps(
            {"id": key, "source": said.filled(funder.title), "attributes": duty if wording else []}
        )


def _costs(page):
    """Amounts in euros. Where the price is not known there is no amount, and no 0 either."""
    if page.cost in PRICED:
        yield _cost(page, "price", PRICED[page.cost], page.get_cost_display())
    elif page.cost == Cost.FIXED:
        per = page.get_price_per_display()
        if page.price is not None:
            yield _cost(page, "price", page.price, per)
        if page.reduced_price is not None:
            yield {**_cost(page, "reduced price", page.reduced_price, per), "option": said.reduced()}


def _cost(page, name, amount, about):
    return {
        "id": identity.part(page.translation_key, name),
        "currency": "EUR",
        "amount": float(amount),
        "amount_description": about,
    }


def _terms(page, facts):
    """What it is about and whom it is for, in the house's own two lists of words."""
    for kind, terms in (("audience", page.audiences.all()), ("topic", page.topics.all())):
        for term in terms:
            yield {
                "id": identity.part(page.translation_key, f"{kind} {term.slug}"),
                "link_type": kind,
                "link_entity": "service",
                "taxonomy_term": facts.once((kind, term.pk), partial(_term, kind, term)),
            }


def _term(kind, term):
    name = str(term.name)
    taxonomy = {"id": identity.of(kind), "name": kind, "description": said.taxonomy(kind)}
    return {
        "id": identity.of(kind, term.slug),
        "code": term.slug,
        "name": name,
        "description": name,
        "taxonomy": kind,
        "taxonomy_detail": taxonomy,
        "language": term.name.language,
    }


def _attributes(page):
    """Facts for which HSDS has no field: label and value; a yes only where it is a yes."""
    registered, days = page.registration != Registration.NONE, page.registration_days
    known = {
        "registration": page.registration if registered or page.times.all() else "",
        "registration_days": str(page.registration_days) if registered and days is not None else "",
        "registration_help": "yes" if page.helps_to_register else "",
        "by_appointment": "yes" if page.is_by_appointment else "",
        "child_care": "yes" if page.has_child_care else "",
        "interpreter_on_request": "yes" if page.has_interpreter else "",
        "sign_language_on_request": "yes" if page.has_sign_language else "",
        "bring_along": said.filled(page.bring_along),
    }
    for label, value in known.items():
        if value:
            yield {"id": identity.part(page.translation_key, label), "label": label, "value": value}


def _moment(at):
    return at.isoformat(timespec="milliseconds").replace("+00:00", "Z") if at else ""
