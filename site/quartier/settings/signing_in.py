"""Who comes in and how: passwords, second keys, sessions. Pages are ours, arithmetic is django-allauth's."""

from datetime import timedelta

from quartier.settings import wanted

WHO = ("administrators", "publishers", "everybody", "nobody")
"""Of whom a second factor is asked, from SECOND_FACTOR; all others may have one."""


def signing_in(env):
    """The settings, by what the environment names."""
    return {
        "SECOND_FACTOR": env.str("SECOND_FACTOR", WHO[0], validate=wanted.one_of(*WHO)),
        "AUTHENTICATION_BACKENDS": ["quartier.signing_in.backend.ByNameOrAddress"],
        "AUTH_PASSWORD_VALIDATORS": PASSWORDS,
        "LOGIN_URL": "account_login",
        "LOGIN_REDIRECT_URL": "/",
        "WAGTAILADMIN_LOGIN_URL": "account_login",
        "WAGTAILADMIN_USER_LOGIN_FORM": "quartier.signing_in.forms.DeskForm",
        "WAGTAILADMIN_USER_PASSWORD_RESET_FORM": "quartier.signing_in.resetting.ResetForm",
        "PASSWORD_RESET_TIMEOUT": 4 * 3600,
        **SESSIONS,
        **ALLAUTH,
    }


VALIDATION = "django.contrib.auth.password_validation"
PASSWORDS = [
    {"NAME": f"{VALIDATION}.UserAttributeSimilarityValidator"},
    {"NAME": f"{VALIDATION}.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "quartier.signing_in.passwords.NotTooLong"},
    {"NAME": "quartier.signing_in.passwords.NotTheHouse"},
    {"NAME": f"{VALIDATION}.CommonPasswordValidator"},
]
SESSIONS = {
    "SESSION_COOKIE_AGE": 14 * 24 * 3600,
    "SESSION_ENDS_AFTER": timedelta(days=90),
    "SESSION_ENDS_WITHOUT_USE": timedelta(days=14),
    "SESSION_ENDS_WITHOUT_USE_ELSEWHERE": timedelta(hours=12),  # “remember me” was not ticked
}
ALLAUTH = {
    "ACCOUNT_ADAPTER": "quartier.signing_in.adapters.Accounts",
    "ACCOUNT_EMAIL_VERIFICATION": "none",
    "ACCOUNT_LOGIN_METHODS": {"username"},
    "ACCOUNT_SIGNUP_FIELDS": ["username*", "password1*"],
    "ACCOUNT_FORMS": {"reauthenticate": "quartier.signing_in.forms.AgainForm"},
    "ACCOUNT_RATE_LIMITS": False,  # quartier.signing_in.patience counts, without keeping addresses
    "ACCOUNT_REAUTHENTICATION_TIMEOUT": 15 * 60,
    "MFA_ADAPTER": "quartier.signing_in.adapters.Factors",
    "MFA_ALLOW_UNVERIFIED_EMAIL": True,
    "MFA_FORMS": {
        "authenticate": "quartier.signing_in.forms.CodeForm",
        "reauthenticate": "quartier.signing_in.forms.CodeAgainForm",
        "activate_totp": "quartier.signing_in.forms.FirstCodeForm",
        "add_webauthn": "quartier.signing_in.forms.PasskeyForm",
    },
    "MFA_PASSKEY_LOGIN_ENABLED": True,
    "MFA_RATE_LIMITS": False,
    "MFA_SUPPORTED_TYPES": ["totp", "webauthn", "recovery_codes"],
    "MFA_TOTP_TOLERANCE": 1,  # clocks of phones may differ by half a minute
}
