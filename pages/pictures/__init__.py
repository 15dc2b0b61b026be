"""Pictures and documents, with what must be known before they are shown."""
