"""From a written issue to a mailing on its way: who gets it, what it says in each language, and when."""
