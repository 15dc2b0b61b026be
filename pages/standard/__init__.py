"""Plain pages, and the pages that the law asks for."""
