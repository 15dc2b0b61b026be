"""What editors type of a subscriber."""

from django import forms
from django.conf import settings
from django.utils.translation import gettext_lazy as _

from pages.subscribers.choosing import MailboxField
from pages.subscribers.models import Subscriber


class ChangeForm(forms.ModelForm):
    """The address stays: only who has the mailbox can say that it is another one."""

    language = forms.ChoiceField(label=_("language"), choices=settings.LANGUAGES)

    class Meta:
        model = Subscriber
        fields = ["language", "topics", "audiences"]
        widgets = {"topics": forms.CheckboxSelectMultiple, "audiences": forms.CheckboxSelectMultiple}


class AddForm(ChangeForm):
    """For somebody who asked for the newsletter at the door."""

    address = MailboxField(label=_("e-mail address"))
    field_order = ["address"]
