"""A word that needs no database, and Wagtail's pages."""

from django.http import HttpResponse
from django.urls import include, path
from wagtail import urls as wagtail_urls


def hello(request):
    return HttpResponse("hello")


urlpatterns = [path("hello/", hello), path("", include(wagtail_urls))]
