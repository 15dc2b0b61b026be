"""What is asked of somebody who wants the newsletter: an address, a language, what they like to read."""

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from pages import mailbox
from pages.wording import direction, marked

LONGEST_NUMBER = 18
"""Digits that a column for numbers can hold, whatever they are."""


class MailboxField(forms.CharField):
    """An address that can be written to."""

    default_error_messages = {
        "required": _("Please type your e-mail address."),
        "invalid": _("This is no e-mail address. It looks like name@example.org."),
        "unsendable": _(
            "Before the @ there is a letter that most mail servers cannot deliver to, like ü or é. "
            "Please type another address of yours."
        ),
    }
    widget = forms.EmailInput

    def __init__(self, **kwargs):
        super().__init__(**kwargs)
        known = {"class": "form__input", "autocomplete": "email", "inputmode": "email", "spellcheck": "false"}
        self.widget.attrs |= {**known, "dir": "ltr"}

    def clean(self, value):
        text = super().clean(value)
        try:
            return mailbox.checked(text)
        except mailbox.UnsendableError:
            raise ValidationError(self.error_messages["unsendable"]) from None
        except mailbox.NoAddressError:
            raise ValidationError(self.error_messages["invalid"]) from None


class LanguageSelect(forms.Select):
    """Each language is called as its speakers call it."""

    def create_option(self, name, value, *args, **kwargs):
        option = super().create_option(name, value, *args, **kwargs)
        option["attrs"] |= {"lang": str(value), "dir": direction(str(value))}
        return option


class TermsField(forms.ModelMultipleChoiceField):
    """Topics or audiences to tick, in the reader's language if they have a name in that."""

    def __init__(self, queryset, **kwargs):
        super().__init__(queryset, required=False, widget=forms.CheckboxSelectMultiple, **kwargs)

    def clean(self, value):
        """SQLite fails at the very question for a number that no row can have; here it is none at all."""
        if isinstance(value, list):
            value = [each if len(str(each)) <= LONGEST_NUMBER else "-" for each in value]
        return super().clean(value)

    def label_from_instance(self, term):
        return marked(str(term), term.name.language)


class ChoiceForm(forms.Form):
    """What one gets: in which language, about what. Fields with nothing to choose from are left out."""

    language = forms.ChoiceField(
        label=_("Language of the newsletter"), required=False, widget=LanguageSelect({"class": "form__input"})
    )

    def __init__(self, *args, centre, topics=None, audiences=None, **kwargs):
        super().__init__(*args, **kwargs)
        names = dict(settings.LANGUAGES)
        self.fields["language"].choices = [(code, names[code]) for code in centre.spoken]
        if topics:
            self._offer("topics", topics, _("What would you like to read about?"))
        if audiences:
            self._offer("audiences", audiences, _("For whom?"))

    def _offer(self, name, terms, label):
        queryset = terms[0]._meta.model.objects.filter(pk__in=[term.pk for term in terms])
        self.fields[name] = TermsField(queryset, label=label)
        self.fields[name].help_text = _("Nothing ticked: everything.")

    def clean_language(self):
        """Nothing chosen: the one that is read."""
        return self.cleaned_data["language"] or get_language()

    @property
    def chosen(self):
        """Language, topics and audiences of a valid form."""
        said = self.cleaned_data
        return said["language"], list(said.get("topics", ())), list(said.get("audiences", ()))


class SignUpForm(ChoiceForm):
    """The address first."""

    mail = MailboxField(label=_("Your e-mail address"))
    field_order = ["mail", "language", "topics", "audiences"]


class MoveForm(forms.Form):
    """Another address."""

    mail = MailboxField(label=_("Your new e-mail address"))
