"""What all these pages share: one card on the screen, no script that is not ours, kept by no cache."""

from csp.constants import NONCE, SELF
from django.conf import settings
from django.utils.decorators import method_decorator
from django.views.decorators.cache import never_cache

FOLDER = "wagtailadmin/signing_in"


@method_decorator(never_cache, name="dispatch")
class Card:
    """A page with the strict policy of the public pages. Its colours carry a number: it is kept nowhere."""

    def dispatch(self, request, *args, **kwargs):
        response = super().dispatch(request, *args, **kwargs)
        response._csp_config = settings.CONTENT_SECURITY_POLICY["DIRECTIVES"] | {"style-src": [SELF, NONCE]}
        return response
