"""What a browser would send when an editor changes a few fields of a form and presses a button."""

from bs4 import BeautifulSoup
from django.contrib.auth import get_user_model

from quartier.operations.roles import EDITORS, VOLUNTEERS, create_roles, group_of


def editor(name="rita", role=EDITORS):
    """Someone of the editors' group."""
    create_roles()
    user = get_user_model().objects.create_user(name, first_name=name.title(), password=None)
    user.groups.add(group_of(role))
    return user


def volunteer(name="vera"):
    """Someone who may write and ask for approval."""
    return editor(name, VOLUNTEERS)


def filled(html, **changes):
    """The fields of an edit form as they stand there, with changes; bodies are empty, None leaves out."""
    form = max(BeautifulSoup(html, "html.parser").select("form"), key=lambda form: len(form.select("[name]")))
    data = {f"{stream['id']}-count": "0" for stream in form.select("[data-block]")}
    for field in form.select("input[name], textarea[name], select[name]"):
        if field.get("type") in ("checkbox", "radio") and not field.has_attr("checked"):
            continue
        name, value = field["name"], _value(field)
        several = field.get("type") == "checkbox" and name in data
        data[name] = [*_listed(data[name]), value] if several else value
    return {name: value for name, value in {**data, **changes}.items() if value is not None}


def _listed(value):
    return value if isinstance(value, list) else [value]


def _value(field):
    if field.name == "textarea":
        return field.text.removeprefix("\n")
    if field.name == "select":
        chosen = field.select_one("option[selected]") or field.select_one("option")
        return chosen["value"] if chosen else ""
    return field.get("value", "on" if field.get("type") == "checkbox" else "")
