"""When something that the house stands on is gone: what readers, senders and editors are told meanwhile."""
