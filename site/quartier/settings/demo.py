"""For `make demo`: as strict as production, but over plain http, with a key made on the spot."""

import os
from pathlib import Path

from django.core.management.utils import get_random_secret_key

data = Path(os.environ.setdefault("DATA_DIR", str(Path(__file__).resolve().parents[3] / "var")))
data.mkdir(parents=True, exist_ok=True)
key = data / "secret-key"
if not key.exists():
    key.write_text(get_random_secret_key())
    key.chmod(0o600)
os.environ.setdefault("SECRET_KEY", key.read_text())
os.environ.setdefault("SITE_URL", f"http://127.0.0.1:{os.environ.get('PORT', '8000')}")
os.environ.setdefault("SECOND_FACTOR", "nobody")
os.environ.setdefault("ALLOWED_HOSTS", "localhost,127.0.0.1,[::1]")
os.environ.setdefault("MAIL_FROM", "Nachbarschaftshaus am Lindenplatz <hallo@lindenplatz.example>")

from .production import *  # noqa: E402

SECURE_SSL_REDIRECT = SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = False
SECURE_HSTS_SECONDS = 0
# Nothing leaves the demo, whatever EMAIL_URL says: mail is filed in DATA_DIR/mail and read in the admin.
EMAIL_BACKEND = "quartier.demo.mailbox.filing.EmailBackend"
