"""A forgotten password: a mail with a link, if there is such an account. The answer is always the same."""

from django.contrib.auth import get_user_model
from django.contrib.auth.tokens import default_token_generator
from django.template import loader
from wagtail.admin.forms.auth import PasswordResetForm

from pages.letters import outbox
from quartier.signing_in.patience import WITH_A_MAIL, attempt


class ResetForm(PasswordResetForm):
    """Wagtail's, but it neither waits for the mail server nor writes to anybody too often."""

    def save(self, *, request=None, **more):
        tried = attempt(request, (f"mail {self.cleaned_data['email'].casefold()}", WITH_A_MAIL))
        if not tried.begin():
            self._pretend(request=request, **more)
            super().save(request=request, **more)

    def send_mail(
        self, subject_template_name, email_template_name, context, from_email, to_email, *args, **more
    ):
        """Into the outbox, where writing takes as long as not writing."""
        subject = loader.render_to_string(subject_template_name, context)
        text = loader.render_to_string(email_template_name, context)
        outbox.put(to_email, " ".join(subject.split()), text, is_automatic=True, may_fail=True)
        outbox.hurry()

    def _pretend(self, email_template_name="wagtailadmin/account/password_reset/email.txt", **more):
        """What a mail costs, spent where nobody gets one."""
        if not any(self.get_users(self.cleaned_data["email"])):
            nobody = get_user_model()(pk=0, username="nobody")
            nobody.set_unusable_password()
            context = {"uid": "MA", "token": default_token_generator.make_token(nobody), "user": nobody}
            loader.render_to_string(email_template_name, context)
