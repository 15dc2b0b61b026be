"""The door for web servers: `PYTHONPATH=site granian --interface wsgi quartier.wsgi:application`."""

import os
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "site"), str(ROOT)]
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "quartier.settings.production")

from django.core.wsgi import get_wsgi_application

from quartier.settings.faults import told_plainly

with told_plainly():
    application = get_wsgi_application()

# These need the settings.
from quartier.operations.health import with_health
from quartier.outages import hanging
from quartier.page_cache.door import keeping
from quartier.reporting.door import reporting

hanging.begin()
application = with_health(reporting(keeping(application)))
