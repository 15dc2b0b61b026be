"""The finder: from the words in an address to the services that answer."""
