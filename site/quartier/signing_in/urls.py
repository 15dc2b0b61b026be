"""The addresses of signing in. Names are those that django-allauth asks for; signing up has none."""

from django.urls import include, path
from wagtail.admin.auth import require_admin_access
from wagtail.utils.urlpatterns import decorate_urlpatterns

from quartier.signing_in.views import account, again, doors, entrance, keys, others, own, sessions

on_the_way_in = [
    path("login/", entrance.SignIn.as_view(), name="account_login"),
    path("login/code/", entrance.Code.as_view(), name="mfa_authenticate"),
    path("login/passkey/", entrance.PasskeyIn.as_view(), name="mfa_login_webauthn"),
]
inside = [
    path("", account.Account.as_view(), name="wagtailadmin_account"),
    path("keys/", keys.Keys.as_view(), name="mfa_index"),
    path("keys/app/", keys.AddApp.as_view(), name="mfa_activate_totp"),
    path("keys/app/remove/", keys.RemoveApp.as_view(), name="mfa_deactivate_totp"),
    path("keys/passkeys/", keys.Keys.as_view(), name="mfa_list_webauthn"),
    path("keys/passkeys/add/", keys.AddPasskey.as_view(), name="mfa_add_webauthn"),
    path("keys/passkeys/<int:pk>/", keys.RenamePasskey.as_view(), name="mfa_edit_webauthn"),
    path("keys/passkeys/<int:pk>/remove/", keys.RemovePasskey.as_view(), name="mfa_remove_webauthn"),
    path("keys/codes/", keys.Codes.as_view(), name="mfa_view_recovery_codes"),
    path("keys/codes/new/", keys.NewCodes.as_view(), name="mfa_generate_recovery_codes"),
    path("keys/codes/text/", keys.CodesAsText.as_view(), name="mfa_download_recovery_codes"),
    path("again/", again.PasswordAgain.as_view(), name="account_reauthenticate"),
    path("again/code/", again.CodeAgain.as_view(), name="mfa_reauthenticate"),
    path("again/passkey/", again.PasskeyAgain.as_view(), name="mfa_reauthenticate_webauthn"),
    path("password/", own.OwnPassword.as_view(), name="own_password"),
    path("sessions/", sessions.Sessions.as_view(), name="sessions"),
    path("reset/<int:pk>/", others.ResetFactors.as_view(), name="reset_factors"),
]
account_pages = decorate_urlpatterns(inside, require_admin_access)
at_the_desk = [path("admin/", include([*on_the_way_in, path("account/", include(account_pages))]))]
documents = [
    path(
        "documents/authenticate_with_password/<int:restriction_id>/",
        doors.document,
        name="wagtaildocs_authenticate_with_password",
    ),
]
in_a_language = [
    path("_util/login/", entrance.SignInToRead.as_view(), name="wagtailcore_login"),
    path(
        "_util/authenticate_with_password/<int:page_view_restriction_id>/<int:page_id>/",
        doors.page,
        name="wagtailcore_authenticate_with_password",
    ),
]
"""The addresses of Wagtail's own: they stand before these, and are never reached."""
