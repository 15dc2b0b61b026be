"""How the demo's data are written, and how that becomes what Wagtail stores."""
