import pytest
from django.urls import reverse
from wagtail.test.utils.form_data import inline_formset, nested_form_data

from pages.places.models import Place, Room
from tests.make.editing import filled
from tests.make.places import place, room, room_index, room_page


def url(model, view, *args):
    return reverse(model.snippet_viewset.get_url_name(view), args=args)


@pytest.fixture
def edit(admin_client):
    """Opens the form of a place or a room, changes some of its fields, and saves."""

    def edit(thing, **changes):
        address = url(type(thing), "edit", thing.pk)
        form = filled(admin_client.get(address).content.decode())
        return admin_client.post(address, {**form, **changes})

    return edit


@pytest.mark.parametrize(("latitude", "longitude"), [("52,48721", "13,42503"), ("52.48721", "13.42503")])
def test_coordinates_may_be_typed_with_a_comma_or_a_point(edit, latitude, longitude):
    house = place()

    edit(house, latitude=latitude, longitude=longitude)

    house.refresh_from_db()
    assert (str(house.latitude), str(house.longitude)) == ("52.48721", "13.42503")


@pytest.mark.parametrize("given", ["latitude", "longitude"])
def test_a_point_needs_both_numbers(edit, given):
    answer = edit(place(), **{given: "52,4"})

    assert "beide Zahlen" in str(answer.context["form"].errors)


@pytest.mark.parametrize(
    ("facts", "field", "message"),
    [
        ({"lift_width": "110", "lift_depth": "140"}, "lift", "Gibt es einen?"),
        ({"lift": "no", "lift_width": "110", "lift_depth": "140"}, "lift", "Gibt es einen?"),
        ({"lift": "yes", "lift_width": "110"}, "lift_depth", "Breite und Tiefe"),
        ({"lift": "yes", "lift_depth": "140"}, "lift_width", "Breite und Tiefe"),
        ({"steps": "501"}, "steps", "500"),
        ({"door_width": "9"}, "door_width", "30"),
        ({"floor": "-6"}, "floor", "-5"),
    ],
)
def test_a_room_that_contradicts_itself_is_not_saved(edit, facts, field, message):
    hall = room()

    answer = edit(hall, **facts)

    assert message in str(answer.context["form"].errors[field])


def test_a_room_is_saved_with_its_lift_and_its_prices(edit):
    hall = room()
    price = {"group_de": "Vereine", "price": "12,50", "unit": "hour", "id": "", "ORDER": "1", "DELETE": ""}
    tariffs = nested_form_data({"tariffs": inline_formset([price])})

    answer = edit(hall, lift="yes", lift_width="110", lift_depth="140", **tariffs)

    assert answer.status_code == 302, answer.context["form"].formsets["tariffs"].errors
    hall.refresh_from_db()
    assert hall.lift_depth == 140
    assert [(str(tariff), str(tariff.price)) for tariff in hall.tariffs.all()] == [("Vereine", "12.50")]


def test_the_lists_say_where_it_is_and_how_one_gets_in(admin_client):
    house = place("Haus am Park")
    room("Saal", house, steps=0, door_width=90)
    room("Keller", house, steps=9)
    room("Neubau", house)

    places = admin_client.get(url(Place, "list")).content.decode()
    rooms = admin_client.get(url(Room, "list")).content.decode()

    assert "Parkweg 3, 12345 Berlin" in places
    for said in ["Ohne Stufen, schmalste Tür 90 cm breit", "9 Stufen", "noch nicht gemessen"]:
        assert said in rooms


@pytest.fixture
def in_use(home):
    """A place with a room, and a room with a page."""
    page = room_page(room_index(home), room("Saal"))
    return {Place: page.room.place, Room: page.room}


@pytest.mark.parametrize("model", [Place, Room])
def test_what_is_in_use_cannot_be_deleted_and_the_house_says_why(admin_client, in_use, model):
    thing = in_use[model]

    asked = admin_client.get(url(model, "delete", thing.pk))
    answered = admin_client.post(url(model, "delete", thing.pk), follow=True)

    assert "verhindern, dass es gelöscht wird" in asked.content.decode()
    assert answered.status_code == 200
    assert model.objects.filter(pk=thing.pk).exists()


@pytest.mark.parametrize("model", [Place, Room])
def test_what_is_in_use_cannot_be_deleted_among_others(admin_client, in_use, model):
    free = place("Schule") if model is Place else room("Keller")
    address = reverse("wagtail_bulk_action", args=["places", model._meta.model_name, "delete"])
    both = f"{address}?id={in_use[model].pk}&id={free.pk}"

    asked, answered = admin_client.get(both), admin_client.post(both, follow=True)

    assert (asked.status_code, answered.status_code) == (200, 200)
    assert model.objects.filter(pk__in=[in_use[model].pk, free.pk]).count() == 2


@pytest.mark.parametrize("model", [Place, Room])
def test_what_nobody_needs_can_be_deleted(admin_client, model):
    thing = place("Schule") if model is Place else room("Keller")

    admin_client.post(url(model, "delete", thing.pk))

    assert not model.objects.filter(pk=thing.pk).exists()


def test_a_draft_whose_room_was_deleted_can_still_be_opened_and_published(admin_client, in_use):
    page = in_use[Room].pages.get()
    page.room = other = room("Keller")
    draft = page.save_revision()
    admin_client.post(url(Room, "delete", other.pk))

    opened = admin_client.get(reverse("wagtailadmin_pages:edit", args=[page.pk]))
    draft.publish()

    assert opened.status_code == 200
    page.refresh_from_db()
    assert page.room == in_use[Room]
