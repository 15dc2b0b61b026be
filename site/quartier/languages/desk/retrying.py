"""What machines gave up: shown to those who may change the page, to be tried again or left alone."""

from django.core.exceptions import PermissionDenied
from django.shortcuts import get_object_or_404, redirect
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.views import View
from django.views.decorators.http import require_POST
from wagtail.admin import messages

from quartier.languages import errands
from quartier.languages.desk.rights import Rights
from quartier.languages.desk.rows import changeable
from quartier.languages.desk.ways import called
from quartier.languages.states import standings

MOST = 50


def given_up_for(user):
    """The newest of them, with the name of their language."""
    found = list(errands.given_up()[:MOST])
    may = changeable(user, [errand.page_id for errand in found]) if found else ()
    return [
        {"errand": errand, "language": called(errand.locale.language_code)}
        for errand in found
        if errand.page_id in may
    ]


@method_decorator(require_POST, name="dispatch")
class GivenUpView(View):
    """Tries an errand again, or strikes it off the list."""

    def post(self, request, errand_id):
        errand = get_object_or_404(errands.given_up(), pk=errand_id)
        page, code = errand.page, errand.locale.language_code
        rights = Rights(request.user, [page], [code])
        standing = standings([page])[page.translation_key][code]
        if not rights.may_work_on(page, code, standing):
            raise PermissionDenied
        if "forget" in request.POST:
            errand.delete()
            messages.success(request, _("The machine leaves this page alone."))
        else:
            publishes = errand.publishes and rights.may_publish(page, code, standing)
            errands.ask([page], errand.locale, request.user, publishes)
            messages.success(request, _("The machine tries this page again within a few minutes."))
        return redirect("languages:overview")
