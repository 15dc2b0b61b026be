"""The form in which an editor writes any page."""

from itertools import count

from wagtail.admin.forms import WagtailAdminPageForm
from wagtail.models import Page


class PageForm(WagtailAdminPageForm):
    """Gives a page that was never public an address of its own, instead of an error on another tab.

    Two pages may be called alike. While a page is new its address follows its title, so nobody chose
    it, and nobody has to change it.
    """

    def clean_slug(self):
        slug = self.cleaned_data["slug"]
        if not slug or self.instance.first_published_at:
            return slug
        names = (slug if number == 1 else f"{slug}-{number}" for number in count(1))
        return next(name for name in names if Page._slug_is_available(name, self.parent_page, self.instance))
