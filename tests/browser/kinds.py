"""One address for every kind of page the demo centre shows."""

KINDS = {
    "home page": "/de/",
    "values": "/de/leitbild/",
    "plain page": "/de/kontakt/",
    "overview": "/de/angebote/",
    "page with facts": "/de/angebote/naehcafe/",
    "form": "/de/kontakt/raum-anfragen/",
    "legal page": "/de/impressum/",
    "page in easy words": "/de/leichte-sprache/",
    "search, nothing asked": "/de/suche/",
    "search, found": "/de/suche/?q=Beratung",
    "search, nothing found": "/de/suche/?q=Quastenflosser",
    "page not found": "/de/angebote/naehkaffee/",
}
ARABIC_KINDS = {
    "home page": "/ar/",
    "values": "/ar/leitbild/",
    "plain page": "/ar/kontakt/",
    "overview": "/ar/angebote/",
    "page with facts": "/ar/angebote/naehcafe/",
    "form": "/ar/kontakt/raum-anfragen/",
    "legal page": "/ar/impressum/",
    "search, found": "/ar/suche/?q=Beratung",
    "page not found": "/ar/gibt-es-nicht/",
}
