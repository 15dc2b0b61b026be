"""Addresses for programs: where what comes back is posted to."""

from django.apps import apps
from django.urls import include, path

from pages.mailings.bounces.views import posted

for_programs = [path("hooks/bounces/<str:secret>/", posted, name="bounces")]
if apps.is_installed("anymail"):
    for_programs.append(path("hooks/anymail/", include("anymail.urls")))
