"""Which machine translates, if any: by what the environment names."""

WAIT = 60
"""Seconds for one answer."""


def machine(deepl_key, libretranslate_url, libretranslate_key):
    """The setting of wagtail-localize; None without either."""
    if deepl_key:
        options = {"AUTH_KEY": deepl_key, "TIMEOUT": WAIT}
        return {"CLASS": "quartier.languages.machines.DeepL", "OPTIONS": options}
    if libretranslate_url:
        address = {"LIBRETRANSLATE_URL": libretranslate_url.rstrip("/"), "API_KEY": libretranslate_key}
        return {"CLASS": "quartier.languages.machines.Libre", "OPTIONS": {**address, "TIMEOUT": WAIT}}
    return None
