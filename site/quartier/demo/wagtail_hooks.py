"""What the demo adds to the admin: a line in the home page's history."""

from django.utils.translation import gettext_lazy as _
from wagtail import hooks

from quartier.demo.loading import LOADED
from quartier.demo.mailbox import desk as mailbox  # noqa: F401 (it registers itself)


@hooks.register("register_log_actions")
def name_the_loading(actions):
    actions.register_action(LOADED, _("Load the demo centre"), _("Demo centre loaded"))
