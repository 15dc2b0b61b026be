"""A long list of dates, part by part; counted only as far as somebody would turn pages."""

from functools import cached_property

from django.core.paginator import Paginator

PER_PAGE = 14


class Parts(Paginator):
    """The first `limit` of a queryset of dates, in pages. To count them all would take longer than a page."""

    def __init__(self, dates, limit):
        super().__init__(dates, PER_PAGE)
        self.limit = limit

    @cached_property
    def counted(self):
        return self.object_list.order_by()[: self.limit + 1].count()

    @cached_property
    def count(self):
        return min(self.counted, self.limit)

    @property
    def is_cut_off(self):
        return self.counted > self.limit
