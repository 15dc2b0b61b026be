"""What somebody agrees to who wants the newsletter: the sentence that is shown, and kept as proof."""

from django.utils.translation import gettext as _


def consent(centre) -> str:
    """In the active language. Whoever changes its meaning changes it for new subscribers only."""
    return _(
        "If you press the button, %(house)s sends you its newsletter by e-mail. For that we keep your e-mail "
        "address, your language and what you choose here, and when you agreed; nothing else. Nobody else "
        "gets it. You can leave at any time with a link in every mail."
    ) % {"house": centre.name}
