"""How mail to many is sent: how fast, by whom, and where it comes back to."""


def mailing(env, backend):
    """The settings, by what the environment names; `backend` is what EMAIL_URL has chosen."""
    return {
        "EMAIL_BACKEND": env.str("EMAIL_BACKEND", backend),
        "ANYMAIL": {
            "IGNORE_UNSUPPORTED_FEATURES": True,
            "REQUESTS_TIMEOUT": (10, 100),
            **env.dict("ANYMAIL", {}),
        },
        "MAIL_PER_MINUTE": env.int("MAIL_PER_MINUTE", 0),
        "MAIL_CONNECTIONS": max(1, env.int("MAIL_CONNECTIONS", 4)),
        "BOUNCE_ADDRESS": env.str("BOUNCE_ADDRESS", ""),
        "BOUNCE_MAILBOX": env.str("BOUNCE_MAILBOX", ""),
        "BOUNCE_SECRET": env.str("BOUNCE_SECRET", ""),
    }


def needed_by(backend):
    """What has to be installed for a way of sending: django-anymail, for what it hears back."""
    return ["anymail"] if backend.startswith("anymail.") else []
