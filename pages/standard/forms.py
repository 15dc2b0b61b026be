"""How a plain page is edited."""

from pages.editing import PageForm
from pages.standard import starts


class StandardPageForm(PageForm):
    """Puts the start version into the empty body of an imprint and the like, whichever button was pressed."""

    def clean(self):
        cleaned = super().clean()
        if not cleaned.get("body") and "body" not in self.errors and "purpose" in cleaned:
            stored = starts.bricks(cleaned["purpose"], self.instance.locale.language_code)
            cleaned["body"] = self.instance._meta.get_field("body").to_python(stored)
        return cleaned
