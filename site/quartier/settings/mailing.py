"""How mail to many is sent: how fast, by whom, and where it comes back to."""

from quartier.settings import wanted


def mailing(env, backend):
    """The settings, by what the environment names; `backend` is what EMAIL_URL has chosen."""
    env.str("ANYMAIL", "", validate=wanted.pairs)
    is_mailbox = wanted.address("imaps", "imap", like="imaps://user:password@mail.example/INBOX")
    return {
        "EMAIL_BACKEND": env.str("EMAIL_BACKEND", backend, validate=wanted.mail_backend),
        "ANYMAIL": {
            "IGNORE_UNSUPPORTED_FEATURES": True,
            "REQUESTS_TIMEOUT": (10, 100),
            **env.dict("ANYMAIL", {}),
        },
        "MAIL_PER_MINUTE": env.int("MAIL_PER_MINUTE", 0, validate=wanted.not_negative),
        "MAIL_CONNECTIONS": max(1, env.int("MAIL_CONNECTIONS", 4)),
        "BOUNCE_ADDRESS": env.str("BOUNCE_ADDRESS", "", validate=wanted.mail_address),
        "BOUNCE_MAILBOX": env.str("BOUNCE_MAILBOX", "", validate=is_mailbox),
        "BOUNCE_SECRET": env.str("BOUNCE_SECRET", "", validate=wanted.unguessable),
    }


def needed_by(backend):
    """What has to be installed for a way of sending: django-anymail, for what it hears back."""
    return ["anymail"] if backend.startswith("anymail.") else []
