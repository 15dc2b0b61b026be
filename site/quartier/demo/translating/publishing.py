"""Make a translation and publish it: as wagtail-localize does, or, where it is written freely, by hand."""

from django.utils.translation import override
from wagtail.models import Page
from wagtail.models.copying import _copy
from wagtail_localize.models import Translation, TranslationLog, TranslationSource
from wagtail_localize.segments.ingest import ingest_segments

from quartier.demo.dating import date_translation
from quartier.demo.notation.faults import Fault, at
from quartier.demo.translating.alongside import Twin
from quartier.demo.translating.segments import keep
from quartier.languages.states import note_machine

NOT_COPIED = {
    **{"live": False, "has_unpublished_changes": True, "live_revision": None, "latest_revision": None},
    **{"first_published_at": None, "last_published_at": None},
}


class Interpreter:
    """Writes the texts of leaves beside an original, in its name and on its days."""

    def __init__(self, filler, user):
        self.filler, self.user = filler, user

    def translate(self, original, leaves, day):
        """Publish each of the leaves as of `day`. Raises Fault."""
        if not leaves:
            return
        source, _created = TranslationSource.update_or_create_from_instance(original)
        for leaf in leaves:
            with at(leaf.file):
                translation, _new = Translation.objects.get_or_create(
                    source=source, target_locale=leaf.locale
                )
                write = self._in_step if translation.enabled else self._freely
                made = _copied(original, leaf.locale)
                write(source, original, leaf, made)
                date_translation(translation, self._published(original, made, leaf, source), day)

    def _in_step(self, source, original, leaf, made):
        """Sentence by sentence, so that the form of the translation opens with what stands on the page."""
        twin = Twin(original, leaf.texts(type(original)), leaf.locale.language_code, self.filler)
        keep(source, leaf, original, twin, self.user)
        segments = source._get_segments_for_translation(leaf.locale, fallback=True)
        ingest_segments(source.as_instance(), made, source.locale, leaf.locale, segments)

    def _freely(self, source, original, leaf, made):
        """A text of its own: only the facts are the same."""
        for name in set(original.texts) - {"title", "slug"}:
            field = original._meta.get_field(name)
            if not field.one_to_many:
                setattr(made, name, field.get_default())
        with override(leaf.locale.language_code):
            self.filler.assign(made, leaf.texts(type(original)))

    def _published(self, original, made, leaf, source):
        with at():
            if isinstance(made, Page):
                _above(original, leaf.locale).add_child(instance=made)
            else:
                made.save()
        revision = made.save_revision(user=self.user, clean=False)
        revision.publish(user=self.user)
        TranslationLog.objects.create(source=source, locale=leaf.locale, revision=revision)
        if leaf.is_machine_made:
            note_machine(made)
        return made


def _copied(original, locale):
    """Not saved yet. wagtail-localize saves it three times on the way, and that is what takes its time."""
    left_out = ["id"]
    if isinstance(original, Page):
        left_out = original.default_exclude_fields_in_copy + original.exclude_fields_in_copy
    made, children = _copy(original, exclude_fields=left_out, update_attrs={**NOT_COPIED, "locale": locale})
    for child in children.values():
        if hasattr(child, "locale_id"):
            child.locale = locale
    return made


def _above(original, locale):
    """The page in this language that it is to stand below."""
    above = original.get_parent()
    if above.is_root():
        return above
    found = above.get_translations().filter(locale=locale).first()
    if found is None:
        raise Fault(f"the page above, “{above.title}”, is not translated")
    return found.specific
