"""Whether it is known what each translation was made from: the same that `manage.py texts` compares."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy

from quartier.languages import filling
from quartier.operations.doctor.finding import good, look


def look_at(patience):
    found = filling.faults(patience.each)
    if not found:
        yield good(_("It is known which text each translation was made from."))
        return
    says = ngettext_lazy(
        "Of {number} page it is not known which text its translations were made from.",
        "Of {number} pages it is not known which text their translations were made from.",
        len(found),
    )
    remedy = _("A daily job puts it right; at once does `manage.py texts --repair`.")
    yield look(says, remedy, number=len(found))
