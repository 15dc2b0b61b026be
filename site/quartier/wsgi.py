"""The door for web servers: `PYTHONPATH=site granian --interface wsgi quartier.wsgi:application`."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quartier.settings.production")

from django.core.wsgi import get_wsgi_application

application = get_wsgi_application()

from quartier.page_cache.door import keeping

application = keeping(application)
