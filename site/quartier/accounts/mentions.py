"""What somebody points to in the form of a page, right or wrong: pages, pictures, documents, passages.

A number in a form could name any page; once saved, the form would show its title. Read from what was sent
rather than from what is valid, since a form with an error is shown again.
"""

from django.contrib.contenttypes.models import ContentType
from django.forms.models import ModelChoiceField
from wagtail.blocks.base import BlockField
from wagtail.models import Page, ReferenceIndex
from wagtail.permissions import policy_registry

from pages.passages.models import Passage
from pages.pictures.models import File, Picture
from quartier.accounts.limited import readable


def points_too_far(request, page):
    """Whether the form that was sent for a page points to something new that its writer may not see."""
    draft = page.get_latest_revision_as_object()
    known = {*_named_on(page), *_named_on(draft)}
    form_class = draft.get_edit_handler().get_form_class()
    form = form_class(request.POST, instance=draft, for_user=request.user, parent_page=page.get_parent())
    try:
        named = set(_named_in(form))
    except (KeyError, ValueError):
        return True  # no browser sends that
    return any(key not in allowed for key, allowed in _judged(request.user, named - known))


def _judged(user, named):
    """Each key with the keys of its kind that the user may point to."""
    for kind, allowed in ALLOWED.items():
        if keys := [key for each, key in named if each is kind]:
            keys_allowed = set(map(str, allowed(user)))
            yield from ((key, keys_allowed) for key in keys)


def _choosable(model):
    policy = policy_registry.get_by_type(model)
    return lambda user: policy.instances_user_has_permission_for(user, "choose").values_list("pk", flat=True)


ALLOWED = {
    Page: readable,
    Picture: _choosable(Picture),
    File: _choosable(File),
    Passage: lambda user: Passage.objects.filter(live=True).values_list("pk", flat=True),
}


def _named_on(page):
    for kind, key, *_path in ReferenceIndex._extract_references_from_object(page):
        yield _kind(ContentType.objects.get_for_id(kind).model_class()), key


def _named_in(form):
    for name in form.fields:
        yield from _in_field(form[name])
    for formset in getattr(form, "formsets", {}).values():
        for each in formset.forms:
            yield from _named_in(each)


def _in_field(bound):
    field, value = bound.field, bound.data
    if isinstance(field, BlockField):
        yield from ((_kind(model), str(key)) for model, key, *_path in field.block.extract_references(value))
    elif isinstance(field, ModelChoiceField) and value:
        keys = value if isinstance(value, list | tuple) else [value]
        yield from ((_kind(field.queryset.model), str(key)) for key in keys)


def _kind(model):
    return next((kind for kind in ALLOWED if issubclass(model, kind)), model)
