"""Bringing to translators what the original says now: readers see it once it is translated and published."""

from wagtail_localize.views.update_translations import UpdateTranslationsForm, UpdateTranslationsView


class SyncForm(UpdateTranslationsForm):
    """Without a tick for publishing: whoever may hand in a translation need not be allowed to publish it."""

    def __init__(self, *args, **kwargs):
        super().__init__(*args, **kwargs)
        del self.fields["publish_translations"]

    def clean(self):
        return {**super().clean(), "publish_translations": False}


class SyncView(UpdateTranslationsView):
    """Changes what waits in the forms of the translations, and no page that is public."""

    def get_form(self):
        return SyncForm(self.request.POST if self.request.method == "POST" else None)
