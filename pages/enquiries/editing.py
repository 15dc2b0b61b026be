"""The form in which a volunteer builds a form."""

from itertools import count

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from pages.editing import PageForm
from pages.enquiries.kinds import Kind

EMPTY = _("A form needs a question at least. Please add one.")
TWICE = _("Another question is called the same. Please word one of them differently.")
NO_CHOICES = _("What can one choose from? Please type at least two choices, one in each line.")
NO_MAIL_ASKED = _("There is no question for the e-mail address, so nobody can get a copy.")
NO_ADDRESS = _("This person has no e-mail address here. Please add it, or choose somebody else.")


class FormPageForm(PageForm):
    """Says at the place what would keep the form from working, once it is more than a draft."""

    def clean(self):
        cleaned = super().clean()
        forms = self._kept()
        self._name(forms)
        if not self.is_deferred_validation:
            self._check_questions(forms)
            self._check_addresses(cleaned, forms)
        return cleaned

    def _kept(self):
        """The questions that are not being deleted, in their order."""
        formset = self.formsets.get("form_fields")
        forms = [form for form in formset.forms if form.is_valid() or form.errors] if formset else []
        return [form for form in forms if form.cleaned_data and not form.cleaned_data.get("DELETE")]

    def _name(self, forms):
        """Each question has a name of its own that stays when it is reworded."""
        taken = {form.instance.clean_name for form in forms}
        for form in forms:
            if not form.instance.clean_name:
                wanted = form.instance.get_field_clean_name()[:240] or "frage"
                names = (wanted if number == 1 else f"{wanted}_{number}" for number in count(1))
                form.instance.clean_name = next(name for name in names if name not in taken)
                taken.add(form.instance.clean_name)

    def _check_questions(self, forms):
        formset = self.formsets.get("form_fields")
        if formset is not None and not forms and formset.is_valid():
            formset._non_form_errors.append(EMPTY)
        labels = [form.cleaned_data.get("label", "").casefold() for form in forms]
        for form, label in zip(forms, labels, strict=True):
            if label and labels.count(label) > 1:
                form.add_error("label", ValidationError(TWICE))
            if form.instance.lacks_choices:
                form.add_error("choices", ValidationError(NO_CHOICES))

    def _check_addresses(self, cleaned, forms):
        kinds = {form.cleaned_data.get("field_type") for form in forms}
        if cleaned.get("offers_copy") and Kind.MAIL not in kinds:
            self.add_error("offers_copy", NO_MAIL_ASKED)
        contact = cleaned.get("contact")
        if contact and not contact.mail:
            self.add_error("contact", NO_ADDRESS)
