"""`manage.py reindex`: read all published pages anew, after an import or a restored backup."""

from django.core.management.base import BaseCommand
from wagtail.models import Page

from pages.base import BasePage
from quartier.search.indexing import index
from quartier.search.models import Mention, Word


class Command(BaseCommand):
    """Notes the words of every published page for the search."""

    help = "Reads all published pages anew, so that the search finds what they say."

    def handle(self, **options):
        pages = 0
        for page in Page.objects.live().specific().iterator(chunk_size=100):
            if isinstance(page, BasePage):
                index(page)
                pages += 1
        Mention.objects.filter(page__live=False).delete()
        Word.objects.filter(mentions=None).delete()
        self.stdout.write(f"{pages} pages, {Word.objects.count()} words")
