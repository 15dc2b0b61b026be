"""Where a subscription is confirmed, changed and ended: below the language, and without it for programs."""

from django.urls import path

from pages.subscribers import views

in_a_language = [
    path("abo/ende/", views.left, name="left"),
    path("abo/ja/<str:token>/", views.confirmation, name="confirmation"),
    path("abo/<str:token>/", views.subscription, name="subscription"),
]
for_programs = [
    path("abo/<str:token>/", views.unsubscribe, name="unsubscribe"),
]
