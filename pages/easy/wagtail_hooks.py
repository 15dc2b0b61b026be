"""The glossary, in the menu "Our house"."""

from django.utils.translation import gettext_lazy as _
from wagtail.admin.ui.tables import UpdatedAtColumn
from wagtail.snippets.models import register_snippet
from wagtail.snippets.views.snippets import SnippetViewSet

from pages.easy.models import GlossaryWord


@register_snippet
class GlossaryWordViewSet(SnippetViewSet):
    """By word, with its explanation."""

    model = GlossaryWord
    icon = "openquote"
    menu_label = _("Glossary")
    menu_hook = "register_house_menu_item"
    menu_order = 45
    list_display = ["word", "explanation", UpdatedAtColumn()]
    search_fields = ["word", "explanation"]
    search_backend_name = None
