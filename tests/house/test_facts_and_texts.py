import pytest
from modelcluster.fields import ParentalKey
from modelcluster.models import ClusterableModel, get_all_child_relations
from wagtail.models import DraftStateMixin, Page, RevisionMixin, TranslatableMixin, get_page_models
from wagtail_localize.fields import SynchronizedField, TranslatableField, get_translatable_fields

from pages.enquiries.models import FormField
from pages.passages.models import Passage

OURS = [*(model for model in get_page_models() if model.__module__.startswith("pages.")), Passage, FormField]
WAGTAILS = {
    field.name
    for mixin in (DraftStateMixin, RevisionMixin, TranslatableMixin)
    for field in mixin._meta.get_fields()
}
OF_EVERY_PAGE = {"title", "slug", "seo_title", "search_description"}


def typed_by_an_editor(model):
    """The names of the editable fields that our code brings, and of Wagtail's own texts."""
    fields = [*model._meta.local_fields, *model._meta.local_many_to_many]
    editable = [field for field in fields if field.editable and not field.primary_key]
    names = {field.name for field in editable if not isinstance(field, ParentalKey)}
    if issubclass(model, ClusterableModel):
        lists = get_all_child_relations(model)
        names |= {each.name for each in lists if each.related_model.__module__.startswith("pages.")}
    return (names - WAGTAILS) | (OF_EVERY_PAGE if issubclass(model, Page) else set())


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_every_field_is_either_a_fact_or_a_text(model):
    declared = [*model.facts, *model.texts]

    assert sorted(declared) == sorted(typed_by_an_editor(model))


@pytest.mark.parametrize("model", OURS, ids=lambda model: model.__name__)
def test_facts_are_shared_and_texts_are_translated(model):
    treated = {field.field_name: type(field) for field in get_translatable_fields(model)}

    assert {name: treated[name] for name in model.facts} == dict.fromkeys(model.facts, SynchronizedField)
    assert {name: treated[name] for name in model.texts} == dict.fromkeys(model.texts, TranslatableField)
