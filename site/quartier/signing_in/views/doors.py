"""Doors with a password of their own, before pages and documents: guessing it takes time, too."""

from http import HTTPStatus

from django.shortcuts import render
from django.views.decorators.debug import sensitive_post_parameters
from wagtail import views as pages
from wagtail.documents.views import serve as documents

from quartier.signing_in.patience import WITH_A_PAGE, attempt
from quartier.signing_in.waiting import please_wait, seconds


@sensitive_post_parameters()
def page(request, page_view_restriction_id, page_id):
    counted = f"page {page_view_restriction_id}"
    return _guarded(request, counted, pages.authenticate_with_password, page_view_restriction_id, page_id)


@sensitive_post_parameters()
def document(request, restriction_id):
    counted = f"document {restriction_id}"
    return _guarded(request, counted, documents.authenticate_with_password, restriction_id)


def _guarded(request, counted, view, *args):
    if request.method != "POST":
        return view(request, *args)
    tried = attempt(request, (counted, WITH_A_PAGE))
    if wait := tried.begin():
        return _later(request, wait)
    response = view(request, *args)
    if response.status_code == HTTPStatus.FOUND:
        tried.was_right()
    return response


def _later(request, wait):
    words = {"sentence": please_wait(wait)}
    response = render(request, "429.html", words, status=HTTPStatus.TOO_MANY_REQUESTS)
    response["Retry-After"] = str(seconds(wait))
    response["Cache-Control"] = "private, no-store"
    return response
