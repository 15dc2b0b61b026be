"""As the demo, but mail really leaves: to a server that the drill starts and stops."""

from quartier.settings.demo import *  # noqa: F403

EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
